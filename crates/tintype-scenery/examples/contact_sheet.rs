//! Writes a contact sheet of every scene, or of one kind over many seeds, and tells the time
//! each picture took: `contact_sheet OUT.png [--kind NAME [--from SEED]] [--full DIR] [--only N,…]`.

use std::path::{Path, PathBuf};

use image::{RgbImage, imageops};
use tintype_scenery::{Kind, Light, Raster, Scene, Season, catalogue, photograph, render};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let out = arguments.first().map_or_else(|| PathBuf::from("contact.png"), PathBuf::from);
    let value = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).cloned()
    };
    if arguments.iter().any(|argument| argument == "--time") {
        return time_of_kinds(value("--time").as_deref());
    }
    let tiles = if let Some(kind) = value("--kind") {
        seeds_of(&kind, value("--from").and_then(|text| text.parse().ok()).unwrap_or(1))
    } else if let Some(folder) = value("--full") {
        full_size(Path::new(&folder), value("--only").as_deref())
    } else {
        catalogue().iter().map(|scene| thumbnail(scene, 300)).collect()
    };
    sheet(&tiles).save(&out).expect("the sheet can be written");
}

/// Renders files at full size, with timing, and keeps thumbnails of them.
fn full_size(folder: &Path, only: Option<&str>) -> Vec<RgbImage> {
    std::fs::create_dir_all(folder).expect("the folder can be made");
    let wanted = |number: usize| {
        only.is_none_or(|list| list.split(',').any(|item| item.parse() == Ok(number)))
    };
    let (mut total, mut longest) = (0.0, 0.0f64);
    let mut tiles = Vec::new();
    for (number, scene) in catalogue().iter().enumerate().filter(|(number, _)| wanted(*number)) {
        let start = cpu_seconds();
        let raster = render(scene, scene.width, scene.height);
        let rendered = cpu_seconds() - start;
        let start = cpu_seconds();
        let file = tintype_scenery::encode_jpeg(&raster, 92);
        let encoded = cpu_seconds() - start;
        println!(
            "{number:2} {:12?} {rendered:.3} s + {encoded:.3} s, {} kB: {}",
            scene.kind,
            file.len() / 1024,
            scene.title
        );
        total += rendered;
        longest = longest.max(rendered);
        if only.is_some() {
            std::fs::write(folder.join(format!("{number}.jpg")), photograph(scene))
                .expect("a file can be written");
            let half = imageops::resize(
                &picture(raster),
                scene.width / 2,
                scene.height / 2,
                imageops::FilterType::Triangle,
            );
            half.save(folder.join(format!("{number}.png"))).expect("a file can be written");
            tiles.push(imageops::thumbnail(&half, 300, 300 * scene.height / scene.width));
        } else {
            let (width, height) = (300, 300 * scene.height / scene.width);
            tiles.push(imageops::thumbnail(&picture(raster), width, height));
        }
    }
    println!("all: {total:.2} s, longest {longest:.3} s");
    tiles
}

/// What each kind (or one of them) costs at 3000 × 2000.
fn time_of_kinds(only: Option<&str>) {
    let wanted = |kind: &&Kind| only.is_none() || named(&[**kind], only).is_some();
    for kind in Kind::ALL.iter().filter(wanted) {
        let start = cpu_seconds();
        let raster = kind.render(3, (Light::Morning, Season::Summer), (3000, 2000));
        println!("{:.3} s {kind:?} ({} bytes)", cpu_seconds() - start, raster.rgb.len());
    }
}

/// CPU time of this thread where the system tells it (Linux), for a busy machine's clock lies.
fn cpu_seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds: Option<f64> = text.split(' ').next().and_then(|word| word.parse().ok());
    nanoseconds.unwrap_or(0.0) / 1e9
}

/// Seeds to choose from: `kind[:light[:season[:WIDTHxHEIGHT]]]`, several with commas between;
/// what is left out changes from tile to tile.
fn seeds_of(wanted: &str, from: u64) -> Vec<RgbImage> {
    let lights = [
        Light::Dawn,
        Light::Morning,
        Light::Noon,
        Light::Afternoon,
        Light::Golden,
        Light::Sunset,
        Light::Dusk,
        Light::Night,
        Light::Overcast,
    ];
    let seasons = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter];
    let orders: Vec<&str> = wanted.split(',').collect();
    let each = if orders.len() > 1 { 4 } else { 24 };
    let mut tiles = Vec::new();
    for order in orders {
        let mut parts = order.split(':');
        let kind = named(Kind::ALL, parts.next()).expect("a kind of this name");
        let (light, season) = (named(&lights, parts.next()), named(&seasons, parts.next()));
        let (width, height) =
            parts.next().and_then(|text| text.split_once('x')).map_or((3, 2), |(width, height)| {
                (width.parse().unwrap_or(3), height.parse().unwrap_or(2))
            });
        for i in 0..each {
            let light = light.unwrap_or(lights[i % lights.len()]);
            let season = season.unwrap_or(seasons[i % seasons.len()]);
            let (wide, high) = (840u32, 840 * height / width);
            let raster = kind.render(from + i as u64, (light, season), (wide, high));
            tiles.push(imageops::thumbnail(&picture(raster), wide / 2, high / 2));
        }
    }
    tiles
}

fn named<T: Copy + std::fmt::Debug>(all: &[T], name: Option<&str>) -> Option<T> {
    let name = name?;
    all.iter().find(|item| format!("{item:?}").eq_ignore_ascii_case(name)).copied()
}

fn thumbnail(scene: &Scene, width: u32) -> RgbImage {
    let height = width * scene.height / scene.width;
    imageops::thumbnail(&picture(render(scene, width * 2, height * 2)), width, height)
}

fn picture(raster: Raster) -> RgbImage {
    RgbImage::from_raw(raster.width, raster.height, raster.rgb).expect("the bytes fit the size")
}

/// Columns of tiles, each put where there is most room.
fn sheet(tiles: &[RgbImage]) -> RgbImage {
    let wide = tiles.iter().map(RgbImage::width).max().unwrap_or(300);
    let columns = if wide > 300 { 4 } else { 8 };
    let mut bottoms = vec![6u32; columns];
    let mut places = Vec::new();
    for tile in tiles {
        let column = (0..columns).min_by_key(|i| bottoms[*i]).unwrap_or(0);
        places.push((column as u32 * (wide + 6) + 6, bottoms[column]));
        bottoms[column] += tile.height() + 6;
    }
    let height = bottoms.into_iter().max().unwrap_or(6);
    let mut sheet =
        RgbImage::from_pixel(columns as u32 * (wide + 6) + 6, height, image::Rgb([250, 250, 248]));
    for (tile, (x, y)) in tiles.iter().zip(places) {
        imageops::replace(&mut sheet, tile, i64::from(x), i64::from(y));
    }
    sheet
}
