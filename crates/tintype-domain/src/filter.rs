//! What lists and searches can be narrowed and ordered by (wire contract, section 5).

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value there is.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word on the wire.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// Reads the word on the wire.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == text)
            }
        }
    };
}

vocabulary! {
    /// The shape of a picture.
    Orientation {
        /// Wider than high by more than a tenth.
        Landscape = "landscape",
        /// Higher than wide by more than a tenth.
        Portrait = "portrait",
        /// Between 0.9 and 1.1.
        Squarish = "squarish",
    }
}

impl Orientation {
    /// The orientation of a picture so wide and so high.
    pub fn of(width: u32, height: u32) -> Self {
        let ratio = f64::from(width) / f64::from(height.max(1));
        if (0.9..=1.1).contains(&ratio) {
            Self::Squarish
        } else if ratio > 1.0 {
            Self::Landscape
        } else {
            Self::Portrait
        }
    }
}

vocabulary! {
    /// How careful a list is to be.
    ContentFilter {
        /// Everything that is public.
        Low = "low",
        /// Without sensitive pictures.
        High = "high",
    }
}

vocabulary! {
    /// The order of search results.
    SearchOrder {
        /// Best matches first.
        Relevant = "relevant",
        /// Newest first.
        Latest = "latest",
        /// Featured ones first.
        Editorial = "editorial",
    }
}

vocabulary! {
    /// The order of a list of photos.
    PhotoOrder {
        /// Newest first.
        Latest = "latest",
        /// Oldest first.
        Oldest = "oldest",
        /// Most liked first.
        Popular = "popular",
        /// Most seen first.
        Views = "views",
        /// Most downloaded first.
        Downloads = "downloads",
    }
}

vocabulary! {
    /// The order of topics.
    TopicOrder {
        /// As the editors set it.
        Position = "position",
        /// Featured ones first.
        Featured = "featured",
        /// Newest first.
        Latest = "latest",
        /// Oldest first.
        Oldest = "oldest",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_has_one_orientation() {
        for (size, expected) in [
            ((3000, 2000), Orientation::Landscape),
            ((2000, 3000), Orientation::Portrait),
            ((1100, 1000), Orientation::Squarish),
            ((900, 1000), Orientation::Squarish),
            ((1101, 1000), Orientation::Landscape),
            ((1, 0), Orientation::Squarish),
        ] {
            assert_eq!(Orientation::of(size.0, size.1), expected, "{size:?}");
        }
    }

    #[test]
    fn words_are_read_as_they_are_written() {
        assert!(
            PhotoOrder::ALL.iter().all(|order| PhotoOrder::parse(order.as_str()) == Some(*order))
        );
        assert_eq!(SearchOrder::parse("Relevant"), None);
    }
}
