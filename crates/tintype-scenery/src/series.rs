//! The demo's topics and collections, and which scenes belong to them.

use crate::catalogue::catalogue;
use crate::scene::Scene;

/// A theme that the library presents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Topic {
    /// The name in addresses.
    pub slug: &'static str,
    /// The title.
    pub title: &'static str,
    /// What it is about.
    pub description: &'static str,
}

/// A set of pictures that one photographer put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Collection {
    /// The name in [`Scene::collections`].
    pub slug: &'static str,
    /// The title.
    pub title: &'static str,
    /// What holds it together.
    pub description: &'static str,
    /// The user name of its owner.
    pub curator: &'static str,
}

impl Topic {
    /// The scenes of this topic, in catalogue order.
    pub fn members(&self) -> impl Iterator<Item = &'static Scene> {
        let slug = self.slug;
        catalogue().iter().filter(move |scene| scene.topics.contains(&slug))
    }
}

impl Collection {
    /// The scenes of this collection, in catalogue order.
    pub fn members(&self) -> impl Iterator<Item = &'static Scene> {
        let slug = self.slug;
        catalogue().iter().filter(move |scene| scene.collections.contains(&slug))
    }
}

/// The topics of the demo.
pub fn topics() -> &'static [Topic] {
    TOPICS
}

/// The collections of the demo.
pub fn collections() -> &'static [Collection] {
    COLLECTIONS
}

const TOPICS: &[Topic] = &[
    Topic {
        slug: "mountains",
        title: "Mountains",
        description: "Rock, snow and the long way up: ranges near and far, in every light.",
    },
    Topic { slug: "water", title: "Water", description: "Seas, lakes and rivers, still or not." },
    Topic {
        slug: "forests",
        title: "Forests",
        description: "Among trees: fog between trunks, snow on branches, leaves turning.",
    },
    Topic { slug: "deserts", title: "Deserts", description: "Sand, stone and distance." },
    Topic {
        slug: "night",
        title: "Night",
        description: "After the light has gone: stars, moon and northern lights.",
    },
    Topic {
        slug: "fields-and-meadows",
        title: "Fields & Meadows",
        description: "Open country with grass, flowers, hills and weather.",
    },
];

const COLLECTIONS: &[Collection] = &[
    Collection {
        slug: "first-light",
        title: "First Light",
        description: "Reasons to get up before the sun does.",
        curator: "ewan_birch",
    },
    Collection {
        slug: "quiet-blue",
        title: "Quiet Blue",
        description: "Cool pictures for a calm wall.",
        curator: "maren_holt",
    },
    Collection {
        slug: "golden-hour",
        title: "Golden Hour",
        description: "The last warm light of the day.",
        curator: "ines_calder",
    },
    Collection {
        slug: "weather",
        title: "Weather",
        description: "Fog, rain, storm and snow: days when others stay in.",
        curator: "yuki_arden",
    },
    Collection {
        slug: "far-north",
        title: "Far North",
        description: "Ice, long shadows and lights in the sky.",
        curator: "noor_lindqvist",
    },
    Collection {
        slug: "wallpapers",
        title: "Wallpapers",
        description: "Room for icons, nothing loud.",
        curator: "tomas_varga",
    },
];
