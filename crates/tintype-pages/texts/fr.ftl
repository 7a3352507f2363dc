# French. A name after a dollar sign comes from the page. Keys that begin with js-, drawer-,
# param-, header-, status- and json- also go to the scripts.

## Numbers and days
number-separator = { "\u202F" }
number-grouped-from = 1000
decimal-separator = ,
size-bytes = { $size } octets
size-kb = { $size } ko
size-mb = { $size } Mo
date = { $day ->
    [1] 1er
   *[other] { $day }
 } { $month } { $year }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
photos-count = { $count ->
    [one] { $shown } photo
   *[other] { $shown } photos
 }
photographers-count = { $count ->
    [one] { $shown } photographe
   *[other] { $shown } photographes
 }
collections-count = { $count ->
    [one] { $shown } collection
   *[other] { $shown } collections
 }
people-count = { $count ->
    [one] { $shown } personne
   *[other] { $shown } personnes
 }
last-days = { $shown } ces { $days } derniers jours

## Around every page
skip = Aller au contenu
languages-label = Langue
demo-line = Ceci est une démonstration. Ses images sont calculées par le programme, non photographiées.
nav-label = Outils
calls-button = L’appel d’API derrière cette page
calls-short = Appel d’API
upload = Envoyer
sign-in = Se connecter
sign-out = Se déconnecter
account-of = Compte de { $name }
foot-label = En savoir plus sur cette photothèque
feed = Flux
search-label = Rechercher des photos
search-go = Rechercher
search-hint = Rechercher des photos
suggestions = Suggestions
download = Télécharger
download-one = Télécharger : { $name }
like = J’aime
photo-by = Photo de { $name }
more = Plus
more-label = Plus d’images
license = Licence
search-title = { $name } : photos
search-title-collections = { $name } : collections
search-title-people = { $name } : personnes

## First page
topics = Thèmes
feed-title = Nouveautés et sélection
home-empty = Il n’y a encore rien ici. Les premières images apparaîtront à cet endroit.
home-description = { $name } : une photothèque à parcourir, à interroger et sur laquelle bâtir.
foot-holds = { $name } contient
foot-licenses = Licences :

## Search
tabs-label = Types
tab-photos = Photos
tab-collections = Collections
tab-people = Personnes
tab-likes = J’aime
tab-statistics = Statistiques
filters = Filtres
filters-clear = Effacer les filtres
orientation = Orientation
orientation-landscape = Paysage
orientation-portrait = Portrait
orientation-squarish = Carré
color = Couleur
color-black_and_white = Noir et blanc
color-black = Noir
color-white = Blanc
color-yellow = Jaune
color-orange = Orange
color-red = Rouge
color-purple = Violet
color-magenta = Magenta
color-green = Vert
color-teal = Bleu-vert
color-blue = Bleu
color-any = Toutes les couleurs
color-go = Trouver
color-search = Photos de la couleur { $name }
order = Ordre
order-relevant = Les plus pertinentes
order-latest = Les plus récentes
order-editorial = Le choix de la rédaction
related = Voir aussi
tried-nothing = Rien ne correspond à ces mots tels quels. Voici ce qui a été essayé :
tried-instead = Peu de choses correspondent à ces mots tels quels ; en voici donc davantage :
tried-spelling = une autre orthographe : { $name }
tried-beginnings = des mots plus longs qui commencent de même
tried-fewer = quelques-uns des mots au lieu de tous
tried-filters = sans les filtres
search-empty = Aucun résultat.
page-empty = Il n’y en a pas d’autres.
nearest = Les images les plus proches

## One photo
photo-untitled = Photo sans titre
previous = Photo précédente
next = Photo suivante
tags = Mots-clés
palette = Couleurs
use-title = Utiliser cette image
facts = À propos de cette image
sizes = Tailles
size-small = Petite
size-medium = Moyenne
size-large = Grande
size-largest = Très grande
original = Original
numbers = Chiffres
count-views = Vues
count-downloads = Téléchargements
count-likes = J’aime
about-photo = Comment elle a été faite
fact-published = Publiée
fact-taken = Prise
fact-camera = Appareil
fact-lens = Objectif
fact-exposure = Exposition
fact-focal = Focale
fact-iso = ISO
fact-pixels = Pixels
credit-text = Ligne de crédit
credit-html = Crédit, HTML
credit-markdown = Crédit, Markdown
copy-more = Adresse, HTML, CSS et couleurs
copy-url = Adresse
copy-img = Image HTML
copy-css = Arrière-plan CSS
copy-hex = Couleurs
copy-variables = Couleurs CSS
in-topics = Thèmes
in-collections = Dans ces collections
similar = Images similaires
photo-description = { $title }, une photo de { $name }.

## People, collections, topics
no-photos-yet = Il n’y a pas encore de photos de { $name } ici.
no-likes-yet = { $name } n’a encore aimé aucune photo.
no-collections-yet = { $name } n’a pas encore de collections.
profile-description = Photos de { $name }.
curated-by = Réunie par
list-empty = Elle ne contient pas encore de photos.
related-collections = Collections voisines
related-topics = Autres thèmes

## Signing in
login-name = Nom ou e-mail
login-password = Mot de passe
login-wrong = Ce nom et ce mot de passe ne vont pas ensemble.
login-often = Trop de tentatives. Attendez { $name } avant de réessayer.
login-stale = Le formulaire est resté ouvert trop longtemps. Veuillez le renvoyer.
login-first = Connectez-vous pour continuer.
seconds = { $count ->
    [one] { $shown } seconde
   *[other] { $shown } secondes
 }
minutes = { $count ->
    [one] { $shown } minute
   *[other] { $shown } minutes
 }

## Laisser agir une application
consent-title = { $name } veut agir en votre nom
consent-visitor = Vous êtes connecté en tant que { $name }.
consent-owner = L’application a été enregistrée par { $name }.
consent-scopes = Elle pourrait
consent-place = Vous reviendrez ensuite à { $name }.
consent-code = Un code sera ensuite affiché, que vous copierez dans le programme.
consent-allow = Autoriser
consent-deny = Refuser
consent-note = N’autorisez que si vous êtes à l’origine de la demande. Vous pourrez revenir dessus à tout moment sous Apps et clés.
scope-public = voir ce que tout le monde voit
scope-read_user = lire votre profil, adresse e-mail comprise
scope-write_user = modifier votre profil
scope-read_photos = voir vos photos qui ne sont pas publiques
scope-write_photos = envoyer des photos et modifier ou supprimer les vôtres
scope-write_likes = aimer des photos en votre nom et revenir dessus
scope-write_followers = suivre des personnes en votre nom
scope-read_collections = voir vos collections privées
scope-write_collections = créer, modifier et supprimer vos collections
code-title = Votre code
code-note = Copiez ce code dans le programme qui l’a demandé. Il vaut une minute et une seule fois.
code-denied = Rien n’a été autorisé
code-denied-note = Le programme ne peut pas agir en votre nom. Vous pouvez fermer cette page.

## Apps et clés
apps-title = Apps et clés
apps-note = Un programme qui appelle l’API montre la clé d’une app. Enregistrez-en une pour chacun de vos programmes.
apps-none = Vous n’avez pas encore d’app.
apps-new = Une nouvelle app
apps-register = Enregistrer l’app
app-name = Nom
app-redirects = Adresses de retour
app-redirects-note = Une par ligne : là où l’on revient après avoir laissé l’app agir. https, ou http sur localhost, ou un schéma à vous comme org.example.app. Comparées lettre par lettre.
app-origins = Origines permises
app-origins-note = Une par ligne, comme https://example.org : seules les pages de là peuvent appeler avec la clé. Vide : toute page.
app-per-hour = Appels par heure
app-per-hour-note = Vide : autant que tout le monde.
app-public = Elle tourne dans des navigateurs ou sur des téléphones et ne peut garder aucun secret
app-teaching = Quelqu’un apprend avec elle : les réponses sont strictes et disent ce que le serveur a fait
app-key = Clé d’accès :
app-secret = Clé secrète :
app-secret-once = Elle n’est montrée que cette fois. Gardez-la en lieu sûr.
app-saved = Enregistré.
app-usage = Utilisation
app-usage-none = Aucun appel ces 30 derniers jours.
app-day = Jour
app-calls = Appels
app-refused = En trop
app-photos = Photos utilisées
app-photo = Photo
app-views = Montrée
app-downloads = Téléchargée
app-change = Réglages
app-save = Enregistrer
app-rotate = Nouvelle clé secrète
app-rotate-note = L’ancienne clé secrète ne vaut plus rien. Les jetons restent valables.
app-revoke = Désactiver
app-revoke-note = La clé et tous les jetons de l’app ne valent plus rien. On ne peut pas revenir en arrière.
app-revoke-confirm = Saisissez { $name } pour confirmer
given-title = Apps qui peuvent agir en votre nom
given-none = Aucune.
given-since = depuis le { $name }
given-withdraw = Retirer
given-withdraw-from = Retirer ce que { $name } peut faire

## Uploading
upload-title = Envoyer des images
upload-files = Images
upload-limits = { $formats }, jusqu’à { $size } chacune. Plusieurs à la fois, volontiers.
upload-for-all = Ce que vous indiquez ci-dessous vaut pour toutes. Vous pouvez le laisser vide : les titres, les mots et les lieux contenus dans les fichiers sont lus.
upload-results = { $count ->
    [one] { $shown } fichier
   *[other] { $shown } fichiers
 }
upload-done = Dans la photothèque.
upload-duplicate = Elle y était déjà.
upload-refused = Non acceptée :
upload-see = Voir
field-title = Titre
field-title-note = Vide : celui du fichier.
field-description = Description
field-tags = Mots-clés
field-tags-note = Séparés par des virgules.
field-place = Lieu

## When something is wrong
fault-400 = La demande n’est pas claire
fault-401 = Veuillez vous connecter
fault-403 = Interdit
fault-404 = Cette page n’existe pas
fault-405 = Cela ne peut pas se faire ici
fault-410 = C’était ici, et ça n’y est plus
fault-413 = Trop volumineux
fault-414 = L’adresse est trop longue
fault-422 = Quelque chose ne va pas dans ce qui a été envoyé
fault-429 = Trop de demandes
fault-500 = Quelque chose s’est cassé de notre côté
fault-503 = Débordé pour le moment
fault-other = Cela n’a pas marché
said-400 = Le serveur n’a pas compris ce que votre navigateur a envoyé.
said-401 = Seules les personnes connectées peuvent voir ceci.
said-403 = Vous ne faites pas partie de ceux qui peuvent voir ou faire ceci.
said-404 = Il n’y a rien à cette adresse. Le contenu a peut-être été déplacé, ou l’adresse comporte une erreur.
said-405 = Cette adresse n’accepte pas ce genre de demande.
said-410 = L’image a été retirée, ou les conditions sous lesquelles elle était proposée ont pris fin.
said-413 = Ce qui a été envoyé dépasse ce que cette photothèque accepte.
said-414 = Une adresse aussi longue n’est pas lue.
said-422 = L’un des champs contient une valeur inutilisable.
said-429 = Pour l’instant, votre adresse a demandé plus que sa part.
said-500 = Vous n’y êtes pour rien. L’incident a été noté sous le numéro ci-dessous.
said-503 = Il y a en ce moment plus à faire que le serveur ne le peut.
said-other = La demande n’a pas pu recevoir de réponse.
advice-look = Vérifiez l’adresse, cherchez ci-dessus ou allez à
advice-sign-in = Connectez-vous ou allez à
advice-wait = Attendez une minute et réessayez, ou allez à
advice-back = Revenez en arrière et corrigez, ou allez à
to-home = { $name }
request-id = Demande

## A call as a page
talk-intro = Cette adresse fait partie de l’API. Les programmes y reçoivent du JSON ; vous voyez le même appel sous forme de conversation.
talk-client = Votre navigateur dit de lui-même :
client-unknown = Un client
client-on = { $name } sur { $platform }
client-wants = langue souhaitée : { $name }
client-accepts = accepte { $name }
client-chose-page = Accept préfère text/html : cette page au lieu du simple JSON
client-chose-language = Accept-Language le demande : les mots sont en { $name }
language-en = anglais
language-de = allemand
language-es = espagnol
language-fr = français
talk-methods = Cette adresse connaît :
talk-waits = Cet appel compte quelque chose ; il attend donc que vous appuyiez sur « Envoyer ».
drawer-title = L’appel d’API derrière cette page
drawer-close = Fermer
drawer-request = La demande
drawer-origin = origine : quel serveur
drawer-path = chemin : quelle chose
drawer-query = requête : ce qu’on en veut, et comment
drawer-parameters = Paramètres
drawer-name = Nom
drawer-value = Valeur
drawer-meaning = Signification
drawer-send = Envoyer
drawer-request-headers = En-têtes de la demande
drawer-response-headers = En-têtes de la réponse
drawer-did = Ce que le serveur a fait
drawer-response = La réponse
drawer-raw = Telle qu’envoyée
drawer-snippets = Le même appel ailleurs
drawer-as-page = Ouvrir comme page
drawer-thread = Appels de cette visite
drawer-waiting = En attente de la réponse…
drawer-failed = Aucune réponse n’est venue. Le serveur tourne-t-il, et cet appareil est-il en ligne ?
drawer-ms = { $shown } ms
drawer-bytes = { $count ->
    [one] { $shown } octet
   *[other] { $shown } octets
 }
drawer-add = Ajouter un paramètre
drawer-logic = Logique
drawer-security = Sécurité
drawer-database = Base de données
drawer-search = Recherche
drawer-cache = Cache
drawer-background = Arrière-plan
drawer-browser-adds = Votre navigateur en ajoute quelques-uns de lui-même, comme Host et Cookie.
json-items = { $count ->
    [one] { $shown } élément
   *[other] { $shown } éléments
 }
json-fields = { $count ->
    [one] { $shown } champ
   *[other] { $shown } champs
 }
json-more = … et { $shown } de plus, comme envoyé ci-dessous
param-query = Les mots à chercher.
param-page = Quelle page de la liste, à partir de 1.
param-per_page = Combien par page.
param-order_by = Ce qui vient en premier.
param-orientation = Seulement les photos de ce format.
param-color = Seulement les photos de cette couleur.
param-content_filter = Le degré de prudence quant au contenu.
param-collections = Seulement les photos de ces collections.
param-topics = Seulement les photos de ces thèmes.
param-username = Seulement les photos de cette personne.
param-license = Seulement les photos sous cette licence.
param-lang = La langue des mots.
param-count = Combien au hasard ; la réponse est alors une liste.
param-featured = Seulement les photos choisies.
param-stats = Ajoute les chiffres de chaque photo.
param-resolution = Le pas des chiffres.
param-quantity = Combien de pas en arrière.
param-ids = Exactement ceux-ci.
param-w = Largeur en pixels.
param-h = Hauteur en pixels.
param-other = Compris par cette adresse.
header-accept = La forme sous laquelle le client veut la réponse.
header-accept-encoding = Comment la réponse peut être compressée en chemin.
header-accept-language = Les langues que le client souhaite, la préférée d’abord.
header-accept-ranges = On peut demander des parties du fichier.
header-accept-version = Pour quelle version de l’API le client a été écrit.
header-access-control-allow-origin = Les scripts de quels autres sites peuvent lire la réponse.
header-access-control-expose-headers = Quels en-têtes ces scripts peuvent lire.
header-authorization = Qui demande : une clé d’accès ou un jeton.
header-cache-control = Combien de temps, et par qui, la réponse peut être conservée.
header-content-encoding = Comment la réponse est compressée.
header-content-language = La langue de la réponse.
header-content-length = Combien d’octets compte la réponse.
header-content-location = Une autre adresse de la même réponse.
header-content-security-policy = Ce que la page peut charger et exécuter.
header-content-type = Quel genre de chose est la réponse.
header-cookie = Ce que le site a laissé auparavant dans le navigateur.
header-date = Quand la réponse a été faite.
header-etag = Une marque de cette version précise ; renvoyez-la pour demander si elle a changé.
header-host = Quel site est visé, car un serveur peut en héberger plusieurs.
header-if-none-match = La version que possède le client ; si elle vaut encore, la réponse est un 304 vide.
header-last-modified = Quand la chose a changé pour la dernière fois.
header-link = Adresses de la première page, de la précédente, de la suivante et de la dernière.
header-referer = La page d’où vient la demande.
header-retry-after = Combien de temps attendre avant de réessayer.
header-sec-ch-ua = De quel navigateur il s’agit.
header-sec-ch-ua-mobile = S’il tourne sur un téléphone.
header-sec-ch-ua-platform = Le système sur lequel il tourne.
header-sec-fetch-dest = Ce que le navigateur fera de la réponse.
header-sec-fetch-mode = Comment le navigateur fait la demande.
header-sec-fetch-site = Si la demande vient de ce site ou d’un autre.
header-server-timing = À quoi le serveur a passé son temps.
header-upgrade-insecure-requests = Le navigateur préférerait https.
header-user-agent = Le programme qui demande.
header-vary = Quels en-têtes de la demande auraient pu changer la réponse.
header-x-content-type-options = Interdit de deviner le type d’après les octets.
header-x-per-page = Combien par page.
header-x-ratelimit-limit = Combien d’appels tiennent dans une heure.
header-x-ratelimit-remaining = Combien il en reste pour cette heure.
header-x-request-id = Le numéro de cette demande dans le journal du serveur.
header-x-total = Combien il y en a sur toutes les pages.
status-200 = OK : voici.
status-201 = Créé : la nouvelle chose existe désormais.
status-202 = Accepté : le travail est en file d’attente.
status-204 = Pas de contenu : c’est fait, et il n’y a rien à dire.
status-301 = Déplacé pour de bon à une autre adresse.
status-302 = Se trouve pour l’instant à une autre adresse.
status-303 = Voir une autre adresse, avec GET.
status-304 = Non modifié : ce que vous avez vaut toujours.
status-400 = Demande incorrecte : le serveur n’y comprend rien.
status-401 = Non authentifié : dites qui vous êtes, avec une clé ou un jeton.
status-403 = Interdit : vous n’en avez pas le droit, ou les appels de cette heure sont épuisés.
status-404 = Introuvable : une telle chose n’existe pas.
status-405 = Méthode non autorisée : cette adresse ne connaît pas ce verbe.
status-406 = Non acceptable : la réponse n’existe pas sous cette forme.
status-410 = Disparu : c’était ici, et cela ne reviendra pas.
status-413 = Contenu trop volumineux.
status-415 = Type de contenu non pris en charge.
status-422 = Non traitable : compris, mais une valeur est fausse.
status-429 = Trop de demandes : attendez un peu.
status-500 = Erreur interne : quelque chose s’est cassé de notre côté.
status-503 = Indisponible : trop à faire en ce moment.
status-other = Le sens du nombre est dans la RFC 9110.

## Said by the scripts
js-copy = Copier
js-copied = Copié
js-theme-dark = Utiliser le thème sombre
js-theme-light = Utiliser le thème clair
js-loaded = { $count ->
    [one] { $shown } image de plus
   *[other] { $shown } images de plus
 }
js-suggestions = { $count ->
    [one] { $shown } suggestion
   *[other] { $shown } suggestions
 }

## Learning, trying, placing, picking
foot-api = API
foot-learn = Comment marche une API
foot-placeholders = Images de remplissage
talk-others = Autres appels à partir d’ici
talk-trial = Ces appels changent quelque chose : il faut quelqu’un qui en ait le droit. Dans cette démo, ce peut être vous : rien ici n’appartient à personne, et « tintype demo reset » annule tout.
talk-try = Essayer comme utilisateur de la démo
talk-sign-in = Ces appels changent quelque chose : il faut quelqu’un qui en ait le droit.
talk-as = Vous agissez comme { $name }, avec tous les droits.
talk-send = Envoyer { $name }
talk-has-file = Le corps était un formulaire en plusieurs parties : le fichier et les champs, tels que votre navigateur les a envoyés.
deed-rows = { $count ->
    [one] { $shown } ligne
   *[other] { $shown } lignes
 }
deed-job = tâche { $name }
js-job-ready = en attente
js-job-running = en cours
js-job-done = faite
js-job-dead = abandonnée
drawer-body = Corps
param-photo = L’image elle-même.
param-description = Ce que l’on voit, pour les gens.
param-alt_description = Ce que l’on voit, pour qui ne le voit pas.
param-tags = Mots pour la trouver, séparés par des virgules.
param-location-name = Où elle a été prise.
param-location-city = La ville.
param-location-country = Le pays.
param-show_on_profile = Si les listes et la recherche la montrent.
param-title = Le nom.
param-private = Si seule la personne à qui elle appartient la voit.
param-photo_id = Quelle photo.
param-withdrawn = false la remet en place.
param-first_name = Prénom.
param-last_name = Nom.
param-bio = Quelques mots sur la personne.
param-location = Où vit la personne.
param-url = Le site de la personne.
learn-title = Comment marche une API
learn-intro = Cinq courtes leçons sur ce serveur même. Chacune a des appels à regarder et un exercice ; le serveur voit quand un programme à vous a fait l’appel, et le coche.
learn-lessons = Leçons
learn-solved = résolue
learn-live = Appels à regarder
learn-task = Exercice
learn-code = L’adresse contient learner={ $name } : c’est à cela que le serveur sait que l’appel était de vous.
learn-key = Ici, lire demande une clé : mettez la vôtre à la place de YOUR_ACCESS_KEY.
learn-open = Pas encore résolu. Le serveur attend l’appel de votre programme.
learn-solved-now = Résolu : le serveur a vu l’appel de votre programme.
learn-again = Regarder de nouveau
learn-next = Suite : { $name }
learn-begin = Commencer par la première
learn-tools = Deux adresses pour jouer
learn-tools-text = Elles répondent à toutes les méthodes et ne demandent pas de clé.
learn-echo = répond ce qui est arrivé
learn-status = répond par le statut que vous nommez
lesson-request-title = Ce qu’est une requête
lesson-request-text = Un programme demande, un autre répond : une API n’est rien de plus. La question s’appelle une requête. Elle nomme une méthode (que faire), une adresse (avec quoi), des en-têtes (comment, et qui demande) et parfois un corps.
    {""}
    La réponse a un statut (comment cela s’est passé), ses propres en-têtes et un corps. Ici le corps est du JSON : des noms et des valeurs que tout langage sait lire.
    {""}
    Tout ce que montre ce site est fait de tels appels. Le bouton de l’appel d’API, en haut de chaque page, les montre.
lesson-request-task = Écrivez un programme qui demande une photo de nature au hasard et affiche son adresse, qui se trouve dans urls.regular.
lesson-methods-title = Les quatre méthodes
lesson-methods-text = GET lit et ne change rien, aussi souvent qu’on l’envoie. POST crée du nouveau. PUT change ce qui est là. DELETE l’enlève. La même adresse peut signifier plusieurs choses : GET /photos liste des photos, POST /photos en ajoute une.
    {""}
    GET, PUT et DELETE peuvent être envoyés deux fois sans dommage, car la seconde fois le travail est déjà fait. POST envoyé deux fois crée deux choses ; c’est seulement parce que personne n’envoie deux fois la même image qu’il répond ici par la première.
    {""}
    Au pied de la page de chaque appel se trouvent des formulaires pour les autres méthodes. Les appels qui changent quelque chose demandent quelqu’un qui en ait le droit.
lesson-methods-task = Envoyez une recherche en POST, les mots dans un corps JSON, et affichez le statut.
lesson-headers-title = En-têtes
lesson-headers-text = Les en-têtes sont les lignes autour du texte d’une lettre. Accept dit sous quelle forme on veut la réponse, Accept-Language dans quelle langue, User-Agent quel programme demande. La réponse en a aussi : Content-Type dit ce qu’est le corps, ETag marque cette version même, Link mène à la page suivante.
    {""}
    La même adresse peut répondre autrement selon les en-têtes : un navigateur, qui préfère text/html, reçoit cette page là où votre programme reçoit du JSON.
lesson-headers-task = Envoyez un en-tête à vous, X-Name, à /learn/echo, qui répond ce qui est arrivé, et affichez-le d’après la réponse.
lesson-status-title = Codes de statut
lesson-status-text = Trois chiffres disent comment cela s’est passé. 2 : cela a marché. 3 : voyez ailleurs, ou ce que vous avez tient toujours. 4 : quelque chose ne va pas dans la requête. 5 : quelque chose ne va pas sur le serveur.
    {""}
    Un bon programme regarde le statut avant de lire le corps. Il réessaie après un 503 ou un 429, mais pas après un 404 : redemander ne trouve rien non plus.
lesson-status-task = Demandez une photo qui n’existe pas, et affichez le statut au lieu d’échouer.
lesson-keys-title = Clés et limites
lesson-keys-text = Une clé d’accès dit quel programme demande. Elle n’est pas secrète : elle figure dans des pages web. Ce qu’une personne laisse faire à un programme en son nom demande un jeton, et celui-là est secret.
    {""}
    Une clé a tant d’appels par heure. X-Ratelimit-Limit dit combien, X-Ratelimit-Remaining combien il en reste. Quand il n’en reste plus, le serveur refuse jusqu’à la fin de l’heure.
lesson-keys-task = Faites un appel avec une clé d’accès, et affichez combien d’appels il reste.
placeholders-title = Des images pour vos brouillons
placeholders-intro = N’importe quelle image d’une taille donnée, par sa seule adresse. Pas de clé, rien à installer : écrivez l’adresse là où une image doit aller.
placeholders-make = Composer une adresse
placeholders-width = Largeur
placeholders-height = Hauteur
placeholders-terms = Mots
placeholders-seed = Graine
placeholders-seed-note = Avec une graine, l’image reste la même ; sans graine, c’en est une autre chaque fois.
placeholders-go = Montrer
placeholders-examples = Exemples à copier
placeholders-rules = Comment on les lit
placeholders-rules-text = /random/800x600 est une autre image chaque fois, /seed/peu-importe/800x600 toujours la même. Les mots viennent après un point d’interrogation, séparés par des virgules : ?nature,water. Un nombre seul est un carré. La réponse est une redirection (302) vers l’image.
picker-title = Choisir une image
picker-goes-to = L’image que vous choisissez va à { $name }.
picker-alone = Un autre programme ouvre cette page pour laisser quelqu’un choisir une image. Ouverte ainsi, elle mène aux pages des images.
picker-script = Remettre une image demande JavaScript. Sans lui, chaque image mène à sa page, où l’on peut copier la mention de crédit.
js-picked = Choisie

## Documentation
docs-title = L’API
docs-intro = Tous les appels que les programmes peuvent faire. Remplissez un formulaire pour voir un appel réellement fait, avec ce que le serveur a fait.
docs-old = Un ancien nom.
docs-open = Ne demande pas de clé.
docs-token = Demande un jeton avec la permission
docs-key = Demande une clé d’accès ou un jeton.
docs-try = Essayer
docs-shapes = Formes des réponses
