//! What Maren Holt says of her scenes.

use super::Said;

pub(super) const SAID: &[Said] = &[
    Said {
        of: "Evening on the Skagerrak",
        de: (
            "Abend auf dem Skagerrak",
            "Offene See bei Sonnenuntergang, mit roten Wolken und tief stehender Sonne am Horizont",
            "",
        ),
        es: (
            "Atardecer en el Skagerrak",
            "Mar abierto al ponerse el sol, con nubes rojas y el sol bajo sobre el horizonte",
            "",
        ),
        fr: (
            "Soir sur le Skagerrak",
            "La pleine mer au coucher du soleil, des nuages rouges et un soleil bas sur l’horizon",
            "",
        ),
    },
    Said {
        of: "Blue Hour",
        de: (
            "Blaue Stunde",
            "Dunkelblaues Meer unter ziehenden Wolken nach Sonnenuntergang",
            "Warten auf die späte Fähre.",
        ),
        es: (
            "Hora azul",
            "Un mar azul oscuro bajo nubes en movimiento después de la puesta de sol",
            "Esperando el último ferri.",
        ),
        fr: (
            "L’heure bleue",
            "Une mer bleu sombre sous des nuages qui passent, après le coucher du soleil",
            "En attendant le dernier ferry.",
        ),
    },
    Said {
        of: "Silver Lane",
        de: ("Silberstraße", "Die Morgensonne zieht eine helle Bahn über das Meer", ""),
        es: ("Estela de plata", "El sol de la mañana traza un camino brillante sobre el mar", ""),
        fr: ("Sillage d’argent", "Le soleil du matin trace un chemin brillant sur la mer", ""),
    },
    Said {
        of: "Where the Meadow Ends",
        de: (
            "Wo die Wiese endet",
            "Grüne Klippen fallen an einem hellen Abend ins Meer ab",
            "Hinter mir Schafe, vor mir nichts.",
        ),
        es: (
            "Donde acaba el prado",
            "Acantilados verdes que caen al mar en una tarde luminosa",
            "Detrás de mí, ovejas; delante, nada.",
        ),
        fr: (
            "Là où finit le pré",
            "Des falaises vertes plongent dans la mer par un soir lumineux",
            "Des moutons derrière moi, rien devant.",
        ),
    },
    Said {
        of: "Low Tide",
        de: ("Ebbe", "Ein Sandstrand mit Dünen und tief stehender Sonne über dem Meer", ""),
        es: ("Marea baja", "Una playa de arena con dunas y el sol bajo sobre el mar", ""),
        fr: ("Marée basse", "Une plage de sable bordée de dunes, un soleil bas sur la mer", ""),
    },
    Said {
        of: "Three Waves",
        de: (
            "Drei Wellen",
            "Wellen brechen an einem hellen Strand, senkrecht von oben gesehen",
            "Ein Akku, ein Überflug, kein Wind.",
        ),
        es: (
            "Tres olas",
            "Olas rompiendo en una playa clara, vistas en vertical desde el aire",
            "Una batería, una pasada, nada de viento.",
        ),
        fr: (
            "Trois vagues",
            "Des vagues se brisent sur une plage claire, vues à la verticale",
            "Une batterie, un passage, pas de vent.",
        ),
    },
    Said {
        of: "Black Sand",
        de: (
            "Schwarzer Sand",
            "Weiße Brandung läuft einen dunklen Strand hinauf, von oben gesehen",
            "",
        ),
        es: ("Arena negra", "Espuma blanca que sube por una playa oscura, vista desde arriba", ""),
        fr: ("Sable noir", "Le ressac blanc remonte une plage sombre, vu d’en haut", ""),
    },
    Said {
        of: "Lagoon",
        de: ("Lagune", "Bewaldete Inseln mit weißen Stränden in einem türkisen Meer", ""),
        es: ("Laguna", "Islas boscosas de playas blancas en un mar turquesa", ""),
        fr: ("Le lagon", "Des îles boisées aux plages blanches dans une mer turquoise", ""),
    },
    Said {
        of: "Before the Wind",
        de: (
            "Vor dem Wind",
            "Berge und Wälder spiegeln sich am Morgen in einem stillen See",
            "Zehn Minuten später war der Spiegel fort.",
        ),
        es: (
            "Antes del viento",
            "Montañas y bosques reflejados en un lago en calma por la mañana",
            "Diez minutos después, el espejo había desaparecido.",
        ),
        fr: (
            "Avant le vent",
            "Des montagnes et des forêts se reflètent au matin dans un lac immobile",
            "Dix minutes plus tard, le miroir avait disparu.",
        ),
    },
    Said {
        of: "October Water",
        de: (
            "Oktoberwasser",
            "Herbstbäume und leicht verschneite Berge spiegeln sich in einem See",
            "",
        ),
        es: (
            "Agua de octubre",
            "Árboles otoñales y montañas espolvoreadas de nieve reflejados en un lago",
            "",
        ),
        fr: (
            "Eaux d’octobre",
            "Des arbres d’automne et des montagnes saupoudrées de neige se reflètent dans un lac",
            "",
        ),
    },
    Said {
        of: "Fjord in Blue",
        de: ("Fjord in Blau", "Ein Fjord zwischen verschneiten Bergen im blauen Abendlicht", ""),
        es: (
            "Fiordo en azul",
            "Un fiordo entre montañas nevadas bajo la luz azul del anochecer",
            "",
        ),
        fr: (
            "Fjord en bleu",
            "Un fjord entre des montagnes enneigées, dans la lumière bleue du soir",
            "",
        ),
    },
    Said {
        of: "Drift",
        de: (
            "Treibeis",
            "Ein Eisberg treibt auf ruhiger, kalter See, am Horizont noch mehr Eis",
            "",
        ),
        es: (
            "A la deriva",
            "Un iceberg a la deriva en un mar frío y tranquilo, con más hielo en el horizonte",
            "",
        ),
        fr: (
            "À la dérive",
            "Un iceberg dérive sur une mer froide et calme, d’autres glaces à l’horizon",
            "",
        ),
    },
    Said {
        of: "Reeds, Evening",
        de: (
            "Schilf am Abend",
            "Schilf am Ufer eines dunstigen Sees bei Sonnenuntergang",
            "Rohrdommeln gehört, keine gesehen.",
        ),
        es: (
            "Juncos al atardecer",
            "Juncos en la orilla de un lago neblinoso a la puesta de sol",
            "Avetoros oídos, ninguno visto.",
        ),
        fr: (
            "Roseaux, le soir",
            "Des roseaux au bord d’un lac embrumé au coucher du soleil",
            "Butors entendus, aucun aperçu.",
        ),
    },
    Said {
        of: "Shore with Mist",
        de: ("Ufer im Dunst", "Die Morgensonne über einem See mit Nebelschleiern und Schilf", ""),
        es: ("Orilla con neblina", "El sol de la mañana sobre un lago con neblina y juncos", ""),
        fr: (
            "Rivage dans la brume",
            "Le soleil du matin sur un lac, avec de la brume et des roseaux",
            "",
        ),
    },
];
