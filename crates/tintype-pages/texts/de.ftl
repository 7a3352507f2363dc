# German. A name after a dollar sign comes from the page. Keys that begin with js-, drawer-,
# param-, header-, status- and json- also go to the scripts.

## Numbers and days
number-separator = .
number-grouped-from = 1000
decimal-separator = ,
size-bytes = { $size } Bytes
size-kb = { $size } kB
size-mb = { $size } MB
date = { $day }. { $month } { $year }
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
photos-count = { $count ->
    [one] { $shown } Foto
   *[other] { $shown } Fotos
 }
photographers-count = { $count ->
    [one] { $shown } Fotograf
   *[other] { $shown } Fotografen
 }
collections-count = { $count ->
    [one] { $shown } Sammlung
   *[other] { $shown } Sammlungen
 }
people-count = { $count ->
    [one] { $shown } Person
   *[other] { $shown } Personen
 }
last-days = { $shown } in den letzten { $days } Tagen

## Around every page
skip = Zum Inhalt springen
languages-label = Sprache
demo-line = Dies ist eine Demo. Ihre Bilder sind vom Programm berechnet, nicht fotografiert.
nav-label = Werkzeuge
calls-button = Der API-Aufruf hinter dieser Seite
calls-short = API-Aufruf
upload = Hochladen
sign-in = Anmelden
sign-out = Abmelden
account-of = Konto von { $name }
foot-label = Mehr über diese Bibliothek
feed = Feed
search-label = Fotos suchen
search-go = Suchen
search-hint = Fotos suchen
suggestions = Vorschläge
download = Herunterladen
download-one = Herunterladen: { $name }
like = Gefällt mir
photo-by = Foto von { $name }
more = Mehr
more-label = Weitere Bilder
license = Lizenz
search-title = { $name }: Fotos
search-title-collections = { $name }: Sammlungen
search-title-people = { $name }: Personen

## First page
topics = Themen
feed-title = Neu und ausgewählt
home-empty = Noch ist hier nichts. Die ersten Bilder erscheinen an dieser Stelle.
home-description = { $name }: eine Fotobibliothek zum Stöbern, Suchen und Weiterbauen.
foot-holds = { $name } enthält
foot-licenses = Lizenzen:

## Search
tabs-label = Arten
tab-photos = Fotos
tab-collections = Sammlungen
tab-people = Personen
tab-likes = Gefällt mir
tab-statistics = Statistik
filters = Filter
filters-clear = Filter zurücksetzen
orientation = Format
orientation-landscape = Querformat
orientation-portrait = Hochformat
orientation-squarish = Quadratisch
color = Farbe
color-black_and_white = Schwarz-Weiß
color-black = Schwarz
color-white = Weiß
color-yellow = Gelb
color-orange = Orange
color-red = Rot
color-purple = Lila
color-magenta = Magenta
color-green = Grün
color-teal = Blaugrün
color-blue = Blau
color-any = Beliebige Farbe
color-go = Finden
color-search = Fotos mit der Farbe { $name }
order = Reihenfolge
order-relevant = Beste Treffer
order-latest = Neueste
order-editorial = Auswahl der Redaktion
related = Verwandt
tried-nothing = So, wie sie dastehen, finden diese Wörter nichts. Versucht wurde:
tried-instead = So, wie sie dastehen, finden diese Wörter wenig; deshalb wird mehr gezeigt:
tried-spelling = eine andere Schreibweise: { $name }
tried-beginnings = längere Wörter, die genauso anfangen
tried-fewer = einige der Wörter statt aller
tried-filters = ohne die Filter
search-empty = Nichts gefunden.
page-empty = Mehr gibt es nicht.
nearest = Am ehesten passende Bilder

## One photo
photo-untitled = Foto ohne Titel
previous = Voriges Foto
next = Nächstes Foto
tags = Schlagwörter
palette = Farben
use-title = Dieses Bild verwenden
facts = Über dieses Bild
sizes = Größen
size-small = Klein
size-medium = Mittel
size-large = Groß
size-largest = Sehr groß
original = Original
numbers = Zahlen
count-views = Aufrufe
count-downloads = Downloads
count-likes = Gefällt mir
about-photo = Wie es entstand
fact-published = Veröffentlicht
fact-taken = Aufgenommen
fact-camera = Kamera
fact-lens = Objektiv
fact-exposure = Belichtung
fact-focal = Brennweite
fact-iso = ISO
fact-pixels = Pixel
credit-text = Bildnachweis
credit-html = Bildnachweis, HTML
credit-markdown = Bildnachweis, Markdown
copy-more = Adresse, HTML, CSS und Farben
copy-url = Adresse
copy-img = HTML-Bild
copy-css = CSS-Hintergrund
copy-hex = Farben
copy-variables = CSS-Farben
in-topics = Themen
in-collections = In diesen Sammlungen
similar = Ähnliche Bilder
photo-description = { $title }, ein Foto von { $name }.

## People, collections, topics
no-photos-yet = Von { $name } gibt es hier noch keine Fotos.
no-likes-yet = { $name } hat noch kein Foto mit „Gefällt mir“ markiert.
no-collections-yet = { $name } hat noch keine Sammlungen.
profile-description = Fotos von { $name }.
curated-by = Zusammengestellt von
list-empty = Hier sind noch keine Fotos.
related-collections = Verwandte Sammlungen
related-topics = Andere Themen

## Signing in
login-name = Name oder E-Mail
login-password = Passwort
login-wrong = Name und Passwort passen nicht zusammen.
login-often = Zu viele Versuche. Warten Sie { $name } und versuchen Sie es dann noch einmal.
login-stale = Das Formular war zu lange offen. Bitte senden Sie es noch einmal ab.
login-first = Melden Sie sich an, um fortzufahren.
seconds = { $count ->
    [one] { $shown } Sekunde
   *[other] { $shown } Sekunden
 }
minutes = { $count ->
    [one] { $shown } Minute
   *[other] { $shown } Minuten
 }

## Ein Programm handeln lassen
consent-title = { $name } möchte für Sie handeln
consent-visitor = Sie sind als { $name } angemeldet.
consent-owner = Eingetragen wurde die Anwendung von { $name }.
consent-scopes = Sie könnte dann
consent-place = Danach kehren Sie zu { $name } zurück.
consent-code = Danach wird ein Code gezeigt, den Sie in das Programm kopieren.
consent-allow = Erlauben
consent-deny = Ablehnen
consent-note = Erlauben Sie es nur, wenn Sie selbst damit begonnen haben. Zurücknehmen können Sie es jederzeit unter Apps und Schlüssel.
scope-public = sehen, was alle sehen
scope-read_user = Ihr Profil lesen, die E-Mail-Adresse eingeschlossen
scope-write_user = Ihr Profil ändern
scope-read_photos = Ihre nicht öffentlichen Fotos sehen
scope-write_photos = Fotos hochladen und Ihre eigenen ändern oder löschen
scope-write_likes = in Ihrem Namen Fotos mögen und es zurücknehmen
scope-write_followers = in Ihrem Namen Leuten folgen
scope-read_collections = Ihre privaten Sammlungen sehen
scope-write_collections = Sammlungen anlegen und Ihre eigenen ändern und löschen
code-title = Ihr Code
code-note = Kopieren Sie diesen Code in das Programm, das danach gefragt hat. Er gilt eine Minute lang und einmal.
code-denied = Nichts wurde erlaubt
code-denied-note = Das Programm darf nicht für Sie handeln. Sie können diese Seite schließen.

## Apps und Schlüssel
apps-title = Apps und Schlüssel
apps-note = Ein Programm, das die Schnittstelle aufruft, zeigt den Schlüssel einer App vor. Tragen Sie für jedes Ihrer Programme eine ein.
apps-none = Sie haben noch keine App.
apps-new = Eine neue App
apps-register = Eintragen
app-name = Name
app-redirects = Rücksprungadressen
app-redirects-note = Eine je Zeile: wohin die Leute zurückkehren, nachdem sie die App für sich handeln lassen. https, oder http auf localhost, oder ein eigenes Schema wie org.example.app. Verglichen wird Zeichen für Zeichen.
app-origins = Erlaubte Herkünfte
app-origins-note = Eine je Zeile, etwa https://example.org: nur Seiten von dort dürfen den Schlüssel verwenden. Leer: jede Seite.
app-per-hour = Aufrufe in der Stunde
app-per-hour-note = Leer: so viele wie alle.
app-public = Sie läuft im Browser oder auf Telefonen und kann kein Geheimnis bewahren
app-teaching = Jemand lernt damit: Antworten sind streng und sagen, was der Server getan hat
app-key = Zugangsschlüssel:
app-secret = Geheimer Schlüssel:
app-secret-once = Er wird nur dieses eine Mal gezeigt. Bewahren Sie ihn sicher auf.
app-saved = Gespeichert.
app-usage = Nutzung
app-usage-none = Keine Aufrufe in den letzten 30 Tagen.
app-day = Tag
app-calls = Aufrufe
app-refused = Zu viele
app-photos = Verwendete Fotos
app-photo = Foto
app-views = Gezeigt
app-downloads = Heruntergeladen
app-change = Einstellungen
app-save = Speichern
app-rotate = Neuer geheimer Schlüssel
app-rotate-note = Der alte geheime Schlüssel gilt von da an nicht mehr. Token bleiben gültig.
app-revoke = Abschalten
app-revoke-note = Der Schlüssel und alle Token der App gelten von da an nicht mehr. Das lässt sich nicht rückgängig machen.
app-revoke-confirm = Zur Bestätigung { $name } eingeben
given-title = Apps, die für Sie handeln dürfen
given-none = Keine.
given-since = seit { $name }
given-withdraw = Zurücknehmen
given-withdraw-from = Zurücknehmen, was { $name } darf

## Uploading
upload-title = Bilder hochladen
upload-files = Bilder
upload-limits = { $formats }, je bis zu { $size }. Gern mehrere auf einmal.
upload-for-all = Was Sie unten ausfüllen, gilt für alle. Es darf leer bleiben: Titel, Schlagwörter und Orte in den Dateien werden gelesen.
upload-results = { $count ->
    [one] { $shown } Datei
   *[other] { $shown } Dateien
 }
upload-done = In der Bibliothek.
upload-duplicate = War schon da.
upload-refused = Nicht angenommen:
upload-see = Ansehen
field-title = Titel
field-title-note = Leer: aus der Datei.
field-description = Beschreibung
field-tags = Schlagwörter
field-tags-note = Durch Kommas getrennt.
field-place = Ort

## When something is wrong
fault-400 = Die Anfrage ist nicht verständlich
fault-401 = Bitte melden Sie sich an
fault-403 = Nicht erlaubt
fault-404 = Diese Seite gibt es nicht
fault-405 = Das geht hier nicht
fault-410 = Es war hier und ist nun weg
fault-413 = Zu groß
fault-414 = Die Adresse ist zu lang
fault-422 = Mit dem Gesendeten stimmt etwas nicht
fault-429 = Zu viele Anfragen
fault-500 = Bei uns ist etwas kaputtgegangen
fault-503 = Im Moment überlastet
fault-other = Es hat nicht geklappt
said-400 = Der Server konnte mit dem, was Ihr Browser gesendet hat, nichts anfangen.
said-401 = Das dürfen nur angemeldete Personen sehen.
said-403 = Sie gehören nicht zu denen, die das sehen oder tun dürfen.
said-404 = Unter dieser Adresse ist nichts zu finden. Vielleicht ist es umgezogen, oder die Adresse enthält einen Tippfehler.
said-405 = Diese Adresse nimmt Anfragen dieser Art nicht an.
said-410 = Das Bild wurde zurückgezogen, oder die Bedingungen, unter denen es stand, sind ausgelaufen.
said-413 = Was gesendet wurde, ist größer, als diese Bibliothek annimmt.
said-414 = Eine so lange Adresse wird nicht gelesen.
said-422 = Eines der Felder enthält etwas, das nicht verwendet werden kann.
said-429 = Von Ihrer Adresse kamen vorerst mehr Anfragen, als ihr zustehen.
said-500 = Es liegt nicht an Ihnen. Der Fehler wurde mit der Nummer unten festgehalten.
said-503 = Gerade ist mehr zu tun, als der Server schafft.
said-other = Die Anfrage konnte nicht beantwortet werden.
advice-look = Prüfen Sie die Adresse, suchen Sie oben oder gehen Sie zu
advice-sign-in = Melden Sie sich an oder gehen Sie zu
advice-wait = Warten Sie eine Minute und versuchen Sie es noch einmal, oder gehen Sie zu
advice-back = Gehen Sie zurück und ändern Sie es, oder gehen Sie zu
to-home = { $name }
request-id = Anfrage

## A call as a page
talk-intro = Diese Adresse gehört zur API. Programme bekommen hier JSON; Sie sehen denselben Aufruf als Gespräch.
talk-client = Ihr Browser sagt von sich:
client-unknown = Ein Client
client-on = { $name } auf { $platform }
client-wants = möchte { $name }
client-accepts = nimmt { $name }
client-chose-page = Accept zieht text/html vor: diese Seite statt bloßem JSON
client-chose-language = Accept-Language wünscht es: Die Wörter sind in { $name }
language-en = Englisch
language-de = Deutsch
language-es = Spanisch
language-fr = Französisch
talk-methods = Diese Adresse kennt:
talk-waits = Dieser Aufruf zählt etwas; deshalb wartet er, bis Sie auf „Senden“ drücken.
drawer-title = Der API-Aufruf hinter dieser Seite
drawer-close = Schließen
drawer-request = Die Anfrage
drawer-origin = Ursprung: welcher Server
drawer-path = Pfad: welche Sache
drawer-query = Abfrage: was davon, und wie
drawer-parameters = Parameter
drawer-name = Name
drawer-value = Wert
drawer-meaning = Bedeutung
drawer-send = Senden
drawer-request-headers = Kopfzeilen der Anfrage
drawer-response-headers = Kopfzeilen der Antwort
drawer-did = Was der Server getan hat
drawer-response = Die Antwort
drawer-raw = Wie gesendet
drawer-snippets = Derselbe Aufruf anderswo
drawer-as-page = Als Seite öffnen
drawer-thread = Aufrufe dieses Besuchs
drawer-waiting = Warten auf die Antwort …
drawer-failed = Es kam keine Antwort. Läuft der Server, und ist dieses Gerät online?
drawer-ms = { $shown } ms
drawer-bytes = { $count ->
    [one] { $shown } Byte
   *[other] { $shown } Bytes
 }
drawer-add = Parameter hinzufügen
drawer-logic = Logik
drawer-security = Sicherheit
drawer-database = Datenbank
drawer-search = Suche
drawer-cache = Cache
drawer-background = Hintergrund
drawer-browser-adds = Ihr Browser fügt von sich aus noch einige hinzu, etwa Host und Cookie.
json-items = { $count ->
    [one] { $shown } Element
   *[other] { $shown } Elemente
 }
json-fields = { $count ->
    [one] { $shown } Feld
   *[other] { $shown } Felder
 }
json-more = … und { $shown } weitere, wie unten gesendet
param-query = Die gesuchten Wörter.
param-page = Welche Seite der Liste, ab 1.
param-per_page = Wie viele auf einer Seite.
param-order_by = Was zuerst kommt.
param-orientation = Nur Fotos dieses Formats.
param-color = Nur Fotos dieser Farbe.
param-content_filter = Wie vorsichtig bei den Inhalten.
param-collections = Nur Fotos in diesen Sammlungen.
param-topics = Nur Fotos zu diesen Themen.
param-username = Nur Fotos dieser Person.
param-license = Nur Fotos unter dieser Lizenz.
param-lang = Die Sprache der Wörter.
param-count = Wie viele zufällige; die Antwort ist dann eine Liste.
param-featured = Nur ausgewählte Fotos.
param-stats = Fügt die Zahlen jedes Fotos hinzu.
param-resolution = Die Schrittweite der Zahlen.
param-quantity = Wie viele Schritte zurück.
param-ids = Genau diese.
param-w = Breite in Pixeln.
param-h = Höhe in Pixeln.
param-other = Versteht diese Adresse.
header-accept = Die Form, in der der Client die Antwort möchte.
header-accept-encoding = Wie die Antwort unterwegs gepackt sein darf.
header-accept-language = Die Sprachen, die der Client möchte, die liebste zuerst.
header-accept-ranges = Es dürfen Teile der Datei verlangt werden.
header-accept-version = Für welche Version der API der Client geschrieben ist.
header-access-control-allow-origin = Die Skripte welcher anderen Websites die Antwort lesen dürfen.
header-access-control-expose-headers = Welche Kopfzeilen diese Skripte lesen dürfen.
header-authorization = Wer fragt: ein Zugriffsschlüssel oder ein Token.
header-cache-control = Wie lange und von wem die Antwort aufbewahrt werden darf.
header-content-encoding = Wie die Antwort gepackt ist.
header-content-language = Die Sprache der Antwort.
header-content-length = Wie viele Bytes die Antwort hat.
header-content-location = Eine andere Adresse derselben Antwort.
header-content-security-policy = Was die Seite laden und ausführen darf.
header-content-type = Was für eine Sache die Antwort ist.
header-cookie = Was die Website früher im Browser hinterlegt hat.
header-date = Wann die Antwort entstand.
header-etag = Ein Kennzeichen genau dieser Fassung; zurückgesendet fragt es, ob sie sich geändert hat.
header-host = Welche Website gemeint ist, denn ein Server kann mehrere haben.
header-if-none-match = Die Fassung, die der Client hat; gilt sie noch, ist die Antwort eine leere 304.
header-last-modified = Wann die Sache zuletzt geändert wurde.
header-link = Adressen der ersten, vorigen, nächsten und letzten Seite.
header-referer = Die Seite, von der die Anfrage kam.
header-retry-after = Wie lange man bis zum nächsten Versuch warten soll.
header-sec-ch-ua = Welcher Browser es ist.
header-sec-ch-ua-mobile = Ob er auf einem Telefon läuft.
header-sec-ch-ua-platform = Das System, auf dem er läuft.
header-sec-fetch-dest = Was der Browser mit der Antwort vorhat.
header-sec-fetch-mode = Wie der Browser die Anfrage stellt.
header-sec-fetch-site = Ob die Anfrage von dieser Website oder einer anderen kommt.
header-server-timing = Womit der Server seine Zeit verbracht hat.
header-upgrade-insecure-requests = Der Browser hätte lieber https.
header-user-agent = Das Programm, das fragt.
header-vary = Welche Kopfzeilen der Anfrage die Antwort hätten ändern können.
header-x-content-type-options = Verbietet, die Art aus den Bytes zu erraten.
header-x-per-page = Wie viele auf einer Seite.
header-x-ratelimit-limit = Wie viele Aufrufe eine Stunde fasst.
header-x-ratelimit-remaining = Wie viele in dieser Stunde übrig sind.
header-x-request-id = Die Nummer dieser Anfrage im Protokoll des Servers.
header-x-total = Wie viele es auf allen Seiten gibt.
status-200 = OK: Hier ist es.
status-201 = Angelegt: Das Neue gibt es jetzt.
status-202 = Angenommen: Die Arbeit ist eingereiht.
status-204 = Kein Inhalt: erledigt, und nichts zu sagen.
status-301 = Für immer an eine andere Adresse umgezogen.
status-302 = Vorerst unter einer anderen Adresse zu finden.
status-303 = Siehe eine andere Adresse, mit GET.
status-304 = Unverändert: Was Sie haben, gilt noch.
status-400 = Fehlerhafte Anfrage: Der Server kann nichts damit anfangen.
status-401 = Nicht ausgewiesen: Sagen Sie mit einem Schlüssel oder Token, wer Sie sind.
status-403 = Verboten: Sie dürfen nicht, oder die Aufrufe dieser Stunde sind verbraucht.
status-404 = Nicht gefunden: So etwas gibt es nicht.
status-405 = Methode nicht erlaubt: Diese Adresse kennt dieses Verb nicht.
status-406 = Nicht annehmbar: In dieser Form gibt es die Antwort nicht.
status-410 = Weg: Es war hier und kommt nicht wieder.
status-413 = Inhalt zu groß.
status-415 = Art des Inhalts wird nicht unterstützt.
status-422 = Nicht verarbeitbar: verstanden, aber ein Wert darin ist falsch.
status-429 = Zu viele Anfragen: Warten Sie ein wenig.
status-500 = Interner Fehler: Bei uns ist etwas kaputtgegangen.
status-503 = Nicht verfügbar: im Moment überlastet.
status-other = Die Bedeutung der Zahl steht in RFC 9110.

## Said by the scripts
js-copy = Kopieren
js-copied = Kopiert
js-theme-dark = Dunkle Ansicht verwenden
js-theme-light = Helle Ansicht verwenden
js-loaded = { $count ->
    [one] { $shown } weiteres Bild
   *[other] { $shown } weitere Bilder
 }
js-suggestions = { $count ->
    [one] { $shown } Vorschlag
   *[other] { $shown } Vorschläge
 }

## Learning, trying, placing, picking
foot-api = API
foot-learn = Wie eine API funktioniert
foot-placeholders = Platzhalter
talk-others = Weitere Aufrufe von hier aus
talk-trial = Diese Aufrufe ändern etwas; dafür braucht es jemanden, der das darf. In dieser Demo können Sie das sein: nichts hier gehört jemandem, und „tintype demo reset“ macht alles rückgängig.
talk-try = Als Demo-Konto ausprobieren
talk-sign-in = Diese Aufrufe ändern etwas; dafür braucht es jemanden, der das darf.
talk-as = Sie handeln als { $name }, mit allen Rechten.
talk-send = { $name } senden
talk-has-file = Der Rumpf war ein Formular aus mehreren Teilen: die Datei und die Felder, wie Ihr Browser sie gesendet hat.
deed-rows = { $count ->
    [one] { $shown } Zeile
   *[other] { $shown } Zeilen
 }
deed-job = Auftrag { $name }
js-job-ready = wartet
js-job-running = läuft
js-job-done = erledigt
js-job-dead = aufgegeben
drawer-body = Rumpf
param-photo = Das Bild selbst.
param-description = Was zu sehen ist, für Menschen.
param-alt_description = Was zu sehen ist, für die, die es nicht sehen.
param-tags = Suchwörter, durch Kommas getrennt.
param-location-name = Wo es aufgenommen wurde.
param-location-city = Die Stadt.
param-location-country = Das Land.
param-show_on_profile = Ob Listen und Suche es zeigen.
param-title = Der Name.
param-private = Ob nur die Person, der es gehört, es sieht.
param-photo_id = Welches Foto.
param-withdrawn = false stellt es zurück.
param-first_name = Vorname.
param-last_name = Nachname.
param-bio = Einige Worte über die Person.
param-location = Wo die Person lebt.
param-url = Die eigene Website der Person.
learn-title = Wie eine API funktioniert
learn-intro = Fünf kurze Lektionen auf genau diesem Server. Jede hat Aufrufe zum Ansehen und eine Übung; der Server sieht, wenn ein Programm von Ihnen den Aufruf gemacht hat, und hakt sie ab.
learn-lessons = Lektionen
learn-solved = gelöst
learn-live = Aufrufe zum Ansehen
learn-task = Übung
learn-code = In der Adresse steht learner={ $name }: daran erkennt der Server, dass der Aufruf von Ihnen kam.
learn-key = Zum Lesen braucht es hier einen Schlüssel: setzen Sie Ihren an die Stelle von YOUR_ACCESS_KEY.
learn-open = Noch nicht gelöst. Der Server wartet auf den Aufruf Ihres Programms.
learn-solved-now = Gelöst: der Server hat den Aufruf Ihres Programms gesehen.
learn-again = Noch einmal nachsehen
learn-next = Weiter: { $name }
learn-begin = Mit der ersten beginnen
learn-tools = Zwei Adressen zum Spielen
learn-tools-text = Sie antworten auf jede Methode und brauchen keinen Schlüssel.
learn-echo = antwortet, was angekommen ist
learn-status = antwortet mit dem Status, den Sie nennen
lesson-request-title = Was eine Anfrage ist
lesson-request-text = Ein Programm fragt, ein anderes antwortet: mehr ist eine API nicht. Die Frage heißt Anfrage. Sie nennt eine Methode (was zu tun ist), eine Adresse (womit), Kopfzeilen (wie, und wer fragt) und manchmal einen Rumpf.
    {""}
    Die Antwort hat einen Status (wie es ging), eigene Kopfzeilen und einen Rumpf. Hier ist der Rumpf JSON: Namen und Werte, die jede Sprache lesen kann.
    {""}
    Alles, was diese Seite zeigt, besteht aus solchen Aufrufen. Der Knopf „API-Aufruf“ oben auf jeder Seite zeigt sie.
lesson-request-task = Schreiben Sie ein Programm, das nach einem zufälligen Naturfoto fragt und dessen Adresse ausgibt; sie steht in urls.regular.
lesson-methods-title = Die vier Methoden
lesson-methods-text = GET liest und ändert nichts, sooft es auch gesendet wird. POST legt Neues an. PUT ändert, was da ist. DELETE nimmt es weg. Dieselbe Adresse kann Verschiedenes bedeuten: GET /photos zählt Fotos auf, POST /photos fügt eines hinzu.
    {""}
    GET, PUT und DELETE darf man zweimal senden, denn beim zweiten Mal ist die Arbeit schon getan. Ein zweites POST legt ein zweites Ding an; nur weil niemand dasselbe Bild zweimal sendet, antwortet es hier mit dem ersten.
    {""}
    Am Fuß der Seite jedes Aufrufs stehen Formulare für die anderen Methoden. Aufrufe, die etwas ändern, brauchen jemanden, der das darf.
lesson-methods-task = Senden Sie eine Suche als POST, mit den Wörtern in einem JSON-Rumpf, und geben Sie den Status aus.
lesson-headers-title = Kopfzeilen
lesson-headers-text = Kopfzeilen sind die Zeilen um den Text eines Briefes. Accept sagt, in welcher Form man die Antwort will, Accept-Language, in welcher Sprache, User-Agent, welches Programm fragt. Auch die Antwort hat welche: Content-Type sagt, was der Rumpf ist, ETag kennzeichnet genau diese Fassung, Link führt zur nächsten Seite.
    {""}
    Dieselbe Adresse kann je nach Kopfzeilen anders antworten: ein Browser, der lieber text/html hätte, bekommt diese Seite, wo Ihr Programm JSON bekommt.
lesson-headers-task = Senden Sie eine eigene Kopfzeile, X-Name, an /learn/echo, das antwortet, was angekommen ist, und geben Sie sie aus der Antwort aus.
lesson-status-title = Statuscodes
lesson-status-text = Drei Ziffern sagen, wie es ging. 2: es hat geklappt. 3: woanders nachsehen, oder was Sie haben, gilt noch. 4: mit der Anfrage stimmt etwas nicht. 5: mit dem Server stimmt etwas nicht.
    {""}
    Ein gutes Programm sieht auf den Status, bevor es den Rumpf liest. Nach 503 oder 429 versucht es es noch einmal, nach 404 nicht: auch beim zweiten Mal ist nichts da.
lesson-status-task = Fragen Sie nach einem Foto, das es nicht gibt, und geben Sie den Status aus, statt abzubrechen.
lesson-keys-title = Schlüssel und Grenzen
lesson-keys-text = Ein Zugriffsschlüssel sagt, welches Programm fragt. Er ist kein Geheimnis: er steht in Webseiten. Was jemand ein Programm im eigenen Namen tun lässt, braucht ein Token, und das ist geheim.
    {""}
    Ein Schlüssel hat so und so viele Aufrufe in der Stunde. X-Ratelimit-Limit sagt, wie viele, X-Ratelimit-Remaining, wie viele noch übrig sind. Ist keiner mehr übrig, lehnt der Server ab, bis die Stunde um ist.
lesson-keys-task = Machen Sie einen Aufruf mit einem Zugriffsschlüssel und geben Sie aus, wie viele Aufrufe noch übrig sind.
placeholders-title = Bilder für Ihre Entwürfe
placeholders-intro = Irgendein Bild in einer bestimmten Größe, allein durch seine Adresse. Kein Schlüssel, nichts zu installieren: schreiben Sie die Adresse dorthin, wo ein Bild hin soll.
placeholders-make = Eine Adresse machen
placeholders-width = Breite
placeholders-height = Höhe
placeholders-terms = Wörter
placeholders-seed = Startwert
placeholders-seed-note = Mit Startwert bleibt das Bild dasselbe; ohne ist es jedes Mal ein anderes.
placeholders-go = Zeigen
placeholders-examples = Beispiele zum Kopieren
placeholders-rules = Wie sie gelesen werden
placeholders-rules-text = /random/800x600 ist jedes Mal ein anderes Bild, /seed/irgendwas/800x600 immer dasselbe. Wörter stehen hinter einem Fragezeichen, durch Kommas getrennt: ?nature,water. Eine Zahl allein ist ein Quadrat. Die Antwort ist eine Weiterleitung (302) zum Bild.
picker-title = Ein Bild auswählen
picker-goes-to = Das Bild, das Sie auswählen, geht an { $name }.
picker-alone = Ein anderes Programm öffnet diese Seite, um jemanden ein Bild auswählen zu lassen. So geöffnet führt sie zu den Seiten der Bilder.
picker-script = Ein Bild zu übergeben braucht JavaScript. Ohne führt jedes Bild zu seiner Seite, wo man den Bildnachweis kopieren kann.
js-picked = Ausgewählt

## Dokumentation
docs-title = Die API
docs-intro = Jeder Aufruf, den Programme machen können. Füllen Sie ein Formular aus und sehen Sie, wie der Aufruf wirklich gemacht wird und was der Server dabei tut.
docs-old = Ein älterer Name.
docs-open = Braucht keinen Schlüssel.
docs-token = Braucht ein Token mit der Berechtigung
docs-key = Braucht einen Zugangsschlüssel oder ein Token.
docs-try = Ausprobieren
docs-shapes = Formen der Antworten
