//! What Ewan Birch says of his scenes.

use super::Said;

pub(super) const SAID: &[Said] = &[
    Said {
        of: "Patchwork",
        de: (
            "Flickenteppich",
            "Grüne und gelbe Felder mit Hecken auf sanften Hügeln am Morgen",
            "Am schönsten, bevor die Traktoren wach sind.",
        ),
        es: (
            "Mosaico",
            "Campos verdes y amarillos con setos sobre suaves colinas por la mañana",
            "Se ve mejor antes de que despierten los tractores.",
        ),
        fr: (
            "Mosaïque",
            "Des champs verts et jaunes bordés de haies sur de douces collines, au matin",
            "À voir avant le réveil des tracteurs.",
        ),
    },
    Said {
        of: "After the Harvest",
        de: (
            "Nach der Ernte",
            "Abgeerntete Felder und Hecken auf sanften Hügeln im Abendlicht",
            "",
        ),
        es: (
            "Después de la cosecha",
            "Campos segados y setos sobre suaves colinas a la luz de la tarde",
            "",
        ),
        fr: (
            "Après la moisson",
            "Des champs moissonnés et des haies sur de douces collines, dans la lumière du soir",
            "",
        ),
    },
    Said {
        of: "Snow on the Fields",
        de: (
            "Schnee auf den Feldern",
            "Verschneite Felder und Wäldchen im letzten Licht eines Wintertags",
            "",
        ),
        es: (
            "Nieve en los campos",
            "Campos nevados y bosquecillos con la última luz de un día de invierno",
            "",
        ),
        fr: (
            "Neige sur les champs",
            "Des champs enneigés et des bosquets aux dernières lueurs d’un jour d’hiver",
            "",
        ),
    },
    Said {
        of: "Poppies",
        de: ("Mohn", "Eine Wiese voll roter Mohnblumen unter aufgetürmten weißen Wolken", ""),
        es: ("Amapolas", "Un prado lleno de amapolas rojas bajo grandes nubes blancas", ""),
        fr: (
            "Coquelicots",
            "Une prairie pleine de coquelicots rouges sous de gros nuages blancs",
            "",
        ),
    },
    Said {
        of: "Cornflowers",
        de: ("Kornblumen", "Blaue und weiße Wildblumen auf einer Sommerwiese", ""),
        es: ("Acianos", "Flores silvestres azules y blancas en un prado de verano", ""),
        fr: ("Bleuets", "Des fleurs sauvages bleues et blanches dans une prairie d’été", ""),
    },
    Said {
        of: "Buttercup Evening",
        de: (
            "Butterblumenabend",
            "Eine Frühlingswiese mit gelben und weißen Blumen im Abendlicht",
            "Die Stiefel durchnässt, und das war es wert.",
        ),
        es: (
            "Tarde de ranúnculos",
            "Un prado de primavera con flores amarillas y blancas a la luz de la tarde",
            "Las botas empapadas, pero mereció la pena.",
        ),
        fr: (
            "Soir de boutons d’or",
            "Une prairie de printemps aux fleurs jaunes et blanches dans la lumière du soir",
            "Les bottes trempées, mais ça valait la peine.",
        ),
    },
    Said {
        of: "Lavender",
        de: ("Lavendel", "Lavendelreihen laufen in der Morgensonne auf ferne Hügel zu", ""),
        es: (
            "Lavanda",
            "Hileras de lavanda que se alejan hacia unas colinas bajo el sol de la mañana",
            "",
        ),
        fr: (
            "Lavande",
            "Des rangées de lavande filent vers des collines lointaines sous le soleil du matin",
            "",
        ),
    },
    Said {
        of: "Tulip Rows",
        de: ("Tulpenreihen", "Reihen von Tulpen in vielen Farben unter blauem Himmel", ""),
        es: (
            "Hileras de tulipanes",
            "Hileras de tulipanes de muchos colores bajo un cielo azul",
            "",
        ),
        fr: ("Rangées de tulipes", "Des rangées de tulipes multicolores sous un ciel bleu", ""),
    },
    Said {
        of: "Tea",
        de: ("Tee", "Reihen grüner Teesträucher im dunstigen Abendlicht", ""),
        es: ("Té", "Hileras de arbustos de té bajo la luz brumosa del atardecer", ""),
        fr: ("Thé", "Des rangées de théiers verts dans la lumière voilée du soir", ""),
    },
    Said {
        of: "Oxbow",
        de: (
            "Flussschleife",
            "Ein Fluss windet sich durch Wiesen und Wälder auf die Berge zu",
            "Den Namen habe ich ihr gegeben. Die Karte ist anderer Meinung.",
        ),
        es: (
            "Meandro",
            "Un río serpentea entre prados y bosques hacia las montañas",
            "El nombre se lo puse yo. El mapa no está de acuerdo.",
        ),
        fr: (
            "Le méandre",
            "Une rivière serpente entre prés et bois vers les montagnes",
            "C’est moi qui l’ai nommé ainsi. La carte n’est pas d’accord.",
        ),
    },
    Said {
        of: "River, Turning",
        de: (
            "Fluss in der Biegung",
            "Ein Fluss macht in goldenem Licht eine Biegung durch eine herbstliche Ebene",
            "",
        ),
        es: ("El río gira", "Un río describe una curva por una llanura otoñal en luz dorada", ""),
        fr: (
            "La rivière tourne",
            "Une rivière s’incurve dans une plaine d’automne sous une lumière dorée",
            "",
        ),
    },
    Said {
        of: "Five Seconds Away",
        de: (
            "Fünf Sekunden entfernt",
            "Ein Blitz unter einer dunklen Gewitterwolke über einer weiten Ebene",
            "Einundzwanzig, zweiundzwanzig …",
        ),
        es: (
            "A cinco segundos",
            "Un rayo bajo una oscura nube de tormenta sobre una amplia llanura",
            "Mil uno, mil dos…",
        ),
        fr: (
            "À cinq secondes",
            "Un éclair sous un sombre nuage d’orage au-dessus d’une vaste plaine",
            "Mille et un, mille et deux…",
        ),
    },
];
