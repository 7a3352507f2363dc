//! Every kind paints a picture worth the name, and the same one each time.

use tintype_scenery::{Kind, Light, Raster, Season, picture, render};

#[test]
fn every_kind_paints_the_same_picture_twice() {
    for kind in Kind::ALL {
        let paint = || kind.render(5, (Light::Morning, Season::Summer), (150, 100));
        assert_eq!(paint(), paint(), "{kind:?}");
    }
}

#[test]
fn every_kind_in_every_light_has_lights_and_darks() {
    for kind in Kind::ALL {
        for light in LIGHTS {
            let raster = kind.render(9, (light, Season::Autumn), (96, 64));
            let levels = luma(&raster);
            let mean = levels.iter().sum::<f32>() / levels.len() as f32;
            let spread = levels.iter().map(|level| (level - mean).powi(2)).sum::<f32>()
                / levels.len() as f32;
            assert!((12.0..225.0).contains(&mean), "{kind:?} in {light:?}: mean {mean}");
            assert!(spread.sqrt() > 6.0, "{kind:?} in {light:?}: spread {}", spread.sqrt());
        }
    }
}

#[test]
fn other_seeds_are_other_places() {
    for kind in Kind::ALL {
        let paint = |seed| kind.render(seed, (Light::Golden, Season::Summer), (90, 60));
        assert_ne!(paint(1), paint(2), "{kind:?}");
    }
}

#[test]
fn small_and_large_renderings_show_the_same_place() {
    for kind in Kind::ALL {
        let paint =
            |width, height| kind.render(4, (Light::Afternoon, Season::Spring), (width, height));
        let (small, large) = (blocks(&paint(180, 120)), blocks(&paint(540, 360)));
        let apart =
            small.iter().zip(&large).map(|(a, b)| (a - b).abs()).sum::<f32>() / small.len() as f32;
        assert!(apart < 16.0, "{kind:?}: mean difference {apart}");
    }
}

#[test]
fn the_factory_makes_a_jpeg_of_any_seed_and_size() {
    for seed in [0, 1, 77, u64::MAX] {
        let file = picture(seed, 64, 48);
        assert!(file.starts_with(&[0xff, 0xd8, 0xff]) && file.ends_with(&[0xff, 0xd9]));
    }
    assert_ne!(picture(1, 64, 48), picture(2, 64, 48));
}

#[test]
fn a_scene_is_rendered_at_the_size_asked_for() {
    let scene = &tintype_scenery::catalogue()[0];
    let raster = render(scene, 99, 57);
    assert_eq!((raster.width, raster.height, raster.rgb.len()), (99, 57, 99 * 57 * 3));
}

fn luma(raster: &Raster) -> Vec<f32> {
    let weigh =
        |rgb: &[u8]| f32::from(rgb[0]) * 0.21 + f32::from(rgb[1]) * 0.72 + f32::from(rgb[2]) * 0.07;
    raster.rgb.chunks_exact(3).map(weigh).collect()
}

/// Mean brightness of 6 × 4 blocks.
fn blocks(raster: &Raster) -> Vec<f32> {
    let levels = luma(raster);
    let (wide, high) = (raster.width as usize / 6, raster.height as usize / 4);
    let mut means = Vec::new();
    for row in 0..4 {
        for column in 0..6 {
            let rows = row * high..(row + 1) * high;
            let lines = rows.map(|y| &levels[y * raster.width as usize + column * wide..][..wide]);
            let sum: f32 = lines.map(|line| line.iter().sum::<f32>()).sum();
            means.push(sum / (wide * high) as f32);
        }
    }
    means
}

const LIGHTS: [Light; 9] = [
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
