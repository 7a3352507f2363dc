//! What Tomás Varga says of his scenes.

use super::Said;

pub(super) const SAID: &[Said] = &[
    Said {
        of: "Last Sun on the North Ridge",
        de: (
            "Letzte Sonne am Nordgrat",
            "Ein verschneiter Berg, der Grat im warmen Abendlicht, die Wand in blauem Schatten",
            "Zwanzig Minuten lang das, dann ein sehr kalter Abstieg.",
        ),
        es: (
            "Último sol en la arista norte",
            "Una montaña nevada con la arista bañada por la cálida luz del atardecer y la pared en sombra azul",
            "Veinte minutos así y, después, una bajada muy fría.",
        ),
        fr: (
            "Dernier soleil sur l’arête nord",
            "Une montagne enneigée, l’arête dans la lumière chaude du soir, la face dans une ombre bleue",
            "Vingt minutes de ce spectacle, puis une descente très froide.",
        ),
    },
    Said {
        of: "Alpenglow",
        de: ("Alpenglühen", "Schneegipfel, rosa überhaucht vom ersten Licht des Tages", ""),
        es: ("Arrebol alpino", "Picos nevados teñidos de rosa por la primera luz del día", ""),
        fr: (
            "Embrasement des cimes",
            "Des sommets enneigés teintés de rose par les premières lueurs du jour",
            "",
        ),
    },
    Said {
        of: "The Tooth",
        de: (
            "Der Zahn",
            "Ein steiler Berg ragt aus Schneefeldern in einen klaren Morgenhimmel",
            "",
        ),
        es: (
            "El colmillo",
            "Una montaña escarpada se alza sobre campos de nieve bajo un cielo matinal despejado",
            "",
        ),
        fr: (
            "La dent",
            "Une montagne abrupte se dresse au-dessus des champs de neige, sous un ciel matinal limpide",
            "",
        ),
    },
    Said {
        of: "Ridge behind Ridge",
        de: (
            "Kamm hinter Kamm",
            "Bewaldete Bergkämme, einer hinter dem anderen, verlieren sich im orangen Morgendunst",
            "Sechs Kämme gezählt, weitere vermutet.",
        ),
        es: (
            "Cresta tras cresta",
            "Crestas boscosas que se desvanecen una tras otra en la bruma anaranjada de la mañana",
            "Seis crestas contadas; sospecho que hay más.",
        ),
        fr: (
            "Crête après crête",
            "Des crêtes boisées qui s’effacent l’une derrière l’autre dans la brume orangée du matin",
            "Six crêtes comptées, d’autres soupçonnées.",
        ),
    },
    Said {
        of: "Grey Upon Grey",
        de: (
            "Grau in Grau",
            "Bergkämme in blassen Blau- und Grautönen unter einem gleichmäßigen Himmel",
            "",
        ),
        es: (
            "Gris sobre gris",
            "Crestas de montaña en tonos pálidos de azul y gris bajo un cielo uniforme",
            "",
        ),
        fr: (
            "Gris sur gris",
            "Des crêtes de montagnes dans des tons pâles de bleu et de gris sous un ciel uniforme",
            "",
        ),
    },
    Said {
        of: "Above the Weather",
        de: (
            "Über dem Wetter",
            "Ein dunkler Gipfel ragt am Morgen aus einem Wolkenmeer",
            "Unten Regen, wie man mir später sagte.",
        ),
        es: (
            "Por encima del mal tiempo",
            "Una cumbre oscura emerge de un mar de nubes por la mañana",
            "Abajo llovía, me contaron después.",
        ),
        fr: (
            "Au-dessus du mauvais temps",
            "Un sommet sombre émerge d’une mer de nuages au matin",
            "En bas il pleuvait, m’a-t-on dit plus tard.",
        ),
    },
    Said {
        of: "The Ice Front",
        de: (
            "Die Eisfront",
            "Ein Gletscher mit blauer, zerklüfteter Front endet in einem türkisfarbenen See",
            "Alle paar Minuten ein Geräusch wie eine Tür, weit weg.",
        ),
        es: (
            "El frente de hielo",
            "Un glaciar de frente azul y resquebrajado que termina en un lago turquesa",
            "Cada pocos minutos, un ruido como de una puerta lejana.",
        ),
        fr: (
            "Le front de glace",
            "Un glacier au front bleu et crevassé s’achève dans un lac turquoise",
            "Toutes les quelques minutes, comme le bruit d’une porte au loin.",
        ),
    },
];
