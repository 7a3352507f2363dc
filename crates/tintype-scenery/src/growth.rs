//! What grows on the ground when seen from afar: tree crowns as bumps, patches of fields.

use crate::noise::Noise;

/// The crowns of a wood at a place, seen from some way off.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Crown {
    /// 0 at the ground, 1 at the top of the tallest tree.
    pub height: f32,
    /// A number from 0 to 1 that belongs to the tree.
    pub tree: f32,
}

/// The crown at a place, trees about 1 apart; `pointed` 1 is a spruce, 0 a round crown.
pub(crate) fn crown(noise: Noise, x: f32, z: f32, pointed: f32) -> Crown {
    let (cx, cz) = ((x - 0.5).floor() as i32, (z - 0.5).floor() as i32);
    let mut best = Crown::default();
    for (dx, dz) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
        let (ix, iz) = (cx + dx, cz + dz);
        let (jx, jz) = noise.cell2(ix, iz);
        let (ox, oz) = (ix as f32 + 0.2 + jx * 0.6 - x, iz as f32 + 0.2 + jz * 0.6 - z);
        let away = ox * ox + oz * oz;
        if away < 0.7 {
            let tree = (jx * 7.31 + jz * 3.77).fract();
            let round = 1.0 - away * 1.43;
            let spire = 1.0 - away.sqrt() * 1.2;
            let height = (round + (spire - round) * pointed) * (0.6 + 0.4 * tree);
            if height > best.height {
                best = Crown { height, tree };
            }
        }
    }
    best
}

/// Which field of a patchwork a place lies in, and how near its edge.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plot {
    /// A number from 0 to 1 that belongs to the field.
    pub field: f32,
    /// 0 on the hedge, growing inwards.
    pub inside: f32,
}

/// The field at a place, fields about 1 wide.
pub(crate) fn plot(noise: Noise, x: f32, z: f32) -> Plot {
    let (cx, cz) = (x.floor() as i32, z.floor() as i32);
    let (mut first, mut second, mut field) = (9.0f32, 9.0f32, 0.0);
    for iz in cz - 1..=cz + 1 {
        for ix in cx - 1..=cx + 1 {
            let (jx, jz) = noise.cell2(ix, iz);
            let (ox, oz) = (ix as f32 + jx - x, iz as f32 + jz - z);
            let away = ox.abs().max(oz.abs()) * 0.6 + (ox * ox + oz * oz).sqrt() * 0.4;
            if away < first {
                (second, first) = (first, away);
                field = (jx * 5.13 + jz * 9.71).fract();
            } else {
                second = second.min(away);
            }
        }
    }
    Plot { field, inside: second - first }
}
