//! The photographers of the demo; none of them exists.

/// An invented photographer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Photographer {
    /// The name in addresses.
    pub username: &'static str,
    /// First name.
    pub first_name: &'static str,
    /// Last name.
    pub last_name: &'static str,
    /// A sentence or two about them.
    pub bio: &'static str,
    /// Where they say they live.
    pub location: &'static str,
}

/// The six photographers of the demo.
pub fn photographers() -> &'static [Photographer] {
    PHOTOGRAPHERS
}

pub(crate) fn photographer(username: &str) -> Option<&'static Photographer> {
    PHOTOGRAPHERS.iter().find(|person| person.username == username)
}

const PHOTOGRAPHERS: &[Photographer] = &[
    Photographer {
        username: "maren_holt",
        first_name: "Maren",
        last_name: "Holt",
        bio: "Coasts, cold water and early ferries. Every picture here was rendered, not taken.",
        location: "Bergen, Norway",
    },
    Photographer {
        username: "tomas_varga",
        first_name: "Tomás",
        last_name: "Varga",
        bio: "Walks uphill with a plate camera that exists only in software.",
        location: "Zakopane, Poland",
    },
    Photographer {
        username: "ines_calder",
        first_name: "Inés",
        last_name: "Calder",
        bio: "Deserts, dry light, long shadows.",
        location: "San Pedro de Atacama, Chile",
    },
    Photographer {
        username: "yuki_arden",
        first_name: "Yuki",
        last_name: "Arden",
        bio: "Woods and weather. Prefers fog to sun and says so.",
        location: "Sapporo, Japan",
    },
    Photographer {
        username: "noor_lindqvist",
        first_name: "Noor",
        last_name: "Lindqvist",
        bio: "Nights outside: stars, northern lights, moonrise over anything.",
        location: "Abisko, Sweden",
    },
    Photographer {
        username: "ewan_birch",
        first_name: "Ewan",
        last_name: "Birch",
        bio: "Fields, hills and farmland, mostly before breakfast.",
        location: "Settle, England",
    },
];
