# English. A name after a dollar sign comes from the page. Keys that begin with js-, drawer-,
# param-, header-, status- and json- also go to the scripts.

## Numbers and days
number-separator = ,
number-grouped-from = 1000
decimal-separator = .
size-bytes = { $size } bytes
size-kb = { $size } kB
size-mb = { $size } MB
date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
photos-count = { $count ->
    [one] { $shown } photo
   *[other] { $shown } photos
 }
photographers-count = { $count ->
    [one] { $shown } photographer
   *[other] { $shown } photographers
 }
collections-count = { $count ->
    [one] { $shown } collection
   *[other] { $shown } collections
 }
people-count = { $count ->
    [one] { $shown } person
   *[other] { $shown } people
 }
last-days = { $shown } in the last { $days } days

## Around every page
skip = Skip to the content
languages-label = Language
demo-line = This is a demo. Its pictures are rendered by the program, not photographed.
nav-label = Tools
calls-button = The API call behind this page
calls-short = API call
upload = Upload
sign-in = Sign in
sign-out = Sign out
account-of = Account of { $name }
foot-label = More about this library
foot-api = API
foot-learn = Learn how an API works
foot-placeholders = Placeholders
feed = Feed
search-label = Search photos
search-go = Search
search-hint = Search photos
suggestions = Suggestions
download = Download
download-one = Download: { $name }
like = Like
photo-by = Photo by { $name }
more = More
more-label = More pictures
license = License
search-title = { $name }: photos
search-title-collections = { $name }: collections
search-title-people = { $name }: people

## First page
topics = Topics
feed-title = New and chosen
home-empty = Nothing here yet. The first pictures will appear in this place.
home-description = { $name }: a photo library to look through, to search, and to build on.
foot-holds = { $name } holds
foot-licenses = Licenses:

## Search
tabs-label = Kinds
tab-photos = Photos
tab-collections = Collections
tab-people = People
tab-likes = Likes
tab-statistics = Statistics
filters = Filters
filters-clear = Clear filters
orientation = Orientation
orientation-landscape = Landscape
orientation-portrait = Portrait
orientation-squarish = Square
color = Color
color-black_and_white = Black and white
color-black = Black
color-white = White
color-yellow = Yellow
color-orange = Orange
color-red = Red
color-purple = Purple
color-magenta = Magenta
color-green = Green
color-teal = Teal
color-blue = Blue
color-any = Any color
color-go = Find
color-search = Photos with the color { $name }
order = Order
order-relevant = Best match
order-latest = Newest
order-editorial = Editors’ choice
related = Related
tried-nothing = Nothing matches these words as they stand. What was tried:
tried-instead = Little matches these words as they stand, so this shows more:
tried-spelling = another spelling: { $name }
tried-beginnings = longer words that begin the same way
tried-fewer = some of the words instead of all
tried-filters = without the filters
search-empty = Nothing found.
page-empty = There are no more.
nearest = The nearest pictures

## One photo
photo-untitled = Untitled photo
previous = Previous photo
next = Next photo
tags = Tags
palette = Colors
use-title = Use this picture
facts = About this picture
sizes = Sizes
size-small = Small
size-medium = Medium
size-large = Large
size-largest = Very large
original = Original
numbers = Numbers
count-views = Views
count-downloads = Downloads
count-likes = Likes
about-photo = How it was made
fact-published = Published
fact-taken = Taken
fact-camera = Camera
fact-lens = Lens
fact-exposure = Exposure
fact-focal = Focal length
fact-iso = ISO
fact-pixels = Pixels
credit-text = Credit line
credit-html = Credit, HTML
credit-markdown = Credit, Markdown
copy-more = Address, HTML, CSS and colors
copy-url = Address
copy-img = HTML image
copy-css = CSS background
copy-hex = Colors
copy-variables = CSS colors
in-topics = Topics
in-collections = In these collections
similar = Similar pictures
photo-description = { $title }, a photo by { $name }.

## People, collections, topics
no-photos-yet = { $name } has no photos here yet.
no-likes-yet = { $name } has not liked a photo yet.
no-collections-yet = { $name } has no collections yet.
profile-description = Photos by { $name }.
curated-by = Curated by
list-empty = There are no photos in it yet.
related-collections = Related collections
related-topics = Other topics

## Signing in
login-name = Name or e-mail
login-password = Password
login-wrong = That name and password do not go together.
login-often = Too many tries. Wait { $name } and try again.
login-stale = The form lay open too long. Please send it again.
login-first = Sign in to go on.
seconds = { $count ->
    [one] { $shown } second
   *[other] { $shown } seconds
 }
minutes = { $count ->
    [one] { $shown } minute
   *[other] { $shown } minutes
 }

## Letting an application act
consent-title = { $name } wants to act for you
consent-visitor = You are signed in as { $name }.
consent-owner = The application was registered by { $name }.
consent-scopes = It would be able to
consent-place = Afterwards you return to { $name }.
consent-code = Afterwards a code is shown, which you copy into the program.
consent-allow = Allow
consent-deny = Deny
consent-note = Allow it only if you began this yourself. You can take it back at any time under Apps and keys.
scope-public = see what everybody sees
scope-read_user = read your profile, your e-mail address included
scope-write_user = change your profile
scope-read_photos = see your photos that are not public
scope-write_photos = upload photos and change or delete yours
scope-write_likes = like and unlike photos in your name
scope-write_followers = follow people in your name
scope-read_collections = see your private collections
scope-write_collections = create, change and delete your collections
code-title = Your code
code-note = Copy this code into the program that asked for it. It is good for one minute, and once.
code-denied = Nothing was allowed
code-denied-note = The program may not act for you. You can close this page.

## Apps and keys
apps-title = Apps and keys
apps-note = A program that calls the API shows the key of an app. Register one for each program of yours.
apps-none = You have no app yet.
apps-new = A new app
apps-register = Register
app-name = Name
app-redirects = Redirect addresses
app-redirects-note = One a line: where people return to after they let the app act for them. https, or http on localhost, or a scheme of your own such as org.example.app. Compared letter by letter.
app-origins = Allowed origins
app-origins-note = One a line, such as https://example.org: only pages from there may call with the key. Empty: any page.
app-per-hour = Calls in an hour
app-per-hour-note = Empty: as many as everybody.
app-public = It runs in browsers or on telephones and can keep no secret
app-teaching = Somebody learns with it: answers are strict, and say what the server did
app-key = Access key:
app-secret = Secret key:
app-secret-once = It is shown this once. Keep it in a safe place.
app-saved = Saved.
app-usage = Usage
app-usage-none = No calls in the last 30 days.
app-day = Day
app-calls = Calls
app-refused = Too many
app-photos = Photos it used
app-photo = Photo
app-views = Shown
app-downloads = Downloaded
app-change = Settings
app-save = Save
app-rotate = New secret key
app-rotate-note = The old secret key is worth nothing from then on. Tokens stay good.
app-revoke = Switch off
app-revoke-note = The key and all tokens of the app are worth nothing from then on. This cannot be undone.
app-revoke-confirm = Type { $name } to confirm
given-title = Apps that may act for you
given-none = None.
given-since = since { $name }
given-withdraw = Take back
given-withdraw-from = Take back what { $name } may do

## Uploading
upload-title = Upload pictures
upload-files = Pictures
upload-limits = { $formats }, up to { $size } each. Several at once are fine.
upload-for-all = What you fill in below goes for all of them. You may leave it empty: titles, words and places inside the files are read.
upload-results = { $count ->
    [one] { $shown } file
   *[other] { $shown } files
 }
upload-done = In the library.
upload-duplicate = Was here before.
upload-refused = Not taken:
upload-see = See it
field-title = Title
field-title-note = Empty: from the file.
field-description = Description
field-tags = Tags
field-tags-note = Parted by commas.
field-place = Place

## When something is wrong
fault-400 = The request is not clear
fault-401 = Please sign in
fault-403 = Not allowed
fault-404 = There is no such page
fault-405 = That cannot be done here
fault-410 = It was here, and is gone
fault-413 = Too large
fault-414 = The address is too long
fault-422 = Something is not right in what was sent
fault-429 = Too many requests
fault-500 = Something broke on our side
fault-503 = Busy just now
fault-other = It did not work
said-400 = The server could not make sense of what your browser sent.
said-401 = Only people who are signed in may see this.
said-403 = You are not among those who may see or do this.
said-404 = Nothing lives at this address. It may have moved, or the address may hold a slip.
said-405 = This address does not take that kind of request.
said-410 = The picture was withdrawn, or the terms it was under have ended.
said-413 = What was sent is larger than this library takes.
said-414 = An address as long as this is not read.
said-422 = One of the fields holds something that cannot be used.
said-429 = Your address has asked for more than its share for now.
said-500 = It is not your doing. The fault has been noted with the number below.
said-503 = There is more to do at this moment than the server can manage.
said-other = The request could not be answered.
advice-look = Check the address, search above, or go to
advice-sign-in = Sign in, or go to
advice-wait = Wait a minute and try again, or go to
advice-back = Go back and change it, or go to
to-home = { $name }
request-id = Request

## A call as a page
talk-intro = This address is part of the API. Programs get JSON here; you see the same call as a conversation.
talk-client = Your browser says of itself:
client-unknown = A client
client-on = { $name } on { $platform }
client-wants = wants { $name }
client-accepts = accepts { $name }
client-chose-page = Accept prefers text/html: this page instead of bare JSON
client-chose-language = Accept-Language wants it: the words are in { $name }
language-en = English
language-de = German
language-es = Spanish
language-fr = French
talk-methods = This address knows:
talk-others = Other calls from here
talk-trial = These calls change something, so they need somebody who may. In this demo that can be you: nothing here is anyone’s, and “tintype demo reset” undoes it all.
talk-try = Try as the demo user
talk-sign-in = These calls change something, so they need somebody who may.
talk-as = You act as { $name }, with every scope.
talk-send = Send { $name }
talk-has-file = The body was a form of several parts: the file and the fields, as your browser sent them.
deed-rows = { $count ->
    [one] { $shown } row
   *[other] { $shown } rows
 }
deed-job = job { $name }
js-job-ready = waiting
js-job-running = running
js-job-done = done
js-job-dead = given up
talk-waits = This call counts something, so it waits until you press Send.
drawer-title = The API call behind this page
drawer-close = Close
drawer-request = The request
drawer-origin = origin: which server
drawer-path = path: which thing
drawer-query = query: which of it, and how
drawer-parameters = Parameters
drawer-name = Name
drawer-value = Value
drawer-meaning = Meaning
drawer-send = Send
drawer-body = Body
drawer-request-headers = Headers of the request
drawer-response-headers = Headers of the answer
drawer-did = What the server did
drawer-response = The answer
drawer-raw = As sent
drawer-snippets = The same call elsewhere
drawer-as-page = Open as a page
drawer-thread = Calls of this visit
drawer-waiting = Waiting for the answer …
drawer-failed = No answer came. Is the server running, and this device online?
drawer-ms = { $shown } ms
drawer-bytes = { $count ->
    [one] { $shown } byte
   *[other] { $shown } bytes
 }
drawer-add = Add a parameter
drawer-logic = Logic
drawer-security = Security
drawer-database = Database
drawer-search = Search
drawer-cache = Cache
drawer-background = Background
drawer-browser-adds = Your browser adds a few more by itself, such as Host and Cookie.
json-items = { $count ->
    [one] { $shown } item
   *[other] { $shown } items
 }
json-fields = { $count ->
    [one] { $shown } field
   *[other] { $shown } fields
 }
json-more = … and { $shown } more, as sent below
param-query = The words to look for.
param-page = Which page of the list, from 1.
param-per_page = How many on a page.
param-order_by = What comes first.
param-orientation = Only photos of this shape.
param-color = Only photos of this color.
param-content_filter = How careful to be about content.
param-collections = Only photos in these collections.
param-topics = Only photos in these topics.
param-username = Only photos by this person.
param-license = Only photos under this license.
param-lang = The language of the words.
param-count = How many at random; then the answer is a list.
param-featured = Only chosen photos.
param-stats = Adds the counts of each photo.
param-resolution = The step of the counts.
param-quantity = How many steps back.
param-ids = Exactly these.
param-photo = The picture itself.
param-description = What is to be seen, for people.
param-alt_description = What is to be seen, for those who do not see it.
param-tags = Words to be found by, parted by commas.
param-location-name = Where it was taken.
param-location-city = The town.
param-location-country = The country.
param-show_on_profile = Whether lists and search show it.
param-title = The name.
param-private = Whether only its owner sees it.
param-photo_id = Which photo.
param-withdrawn = false puts it back.
param-first_name = First name.
param-last_name = Last name.
param-bio = A few words about the person.
param-location = Where the person lives.
param-url = The person’s own site.
param-w = Width in pixels.
param-h = Height in pixels.
param-other = Understood by this address.
header-accept = The form the client wants the answer in.
header-accept-encoding = How the answer may be packed on its way.
header-accept-language = The languages the client wants, best first.
header-accept-ranges = Parts of the file may be asked for.
header-accept-version = Which version of the API the client was written for.
header-access-control-allow-origin = Which other sites’ scripts may read the answer.
header-access-control-expose-headers = Which headers those scripts may read.
header-authorization = Who is asking: an access key or a token.
header-cache-control = How long, and by whom, the answer may be kept.
header-content-encoding = How the answer is packed.
header-content-language = The language of the answer.
header-content-length = How many bytes the answer has.
header-content-location = Another address of the same answer.
header-content-security-policy = What the page may load and run.
header-content-type = What kind of thing the answer is.
header-cookie = What the site left with the browser before.
header-date = When the answer was made.
header-etag = A mark of this very version; send it back to ask whether it changed.
header-host = Which site is meant, for a server may hold several.
header-if-none-match = The version the client has; if it still holds, the answer is an empty 304.
header-last-modified = When the thing last changed.
header-link = Addresses of the first, previous, next and last page.
header-referer = The page the request came from.
header-retry-after = How long to wait before trying again.
header-sec-ch-ua = The make of the browser.
header-sec-ch-ua-mobile = Whether it runs on a phone.
header-sec-ch-ua-platform = The system it runs on.
header-sec-fetch-dest = What the browser will do with the answer.
header-sec-fetch-mode = How the browser makes the request.
header-sec-fetch-site = Whether the request comes from this site or another.
header-server-timing = What the server spent its time on.
header-upgrade-insecure-requests = The browser would rather have https.
header-user-agent = The program that asks.
header-vary = Which headers of the request could have changed the answer.
header-x-content-type-options = Forbids guessing the kind from the bytes.
header-x-per-page = How many on a page.
header-x-ratelimit-limit = How many calls an hour may hold.
header-x-ratelimit-remaining = How many are left of this hour.
header-x-request-id = The number of this request in the server’s log.
header-x-total = How many there are on all pages.
status-200 = OK: here it is.
status-201 = Created: the new thing exists now.
status-202 = Accepted: the work is queued.
status-204 = No content: done, and nothing to say.
status-301 = Moved for good to another address.
status-302 = Found at another address, for now.
status-303 = See another address, with GET.
status-304 = Not modified: what you have still holds.
status-400 = Bad request: the server cannot make sense of it.
status-401 = Unauthorized: say who you are, with a key or a token.
status-403 = Forbidden: you may not, or this hour’s calls are used up.
status-404 = Not found: there is no such thing.
status-405 = Method not allowed: this address does not know that verb.
status-406 = Not acceptable: the answer does not exist in that form.
status-410 = Gone: it was here, and will not be back.
status-413 = Content too large.
status-415 = Unsupported kind of content.
status-422 = Unprocessable: understood, but a value in it is wrong.
status-429 = Too many requests: wait a little.
status-500 = Internal server error: something broke on our side.
status-503 = Unavailable: too busy at this moment.
status-other = See the number’s meaning in RFC 9110.

## Learning
learn-title = How an API works
learn-intro = Five short lessons on this very server. Each has calls to look at and one exercise; the server sees when a program of yours has made the call, and ticks it.
learn-lessons = Lessons
learn-solved = solved
learn-live = Calls to look at
learn-task = Exercise
learn-code = The address holds learner={ $name }: by it the server knows that the call was yours.
learn-key = Reading needs a key here: put your own in place of YOUR_ACCESS_KEY.
learn-open = Not solved yet. The server is waiting for the call of your program.
learn-solved-now = Solved: the server saw the call of your program.
learn-again = Look again
learn-next = Next: { $name }
learn-begin = Begin with the first
learn-tools = Two addresses to play with
learn-tools-text = They answer every method, and need no key.
learn-echo = answers what arrived
learn-status = answers the status that you name
lesson-request-title = What a request is
lesson-request-text = A program asks, another program answers: that is all an API is. The question is called a request. It names a method (what to do), an address (with what), headers (how, and who asks), and sometimes a body.
    {""}
    The answer, the response, has a status (how it went), headers of its own, and a body. Here the body is JSON: names and values that any language can read.
    {""}
    Everything this site shows you is made of such calls. The button “API call” at the top of each page shows them.
lesson-request-task = Write a program that asks for a random photo of nature and prints its address, which stands in urls.regular.
lesson-methods-title = The four methods
lesson-methods-text = GET reads and changes nothing, however often it is sent. POST makes something new. PUT changes what is there. DELETE takes it away. The same address can mean four things: GET /photos lists photos, POST /photos adds one.
    {""}
    GET, PUT and DELETE may be sent twice without harm, for the second time finds the work done. POST sent twice makes two things; here only because nobody sends the same picture twice does it answer with the first.
    {""}
    At the foot of each call’s page there are forms for the other methods. Calls that change something need somebody who may.
lesson-methods-task = Send a search as POST, with the words in a JSON body, and print the status.
lesson-headers-title = Headers
lesson-headers-text = Headers are the lines around a letter’s text. Accept says in which form one wants the answer, Accept-Language in which language, User-Agent which program asks. The response has some too: Content-Type says what the body is, ETag marks this very version, Link leads to the next page.
    {""}
    The same address can answer differently by its headers: a browser, which would rather have text/html, gets this page where your program gets JSON.
lesson-headers-task = Send a header of your own, X-Name, to /learn/echo, which answers what arrived, and print it from the answer.
lesson-status-title = Status codes
lesson-status-text = Three digits say how it went. 2: it worked. 3: look elsewhere, or what you have still holds. 4: something is wrong with the request. 5: something is wrong with the server.
    {""}
    A good program looks at the status before it reads the body. It tries again after a 503 or a 429, but not after a 404: asking again finds nothing either.
lesson-status-task = Ask for a photo that does not exist, and print the status instead of failing.
lesson-keys-title = Keys and limits
lesson-keys-text = An access key says which program asks. It is no secret: it stands in web pages. What a person lets a program do in their name needs a token, and that is a secret.
    {""}
    A key has so many calls an hour. X-Ratelimit-Limit says how many, X-Ratelimit-Remaining how many are left. When none is left, the server says no until the hour is over.
lesson-keys-task = Make a call with an access key, and print how many calls are left.

## Placeholders
placeholders-title = Pictures for your drafts
placeholders-intro = Any picture of a given size, by its address alone. No key, nothing to install: write the address where a picture is to go.
placeholders-make = Make an address
placeholders-width = Width
placeholders-height = Height
placeholders-terms = Words
placeholders-seed = Seed
placeholders-seed-note = With a seed the picture stays the same; without one it is another each time.
placeholders-go = Show
placeholders-examples = Examples to copy
placeholders-rules = How they are read
placeholders-rules-text = /random/800x600 is another picture each time, /seed/anything/800x600 always the same one. Words go behind a question mark, parted by commas: ?nature,water. One number alone is a square. The answer is a redirect (302) to the picture.

## Picking
picker-title = Choose a picture
picker-goes-to = The picture you choose goes to { $name }.
picker-alone = Another program opens this page to let somebody choose a picture. Opened like this, it leads to the pictures’ own pages.
picker-script = Handing over a picture needs JavaScript. Without it each picture leads to its own page, where the credit line can be copied.

## Said by the scripts
js-picked = Chosen
js-copy = Copy
js-copied = Copied
js-theme-dark = Use the dark theme
js-theme-light = Use the light theme
js-loaded = { $count ->
    [one] { $shown } more picture
   *[other] { $shown } more pictures
 }
js-suggestions = { $count ->
    [one] { $shown } suggestion
   *[other] { $shown } suggestions
 }

## Documentation
docs-title = The API
docs-intro = Every call that programs can make. Fill in a form to see a call really made, with what the server did.
docs-old = An older name.
docs-open = Needs no key.
docs-token = Needs a token with the scope
docs-key = Needs an access key or a token.
docs-try = Try it
docs-shapes = Shapes of answers
