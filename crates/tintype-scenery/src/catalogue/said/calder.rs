//! What Inés Calder says of her scenes.

use super::Said;

pub(super) const SAID: &[Said] = &[
    Said {
        of: "The Crest",
        de: (
            "Der Dünenkamm",
            "Goldene Sanddünen mit scharfem Kamm zwischen Licht und Schatten",
            "Man hört den Sand, bevor man ihn wandern sieht.",
        ),
        es: (
            "La cresta",
            "Dunas de arena dorada con una cresta afilada entre la luz y la sombra",
            "La arena se oye antes de verla moverse.",
        ),
        fr: (
            "La crête",
            "Des dunes de sable doré à la crête nette, entre lumière et ombre",
            "On entend le sable avant de le voir bouger.",
        ),
    },
    Said {
        of: "One Tall Dune",
        de: ("Eine hohe Düne", "Orange Sanddünen unter tiefblauem Himmel", ""),
        es: ("Una duna alta", "Dunas de arena anaranjada bajo un cielo azul intenso", ""),
        fr: ("Une haute dune", "Des dunes de sable orange sous un ciel d’un bleu profond", ""),
    },
    Said {
        of: "Moonlit Sand",
        de: ("Sand im Mondlicht", "Dünen im Mondlicht unter einem Sternenhimmel", ""),
        es: ("Arena a la luz de la luna", "Dunas a la luz de la luna bajo un cielo estrellado", ""),
        fr: ("Sable au clair de lune", "Des dunes au clair de lune sous un ciel étoilé", ""),
    },
    Said {
        of: "Red Walls",
        de: (
            "Rote Wände",
            "Felstürme aus Sandstein glühen bei Sonnenuntergang rot über dunkler Ebene",
            "",
        ),
        es: (
            "Paredes rojas",
            "Cerros de arenisca que arden en rojo al atardecer sobre una llanura oscura",
            "",
        ),
        fr: (
            "Parois rouges",
            "Des buttes de grès rougeoient au couchant sur une plaine sombre",
            "",
        ),
    },
    Said {
        of: "Wide Country",
        de: (
            "Weites Land",
            "Eine Reihe von Tafelbergen auf weiter Wüstenebene unter blauem Himmel",
            "Vier Stunden Straße für ein einziges Bild.",
        ),
        es: (
            "Tierra ancha",
            "Una fila de mesetas en una amplia llanura desértica bajo un cielo azul",
            "Cuatro horas de carretera para una sola foto.",
        ),
        fr: (
            "Grands espaces",
            "Une rangée de buttes sur une vaste plaine désertique sous un ciel bleu",
            "Quatre heures de route pour une seule image.",
        ),
    },
    Said {
        of: "The Far Rim",
        de: ("Der ferne Rand", "Abendlicht auf den geschichteten Wänden eines tiefen Canyons", ""),
        es: (
            "El borde lejano",
            "Luz de la tarde sobre las paredes veteadas de un cañón profundo",
            "",
        ),
        fr: (
            "Le bord lointain",
            "La lumière du soir sur les parois striées d’un canyon profond",
            "",
        ),
    },
    Said {
        of: "Twice the Sky",
        de: (
            "Zweimal Himmel",
            "Orange Wolken und eine tiefe Sonne, gespiegelt in einer überfluteten Salzpfanne",
            "Niemand konnte sagen, wo der Horizont war.",
        ),
        es: (
            "Dos veces el cielo",
            "Nubes anaranjadas y un sol bajo reflejados en un salar inundado",
            "Nadie sabía decir dónde estaba el horizonte.",
        ),
        fr: (
            "Deux fois le ciel",
            "Des nuages orange et un soleil bas reflétés dans un désert de sel inondé",
            "Personne n’aurait su dire où était l’horizon.",
        ),
    },
    Said {
        of: "Noon, Mirrored",
        de: (
            "Mittag, gespiegelt",
            "Weiße Wolken am blauen Himmel und noch einmal im flachen Wasser",
            "",
        ),
        es: (
            "Mediodía en el espejo",
            "Nubes blancas en un cielo azul y otra vez en el agua poco profunda",
            "",
        ),
        fr: (
            "Midi au miroir",
            "Des nuages blancs dans un ciel bleu, et de nouveau dans l’eau peu profonde",
            "",
        ),
    },
    Said {
        of: "Shade for One",
        de: (
            "Schatten für einen",
            "Eine Akazie im trockenen Gras, daneben die tief stehende Sonne",
            "",
        ),
        es: ("Sombra para uno", "Una acacia entre la hierba seca con el sol bajo a su lado", ""),
        fr: ("De l’ombre pour un", "Un acacia dans l’herbe sèche, le soleil bas à ses côtés", ""),
    },
    Said {
        of: "Red Evening",
        de: ("Roter Abend", "Eine Schirmakazie vor dem Abendhimmel über rötlichem Gras", ""),
        es: (
            "Tarde roja",
            "Una acacia de copa plana contra el cielo del atardecer sobre hierba rojiza",
            "",
        ),
        fr: (
            "Soir rouge",
            "Un acacia parasol devant le ciel du soir, au-dessus d’une herbe rougeâtre",
            "",
        ),
    },
    Said {
        of: "Braids",
        de: ("Flusszöpfe", "Die Arme eines verzweigten Flusses im Sand, von oben gesehen", ""),
        es: ("Trenzas", "Los brazos de un río trenzado entre sus arenas, vistos desde el aire", ""),
        fr: ("Tresses", "Les bras d’une rivière en tresses dans son sable, vus du ciel", ""),
    },
];
