//! Random photos, each as likely as any other.
//!
//! Listed photos are numbered from 0 without holes. A pick throws a number and looks whether the
//! photo behind it passes the filter, which is fair and does not scan. Only when too few pass is
//! the selection read out, and then it is small.

use sea_orm::ConnectionTrait;
use tintype_domain::Photo;
use tintype_store::{PhotoFilter, StoreError, Withdrawn};

use super::{
    filter::{is_rare, select, select_drawn},
    find,
};
use crate::{
    entities::corrupt,
    sql::{Sql, cell},
    standing,
};

/// Up to `count` different photos; the same `seed` over the same photos picks the same.
pub(super) async fn pick(
    db: &impl ConnectionTrait,
    filter: &PhotoFilter,
    count: u32,
    seed: u64,
) -> Result<Vec<Photo>, StoreError> {
    let mut dice = Dice(seed);
    let wanted = count.min(PICKS_MAX) as usize;
    let mut picked = Vec::new();
    if !is_narrow(db, filter).await? {
        throw(db, filter, wanted, &mut dice, &mut picked).await?;
    }
    if picked.len() < wanted {
        draw_from_all(db, filter, wanted, &mut dice, &mut picked).await?;
    }
    let ids = picked
        .iter()
        .map(|id| tintype_domain::PhotoId::parse(id).map_err(corrupt("id", id)))
        .collect::<Result<Vec<_>, _>>()?;
    find::listed_by_ids(db, &ids).await
}

/// Whether the selection has an index of its own and is read out cheaply from the start.
async fn is_narrow(db: &impl ConnectionTrait, filter: &PhotoFilter) -> Result<bool, StoreError> {
    let groups = filter.collections.len() + filter.topics.len();
    if filter.liked_by.is_some() || filter.batch.is_some() || filter.owner.is_some() || groups > 0 {
        return Ok(true);
    }
    match &filter.tag {
        Some(tag) => is_rare(db, tag).await,
        None => Ok(false),
    }
}

/// Throws numbers until enough photos have passed the filter, or throwing has become dearer than
/// reading the selection.
async fn throw(
    db: &impl ConnectionTrait,
    filter: &PhotoFilter,
    wanted: usize,
    dice: &mut Dice,
    picked: &mut Vec<String>,
) -> Result<(), StoreError> {
    let listed = u64::try_from(standing::listed(db).await?).unwrap_or(0);
    let mut thrown = std::collections::HashSet::new();
    // Where every photo passes, the first round is enough.
    for throws in std::iter::once(wanted).chain(ROUNDS) {
        // Near the size of the library, numbers would mostly repeat.
        if thrown.len() as u64 + throws as u64 > listed / 2 {
            return Ok(());
        }
        let mut numbers = Vec::with_capacity(throws);
        while numbers.len() < throws {
            let number = dice.below(listed) as i64;
            if thrown.insert(number) {
                numbers.push(number);
            }
        }
        let passed = passed(db, filter, &numbers).await?;
        let ids = numbers.iter().filter_map(|number| passed.get(number).cloned());
        picked.extend(ids.take(wanted - picked.len()));
        if picked.len() == wanted {
            return Ok(());
        }
    }
    Ok(())
}

async fn passed(
    db: &impl ConnectionTrait,
    filter: &PhotoFilter,
    numbers: &[i64],
) -> Result<std::collections::HashMap<i64, String>, StoreError> {
    let mut sql = Sql::new("SELECT p.draw, p.id", []);
    sql.join(select_drawn(filter, numbers));
    sql.all(db).await?.iter().map(|row| Ok((cell(row, 0)?, cell(row, 1)?))).collect()
}

/// Draws the rest from the whole selection.
async fn draw_from_all(
    db: &impl ConnectionTrait,
    filter: &PhotoFilter,
    wanted: usize,
    dice: &mut Dice,
    picked: &mut Vec<String>,
) -> Result<(), StoreError> {
    let listed = PhotoFilter { withdrawn: Withdrawn::Hidden, ..filter.clone() };
    let mut sql = Sql::new("SELECT p.id", []);
    sql.join(select(db, &listed).await?.from).add(" ORDER BY p.id", []);
    let mut all: Vec<String> = sql.column(db).await?;
    all.retain(|id| !picked.contains(id));
    while picked.len() < wanted && !all.is_empty() {
        let place = dice.below(all.len() as u64) as usize;
        picked.push(all.swap_remove(place));
    }
    Ok(())
}

/// SplitMix64: the same numbers from the same seed, on every machine.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `sides - 1`; the product's upper half, which favours none by more than
    /// one part in 2^44 for any library that fits on earth.
    fn below(&mut self, sides: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(sides)) >> 64) as u64
    }
}

/// How many numbers are thrown, round by round.
const ROUNDS: [usize; 4] = [64, 256, 1024, 4096];
/// Photos in one pick at most.
const PICKS_MAX: u32 = 1000;
