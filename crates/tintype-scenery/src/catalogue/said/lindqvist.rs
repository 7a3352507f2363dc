//! What Noor Lindqvist says of her scenes.

use super::Said;

pub(super) const SAID: &[Said] = &[
    Said {
        of: "Overhead",
        de: ("Über uns", "Die Milchstraße über einem dunklen Horizont mit Kiefern", ""),
        es: ("Sobre nosotros", "La Vía Láctea sobre un horizonte oscuro con pinos", ""),
        fr: ("Au-dessus de nous", "La Voie lactée au-dessus d’un horizon sombre bordé de pins", ""),
    },
    Said {
        of: "The River Above",
        de: (
            "Der Fluss da oben",
            "Das Band der Milchstraße quer über dem Nachthimmel, darunter dunkle Hügel",
            "Zwanzig Sekunden, dann noch einmal zwanzig, zur Sicherheit.",
        ),
        es: (
            "El río de arriba",
            "La franja de la Vía Láctea cruza el cielo nocturno sobre colinas oscuras",
            "Veinte segundos y luego otros veinte, por si acaso.",
        ),
        fr: (
            "La rivière d’en haut",
            "Le ruban de la Voie lactée traverse le ciel nocturne au-dessus de collines sombres",
            "Vingt secondes, puis vingt autres, pour être sûre.",
        ),
    },
    Said {
        of: "Lights over the Lake",
        de: (
            "Lichter über dem See",
            "Türkises Nordlicht spiegelt sich in einem See unter dunklen Hügeln",
            "",
        ),
        es: (
            "Luces sobre el lago",
            "Una aurora boreal turquesa reflejada en un lago al pie de colinas oscuras",
            "",
        ),
        fr: (
            "Lumières sur le lac",
            "Une aurore boréale turquoise se reflète dans un lac au pied de collines sombres",
            "",
        ),
    },
    Said {
        of: "Curtain Call",
        de: (
            "Letzter Vorhang",
            "Grüne und violette Nordlichtvorhänge über einem See zwischen Fichten",
            "Der Hund hat alles verschlafen.",
        ),
        es: (
            "Último telón",
            "Cortinas verdes y violetas de aurora boreal sobre un lago entre píceas",
            "El perro se lo pasó durmiendo.",
        ),
        fr: (
            "Dernier rideau",
            "Des rideaux verts et violets d’aurore boréale au-dessus d’un lac entre les épicéas",
            "Le chien a dormi tout du long.",
        ),
    },
    Said {
        of: "Northern Lights",
        de: (
            "Nordlicht",
            "Ein weiter Himmel voller blaugrüner Nordlichter über dunklen Fichten",
            "",
        ),
        es: (
            "Aurora boreal",
            "Un amplio cielo lleno de auroras boreales verde azuladas sobre píceas oscuras",
            "",
        ),
        fr: (
            "Aurore boréale",
            "Un vaste ciel rempli d’aurores boréales bleu-vert au-dessus d’épicéas sombres",
            "",
        ),
    },
    Said {
        of: "Moonrise",
        de: (
            "Mondaufgang",
            "Der Vollmond geht über dunklen Hügeln und einem violetten Meer auf",
            "Es geht immer schneller, als man denkt.",
        ),
        es: (
            "Sale la luna",
            "La luna llena asoma sobre colinas oscuras y un mar violeta",
            "Siempre va más deprisa de lo que uno cree.",
        ),
        fr: (
            "Lever de lune",
            "La pleine lune se lève sur des collines sombres et une mer violette",
            "C’est toujours plus rapide qu’on ne croit.",
        ),
    },
    Said {
        of: "Harvest Moon",
        de: ("Erntemond", "Der Vollmond zwischen zwei Hügeln unter violettem Himmel", ""),
        es: ("Luna de cosecha", "La luna llena entre dos colinas bajo un cielo violeta", ""),
        fr: ("Lune des moissons", "La pleine lune entre deux collines sous un ciel violet", ""),
    },
    Said {
        of: "Moonlit Fjord",
        de: (
            "Fjord im Mondlicht",
            "Verschneite Berge und Wälder im Mondlicht, gespiegelt in schwarzem Wasser",
            "",
        ),
        es: (
            "Fiordo a la luz de la luna",
            "Montañas nevadas y bosques a la luz de la luna, reflejados en aguas negras",
            "",
        ),
        fr: (
            "Fjord au clair de lune",
            "Des montagnes enneigées et des bois au clair de lune, reflétés dans une eau noire",
            "",
        ),
    },
    Said {
        of: "Keeping Watch",
        de: ("Nachtwache", "Ein Berg im Mondlicht unter Sternen", ""),
        es: ("De guardia", "Una montaña a la luz de la luna bajo las estrellas", ""),
        fr: ("La veille", "Une montagne au clair de lune sous les étoiles", ""),
    },
];
