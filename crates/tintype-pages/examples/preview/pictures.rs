//! Pictures for the samples: rendered landscapes of many shapes, with colours and placeholders.

use std::io::Cursor;
use std::path::Path;

use image::{DynamicImage, ImageFormat, RgbImage, imageops};
use tintype_pages::view::{Person, PhotoCard};
use tintype_scenery::{Kind, Light, Raster, Season, encode_jpeg};

/// Width, height, title: the odd ones among the ordinary.
const SHAPES: [(u32, u32, Option<&str>); 36] = [
    (3000, 2000, Some("Morning over the lower ridges")),
    (2000, 3000, Some("Cedar")),
    (3000, 2000, None),
    (3000, 2250, Some("What the tide left behind")),
    (2400, 3000, Some("Snow, and no wind")),
    (
        3000,
        1688,
        Some("The long road to the lighthouse at the far end of the island, seen from above"),
    ),
    (2500, 2500, Some("Square meadow")),
    (3000, 2000, Some("Dusk")),
    (6000, 1000, Some("The whole range, from east to west")),
    (3000, 2000, Some("First light")),
    (2000, 3000, Some("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen")),
    (3000, 2000, Some("غروب فوق الجبال")),
    (3000, 1688, Some("After the storm")),
    (1000, 6000, Some("Waterfall")),
    (3000, 2000, Some("Dunes")),
    (2250, 3000, None),
    (3000, 2000, Some("山と湖")),
    (3000, 2000, Some("Canyon")),
    (3000, 2000, Some("Two lakes")),
    (2000, 3000, Some("Night sky")),
    (3000, 1250, Some("Shore")),
    (3000, 2000, Some("Haze")),
    (3000, 2250, Some("Birch")),
    (2500, 2500, Some("Frost")),
    (3000, 2000, Some("Heath")),
    (3000, 2000, Some("<b>Bold</b> & \"quoted\"")),
    (2000, 3000, Some("Steep")),
    (3000, 2000, Some("Late")),
    (3000, 1688, Some("Wide water")),
    (3000, 2000, Some("Rain coming")),
    (3000, 2000, Some("Out of the valley")),
    (2000, 3000, Some("Pine")),
    (3000, 2000, Some("Inlet")),
    (3000, 2000, Some("Plain")),
    (3000, 2250, Some("Ridge line")),
    (3000, 2000, Some("Last sun")),
];

const NAMES: [(&str, &str); 5] = [
    ("Ines Marlow", "inesmarlow"),
    ("Tomasz Wierzbicki", "tomasz"),
    ("Aiko Hayashi", "aiko"),
    ("نور الهاشمي", "nour"),
    ("Bartholomew Featherstonehaugh-Cholmondeley", "bartholomew"),
];

pub fn cards(folder: &Path) -> std::io::Result<Vec<PhotoCard>> {
    let numbered = SHAPES.iter().enumerate();
    numbered.map(|(number, shape)| card(folder, number, *shape)).collect()
}

pub fn person(number: usize) -> Person {
    let (name, username) = NAMES[number % NAMES.len()];
    Person {
        name: name.to_owned(),
        username: username.to_owned(),
        href: "/profile-photos.html".to_owned(),
        avatar: None,
    }
}

fn card(
    folder: &Path,
    number: usize,
    (width, height, title): (u32, u32, Option<&str>),
) -> std::io::Result<PhotoCard> {
    let mut srcset = Vec::new();
    for wide in [400, 1080] {
        let wide = if height > 3 * width { wide / 2 } else { wide };
        let name = format!("pictures/{number}-{wide}.jpg");
        if !folder.join(&name).exists() {
            let raster = paint(number, wide, wide * height / width);
            std::fs::write(folder.join(&name), encode_jpeg(&raster, 82))?;
        }
        srcset.push((wide, format!("/{name}")));
    }
    let small = paint(number, 60, (60 * height / width).max(10));
    let (color, placeholder) = sketch(small);
    Ok(PhotoCard {
        id: format!("sample-{number:04}"),
        href: format!("/p/{number}"),
        title: title.map(str::to_owned),
        alt: (number % 7 != 2).then(|| "A wide view under a clear sky, rendered".to_owned()),
        photographer: person(number),
        width,
        height,
        color,
        placeholder: Some(placeholder),
        srcset,
        download_href: Some(format!("/pictures/{number}-1080.jpg")),
        likes: number as u64 * 7,
        like: None,
    })
}

fn paint(number: usize, width: u32, height: u32) -> Raster {
    const LIGHTS: [Light; 6] =
        [Light::Morning, Light::Golden, Light::Noon, Light::Sunset, Light::Dusk, Light::Overcast];
    let kind = Kind::ALL[number % Kind::ALL.len()];
    kind.render(number as u64 + 11, (LIGHTS[number % 6], Season::Summer), (width, height))
}

/// The mean colour, and a picture of ten pixels across.
fn sketch(raster: Raster) -> (String, String) {
    use base64::Engine as _;
    let size = (raster.width, raster.height);
    let picture = RgbImage::from_raw(size.0, size.1, raster.rgb).expect("the bytes fit the size");
    let one = imageops::thumbnail(&picture, 1, 1);
    let [red, green, blue] = one.get_pixel(0, 0).0;
    let (wide, high) =
        if size.0 >= size.1 { (10, 10 * size.1 / size.0) } else { (10 * size.0 / size.1, 10) };
    let tiny = DynamicImage::from(imageops::thumbnail(&picture, wide.max(1), high.max(1)));
    let mut png = Cursor::new(Vec::new());
    tiny.write_to(&mut png, ImageFormat::Png).expect("a picture of ten pixels can be written");
    let data = base64::engine::general_purpose::STANDARD.encode(png.into_inner());
    (format!("#{red:02x}{green:02x}{blue:02x}"), format!("data:image/png;base64,{data}"))
}
