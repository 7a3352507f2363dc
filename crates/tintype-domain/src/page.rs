//! Pages of lists.

/// Items on a page when nobody asks.
pub const PER_PAGE_DEFAULT: u32 = 10;
/// Items on a page at most; more is clamped, never refused, since clients ask for 40 and more.
pub const PER_PAGE_MAX: u32 = 30;

/// One page of a list: numbered from 1, at most 30 items. It cannot be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    number: u32,
    size: u32,
}

impl Page {
    /// Reads what came over the wire: nonsense becomes the default, too much is clamped.
    pub fn parse(page: Option<&str>, per_page: Option<&str>) -> Self {
        let whole = |text: Option<&str>| {
            text.and_then(|text| text.trim().parse::<u32>().ok()).filter(|n| *n > 0)
        };
        Self {
            number: whole(page).unwrap_or(1),
            size: whole(per_page).unwrap_or(PER_PAGE_DEFAULT).min(PER_PAGE_MAX),
        }
    }

    /// The first page, with `size` items clamped to what is allowed.
    pub fn first(size: u32) -> Self {
        Self { number: 1, size: size.clamp(1, PER_PAGE_MAX) }
    }

    /// This page's size, at another number.
    pub fn at(self, number: u32) -> Self {
        Self { number: number.max(1), ..self }
    }

    /// Counted from 1.
    pub const fn number(self) -> u32 {
        self.number
    }

    /// Items on the page, 1 to 30.
    pub const fn size(self) -> u32 {
        self.size
    }

    /// Items before this page.
    pub const fn offset(self) -> u64 {
        (self.number as u64 - 1) * self.size as u64
    }

    /// How many items there are on all pages, where `found` on this page tell it: on a page that
    /// is not full, and is the first or not empty.
    pub const fn total_seen(self, found: usize) -> Option<u64> {
        let is_last = found < self.size as usize && (found > 0 || self.number == 1);
        if is_last { Some(self.offset() + found as u64) } else { None }
    }

    /// How many pages `total` items fill.
    pub const fn count(self, total: u64) -> u64 {
        total.div_ceil(self.size as u64)
    }
}

/// One page of things, and how many there are in all.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing<T> {
    /// The things on this page.
    pub items: Vec<T>,
    /// Exact number of things on all pages.
    pub total: u64,
}

impl<T> Listing<T> {
    /// Nothing at all.
    pub const fn empty() -> Self {
        Self { items: Vec::new(), total: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_cannot_be_wrong() {
        for (page, size, expected) in [
            (None, None, (1, 10)),
            (Some("3"), Some("40"), (3, 30)),
            (Some("0"), Some("0"), (1, 10)),
            (Some("-1"), Some("many"), (1, 10)),
            (Some("99999999999"), Some("1"), (1, 1)),
        ] {
            let read = Page::parse(page, size);
            assert_eq!((read.number(), read.size()), expected, "{page:?} {size:?}");
        }
    }

    #[test]
    fn pages_are_counted_upwards() {
        assert_eq!(Page::first(10).count(21), 3);
        assert_eq!(Page::first(10).count(0), 0);
        assert_eq!(Page::first(10).at(3).offset(), 20);
    }

    #[test]
    fn a_page_that_is_not_full_tells_the_total() {
        let first = Page::first(10);
        assert_eq!((first.total_seen(0), first.total_seen(9)), (Some(0), Some(9)));
        assert_eq!(first.total_seen(10), None);
        assert_eq!((first.at(3).total_seen(4), first.at(3).total_seen(0)), (Some(24), None));
    }
}
