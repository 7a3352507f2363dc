//! A coast: cliffs or a beach on one side, surf, the open sea on the other.

use super::Painting;
use crate::brief::{Brief, Season};
use crate::colour::Rgb;
use crate::curves::{mix, smooth};
use crate::noise::Noise;
use crate::stage::{Grit, Stage};
use crate::terrain::{Spot, Stand};
use crate::water::Sea;

/// Cliffs with grass on top.
pub(crate) fn cliffs(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(dice.range(1.0, 1.25), dice.range(0.26, 0.42));
    let side = dice.side();
    let shore = Shore {
        noise: Noise::new(dice.seed()),
        side,
        tall: dice.range(0.55, 0.85),
        season: brief.season,
        cliffs: true,
    };
    paint(brief, dice, (view, 0.95), &shore)
}

/// A long beach.
pub(crate) fn beach(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(dice.range(0.95, 1.2), dice.range(0.26, 0.42));
    let side = dice.side();
    let shore = Shore {
        noise: Noise::new(dice.seed()),
        side,
        tall: dice.range(0.35, 0.6),
        season: brief.season,
        cliffs: false,
    };
    paint(brief, dice, (view, 0.42), &shore)
}

fn paint(
    brief: &Brief,
    mut dice: crate::dice::Dice,
    (view, eye): (crate::canvas::View, f32),
    shore: &Shore,
) -> Painting {
    let air = brief.air(dice.range(0.15, 0.9) * -shore.side);
    let mut stage = Stage::new(brief, dice, view, air);
    let (cover, thick) = (stage.dice.range(0.3, 0.6), stage.dice.range(0.5, 1.4));
    stage.clouds(cover, 2.2, thick);
    stage.sun(1.0);
    let haze = stage.haze(0.04);
    let grit = Grit { strength: 0.2, patches: 14.0 };
    let stand = Stand::new(eye, eye * 0.3, 30.0).with_water(0.0);
    stage.ground(stand, (&haze, grit), |x, z| shore.height(x, z), |spot| shore.colour(spot));
    let sea = Sea {
        swell: stage.dice.range(0.3, 0.7),
        size: eye * 0.16,
        clear: if shore.cliffs { 0.10 } else { 0.05 },
        foam: if shore.cliffs { 0.02 } else { 0.007 },
        masked: true,
        steep: false,
        shallow: Rgb::new(0.09, 0.27, 0.26),
        ..Sea::default()
    };
    stage.water(&sea);
    stage.finish()
}

struct Shore {
    noise: Noise,
    /// Plus one when the land lies to the right.
    side: f32,
    tall: f32,
    season: Season,
    cliffs: bool,
}

impl Shore {
    /// How far inland a place lies.
    fn inland(&self, x: f32, z: f32) -> f32 {
        let bays = self.noise.other(1).line(z * 0.24 + 3.0) * 1.5
            + self.noise.other(2).line(z * 0.9) * 0.28;
        let open = 0.35 - z * 0.05;
        (x * self.side + open) * 0.9
            + bays * smooth(0.5, 3.0, z) * if self.cliffs { 1.0 } else { 0.55 }
    }

    fn height(&self, x: f32, z: f32) -> f32 {
        let noise = self.noise;
        let inland = self.inland(x, z);
        if !self.cliffs {
            let dunes =
                smooth(0.5, 1.6, inland) * (0.5 + noise.fbm(x * 1.1, z * 1.1, 4)) * self.tall;
            return inland * 0.045 + noise.fbm(x * 0.8, z * 0.8, 3) * 0.012 + dunes.max(0.0);
        }
        let rough = noise.fbm(x * 1.5, z * 1.5, 5);
        let stacks = smooth(0.42, 0.5, noise.other(6).at(x * 1.3, z * 1.3))
            * smooth(-1.0, -0.5, inland)
            * smooth(0.0, -0.25, inland)
            * 0.3;
        let at = inland + rough * 0.30;
        let wall = smooth(-0.05, 0.28, at) * 0.75 + smooth(0.2, 2.4, at) * 0.45;
        let hills = noise.other(4).fbm(x * 0.35, z * 0.35, 4) * 0.35 * smooth(0.3, 1.5, at);
        (wall + hills) * self.tall * (0.75 + 0.4 * smooth(0.8, 4.0, z))
            + stacks
            + at.min(0.0) * 0.25
            - 0.015
    }

    fn colour(&self, spot: &Spot) -> Rgb {
        let patch = self.noise.other(5).fbm(spot.x * 2.4, spot.z * 2.4, 4);
        let green = match self.season {
            Season::Winter => Rgb::hex(0x8a_82_5c),
            Season::Autumn => Rgb::hex(0x7a_74_3c),
            Season::Spring | Season::Summer => Rgb::hex(0x50_6c_2c),
        };
        let grass = green.mix(Rgb::hex(0x7d_7c_42), (0.4 + patch).clamp(0.0, 1.0));
        if !self.cliffs {
            let wet = smooth(0.012, 0.002, spot.height + patch * 0.004);
            let sand = Rgb::hex(0xdb_c4_9c)
                .mix(Rgb::hex(0xc9_ae_84), 0.5 + patch)
                .mix(Rgb::hex(0x84_6c_50), wet);
            return sand.mix(grass, smooth(0.12, 0.22, spot.height + patch * 0.12));
        }
        let bands = self.noise.other(8).line(spot.height * 16.0 + spot.x * 1.2 + patch) * 0.5 + 0.5;
        let rock = Rgb::hex(0x7c_70_65).mix(Rgb::hex(0x45_3f_3c), mix(bands, 0.5 - patch, 0.5));
        let top = smooth(0.66, 0.84, spot.level + patch * 0.16) * smooth(0.1, 0.22, spot.height);
        rock.mix(grass, top)
    }
}
