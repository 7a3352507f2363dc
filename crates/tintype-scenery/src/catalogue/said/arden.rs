//! What Yuki Arden says of their scenes.

use super::Said;

pub(super) const SAID: &[Said] = &[
    Said {
        of: "Spruces in Fog",
        de: ("Fichten im Nebel", "Fichten in dichtem, blaugrauem Nebel", "Sichtweite: drei Bäume."),
        es: (
            "Píceas en la niebla",
            "Píceas envueltas en una espesa niebla gris azulada",
            "Visibilidad: tres árboles.",
        ),
        fr: (
            "Épicéas dans le brouillard",
            "Des épicéas dans un épais brouillard gris-bleu",
            "Visibilité : trois arbres.",
        ),
    },
    Said {
        of: "Birches, October",
        de: (
            "Birken, Oktober",
            "Ein Birkenwald mit gelbem Laub und rostrotem Gras",
            "Zum Einschlafen zähle ich Stämme.",
        ),
        es: (
            "Abedules, octubre",
            "Un bosque de abedules con hojas amarillas y hierba rojiza",
            "Cuento troncos para dormirme.",
        ),
        fr: (
            "Bouleaux, octobre",
            "Un bois de bouleaux aux feuilles jaunes et à l’herbe rousse",
            "Pour m’endormir, je compte les troncs.",
        ),
    },
    Said {
        of: "New Leaves",
        de: ("Junges Laub", "Weiße Birkenstämme und frisches grünes Laub in weichem Licht", ""),
        es: ("Hojas nuevas", "Troncos blancos de abedul y hojas verdes y tiernas en luz suave", ""),
        fr: (
            "Jeunes feuilles",
            "Des troncs blancs de bouleaux et un jeune feuillage vert dans une lumière douce",
            "",
        ),
    },
    Said {
        of: "Quiet Enough",
        de: ("Still genug", "Birkenstämme in einem verschneiten Wald an einem grauen Tag", ""),
        es: ("Silencio suficiente", "Troncos de abedul en un bosque nevado en un día gris", ""),
        fr: (
            "Assez de silence",
            "Des troncs de bouleaux dans un bois enneigé par un jour gris",
            "",
        ),
    },
    Said {
        of: "All at Once",
        de: ("Alles auf einmal", "Hügel voller Herbstwald in Rot, Orange und Grün", ""),
        es: ("Todo a la vez", "Colinas cubiertas de bosque otoñal en rojo, naranja y verde", ""),
        fr: (
            "Tout à la fois",
            "Des collines couvertes de forêts d’automne, rouges, orange et vertes",
            "",
        ),
    },
    Said {
        of: "The Valley Fills",
        de: (
            "Das Tal füllt sich",
            "Nebel liegt in einem bewaldeten Tal unter einer tiefen, goldenen Sonne",
            "Er stieg vom Fluss auf wie ein Teig, der geht.",
        ),
        es: (
            "El valle se llena",
            "La niebla cubre un valle boscoso bajo un sol bajo y dorado",
            "Subía del río como la masa de pan cuando leva.",
        ),
        fr: (
            "La vallée se remplit",
            "Le brouillard repose dans une vallée boisée sous un soleil bas et doré",
            "Il montait de la rivière comme une pâte qui lève.",
        ),
    },
    Said {
        of: "The Mountain in October",
        de: (
            "Der Berg im Oktober",
            "Ein schneebedeckter Vulkan über Herbstwäldern, gespiegelt in einem See",
            "",
        ),
        es: (
            "La montaña en octubre",
            "Un volcán de cima nevada sobre bosques otoñales, reflejado en un lago",
            "",
        ),
        fr: (
            "La montagne en octobre",
            "Un volcan coiffé de neige au-dessus de bois d’automne, reflété dans un lac",
            "",
        ),
    },
    Said {
        of: "First Colour",
        de: (
            "Erste Farbe",
            "Der verschneite Kegel eines Vulkans färbt sich bei Tagesanbruch rosa",
            "",
        ),
        es: ("Primer color", "El cono nevado de un volcán se tiñe de rosa al despuntar el día", ""),
        fr: ("Première couleur", "Le cône enneigé d’un volcan rosit au point du jour", ""),
    },
    Said {
        of: "Steps of Water",
        de: (
            "Stufen aus Wasser",
            "Geflutete Reisterrassen spiegeln den Abendhimmel",
            "Von Hand gebaut, eine Stufe je Generation.",
        ),
        es: (
            "Escalones de agua",
            "Terrazas de arroz inundadas que reflejan el cielo del atardecer",
            "Hechos a mano, un escalón por generación.",
        ),
        fr: (
            "Marches d’eau",
            "Des rizières en terrasses inondées reflètent le ciel du soir",
            "Bâties à la main, une marche par génération.",
        ),
    },
];
