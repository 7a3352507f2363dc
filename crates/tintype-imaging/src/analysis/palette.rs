//! The colours that a picture is made of, clustered as people see them.

use crate::color::{Oklab, Swatch};
use crate::picture::Raster;

/// Up to `most` colours, the most present first; their shares add up to 1.
pub(crate) fn palette(raster: &Raster, most: usize) -> Vec<Swatch> {
    let points: Vec<Oklab> = raster.colors().map(Oklab::from_srgb).collect();
    let mut centres = spread_centres(&points, most);
    for _ in 0..ROUNDS {
        let groups = assign(&points, &centres);
        centres = groups.iter().filter(|group| group.count > 0.0).map(Group::centre).collect();
    }
    let mut groups = assign(&points, &centres);
    merge_alike(&mut groups);
    groups.sort_by(|left, right| right.count.total_cmp(&left.count));
    let total = points.len().max(1) as f32;
    groups
        .iter()
        .filter(|group| group.count > 0.0)
        .map(|group| Swatch { rgb: group.centre().to_srgb(), share: group.count / total })
        .collect()
}

/// Sums of the points nearest to a centre.
#[derive(Clone, Copy, Default)]
struct Group {
    l: f32,
    a: f32,
    b: f32,
    count: f32,
}

impl Group {
    fn add(&mut self, point: Oklab) {
        self.l += point.l;
        self.a += point.a;
        self.b += point.b;
        self.count += 1.0;
    }

    fn join(&mut self, other: Self) {
        self.l += other.l;
        self.a += other.a;
        self.b += other.b;
        self.count += other.count;
    }

    fn centre(&self) -> Oklab {
        Oklab { l: self.l / self.count, a: self.a / self.count, b: self.b / self.count }
    }
}

/// First centres: the mean, then again and again what lies farthest from all.
fn spread_centres(points: &[Oklab], most: usize) -> Vec<Oklab> {
    let mut mean = Group::default();
    for point in points {
        mean.add(*point);
    }
    if mean.count == 0.0 {
        return Vec::new();
    }
    let mut centres = vec![mean.centre()];
    let mut distances: Vec<f32> = points.iter().map(|p| p.distance_squared(centres[0])).collect();
    while centres.len() < most {
        let farthest = distances.iter().enumerate().max_by(|left, right| left.1.total_cmp(right.1));
        let Some((index, distance)) = farthest else { break };
        if *distance < ALIKE * ALIKE {
            break;
        }
        let centre = points[index];
        centres.push(centre);
        for (distance, point) in distances.iter_mut().zip(points) {
            *distance = distance.min(point.distance_squared(centre));
        }
    }
    centres
}

fn assign(points: &[Oklab], centres: &[Oklab]) -> Vec<Group> {
    let mut groups = vec![Group::default(); centres.len()];
    for point in points {
        let distance = |centre: &Oklab| point.distance_squared(*centre);
        let nearest = (0..centres.len())
            .min_by(|left, right| distance(&centres[*left]).total_cmp(&distance(&centres[*right])));
        if let Some(nearest) = nearest {
            groups[nearest].add(*point);
        }
    }
    groups
}

/// Centres that came to lie beside each other are one colour.
fn merge_alike(groups: &mut Vec<Group>) {
    groups.retain(|group| group.count > 0.0);
    let mut index = 0;
    while index < groups.len() {
        let centre = groups[index].centre();
        let twin = (index + 1..groups.len())
            .find(|other| groups[*other].centre().distance_squared(centre) < ALIKE * ALIKE);
        match twin {
            Some(twin) => {
                let joined = groups.swap_remove(twin);
                groups[index].join(joined);
            }
            None => index += 1,
        }
    }
}

const ROUNDS: usize = 8;
/// Nearer than this, two colours are seen as one.
const ALIKE: f32 = 0.05;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::Channels;

    #[test]
    fn a_flag_has_its_colors_in_their_shares() {
        let colors = [[0, 0, 0], [221, 0, 0], [255, 206, 0], [255, 206, 0]];
        let pixels = colors.iter().flat_map(|color| color.repeat(100)).collect();
        let palette = palette(&Raster::new(10, 40, Channels::Rgb, pixels).unwrap(), 8);
        let found: Vec<([u8; 3], u32)> = palette
            .iter()
            .map(|swatch| (swatch.rgb, (swatch.share * 100.0).round() as u32))
            .collect();
        assert_eq!(found.len(), 3);
        assert_eq!(found[0], ([255, 206, 0], 50));
        assert!(
            found.contains(&([221, 0, 0], 25)) && found.contains(&([0, 0, 0], 25)),
            "{found:?}"
        );
    }

    #[test]
    fn one_color_is_one_swatch() {
        let palette = palette(&Raster::filled(3, 3, Channels::Rgb, [10, 90, 200, 255]), 8);
        assert_eq!(palette.len(), 1);
        assert!((palette[0].share - 1.0).abs() < 1e-6);
    }

    #[test]
    fn a_rainbow_gives_no_more_swatches_than_asked() {
        let pixels = (0..=255).flat_map(|x: u8| [x, 255 - x, x.wrapping_mul(7)]).collect();
        let palette = palette(&Raster::new(16, 16, Channels::Rgb, pixels).unwrap(), 6);
        assert!(palette.len() > 3 && palette.len() <= 6);
        let total: f32 = palette.iter().map(|swatch| swatch.share).sum();
        assert!((total - 1.0).abs() < 1e-4);
    }
}
