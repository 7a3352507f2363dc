//! Any colour: palettes as cells of a colour space in which distance is what eyes see.

use tintype_domain::{Rgb, Swatch};

/// Smaller shares of a picture do not make it a picture of that colour.
const SHARE_MIN: f32 = 0.08;
/// Side of a cell in OKLab.
const CELL: f32 = 0.06;
/// Colours so far away still look alike.
const REACH: f32 = 0.11;

/// A cell of OKLab space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Cell([i32; 3]);

impl Cell {
    /// How the index names it.
    pub(crate) fn token(self) -> String {
        let [light, green_red, blue_yellow] = self.0;
        format!("lab:{light}:{green_red}:{blue_yellow}")
    }
}

/// The cells a picture lies in.
pub(crate) fn cells(palette: &[Swatch]) -> Vec<Cell> {
    let large = palette.iter().filter(|swatch| swatch.share >= SHARE_MIN);
    let mut cells: Vec<Cell> = large.map(|swatch| cell_of(oklab(swatch.rgb))).collect();
    cells.sort_unstable();
    cells.dedup();
    cells
}

/// The cells that look much like a colour.
pub(crate) fn near(color: Rgb) -> Vec<Cell> {
    let centre = oklab(color);
    let Cell([light, green_red, blue_yellow]) = cell_of(centre);
    let steps = (REACH / CELL).ceil() as i32;
    let around = move |middle: i32| middle - steps..=middle + steps;
    around(light)
        .flat_map(|l| around(green_red).map(move |a| (l, a)))
        .flat_map(|(l, a)| around(blue_yellow).map(move |b| Cell([l, a, b])))
        .filter(|cell| distance(middle_of(*cell), centre) <= REACH)
        .collect()
}

fn cell_of(lab: [f32; 3]) -> Cell {
    Cell(lab.map(|part| (part / CELL).floor() as i32))
}

fn middle_of(Cell(cell): Cell) -> [f32; 3] {
    cell.map(|part| (part as f32 + 0.5) * CELL)
}

fn distance(one: [f32; 3], other: [f32; 3]) -> f32 {
    one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum::<f32>().sqrt()
}

/// sRGB to OKLab (Björn Ottosson, 2020).
fn oklab(Rgb(bytes): Rgb) -> [f32; 3] {
    let [r, g, b] = bytes.map(|byte| {
        let part = f32::from(byte) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    let long = (0.412_221_46 * r + 0.536_332_55 * g + 0.051_445_995 * b).cbrt();
    let medium = (0.211_903_5 * r + 0.680_699_5 * g + 0.107_396_96 * b).cbrt();
    let short = (0.088_302_46 * r + 0.281_718_85 * g + 0.629_978_7 * b).cbrt();
    [
        0.210_454_26 * long + 0.793_617_8 * medium - 0.004_072_047 * short,
        1.977_998_5 * long - 2.428_592_2 * medium + 0.450_593_7 * short,
        0.025_904_037 * long + 0.782_771_77 * medium - 0.808_675_77 * short,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rgb(text: &str) -> Rgb {
        Rgb::parse(text).unwrap()
    }

    fn looks_like(picture: &str, wanted: &str) -> bool {
        let cells = cells(&[Swatch { rgb: rgb(picture), share: 0.5 }]);
        near(rgb(wanted)).iter().any(|cell| cells.contains(cell))
    }

    #[test]
    fn a_colour_is_found_by_itself_and_its_neighbours_alone() {
        assert!(looks_like("#26408c", "#26408c"));
        assert!(looks_like("#26408c", "#2a4590"));
        assert!(!looks_like("#26408c", "#c03020"));
        assert!(!looks_like("#000000", "#ffffff"));
    }

    #[test]
    fn small_shares_do_not_count() {
        assert!(cells(&[Swatch { rgb: rgb("#ff0000"), share: 0.01 }]).is_empty());
    }

    #[test]
    fn white_is_light_and_colourless() {
        let [light, green_red, blue_yellow] = oklab(rgb("#ffffff"));
        assert!((light - 1.0).abs() < 1e-3 && green_red.abs() < 1e-3 && blue_yellow.abs() < 1e-3);
    }
}
