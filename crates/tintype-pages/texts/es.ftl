# Spanish. A name after a dollar sign comes from the page. Keys that begin with js-, drawer-,
# param-, header-, status- and json- also go to the scripts.

## Numbers and days
number-separator = .
number-grouped-from = 10000
decimal-separator = ,
size-bytes = { $size } bytes
size-kb = { $size } kB
size-mb = { $size } MB
date = { $day } de { $month } de { $year }
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
photos-count = { $count ->
    [one] { $shown } foto
   *[other] { $shown } fotos
 }
photographers-count = { $count ->
    [one] { $shown } fotógrafo
   *[other] { $shown } fotógrafos
 }
collections-count = { $count ->
    [one] { $shown } colección
   *[other] { $shown } colecciones
 }
people-count = { $count ->
    [one] { $shown } persona
   *[other] { $shown } personas
 }
last-days = { $shown } en los últimos { $days } días

## Around every page
skip = Ir al contenido
languages-label = Idioma
demo-line = Esto es una demostración. Sus imágenes las genera el programa; no son fotografías.
nav-label = Herramientas
calls-button = La llamada a la API detrás de esta página
calls-short = Llamada a la API
upload = Subir
sign-in = Iniciar sesión
sign-out = Cerrar sesión
account-of = Cuenta de { $name }
foot-label = Más sobre esta biblioteca
feed = Feed
search-label = Buscar fotos
search-go = Buscar
search-hint = Buscar fotos
suggestions = Sugerencias
download = Descargar
download-one = Descargar: { $name }
like = Me gusta
photo-by = Foto de { $name }
more = Más
more-label = Más imágenes
license = Licencia
search-title = { $name }: fotos
search-title-collections = { $name }: colecciones
search-title-people = { $name }: personas

## First page
topics = Temas
feed-title = Novedades y selección
home-empty = Aquí todavía no hay nada. Las primeras imágenes aparecerán en este lugar.
home-description = { $name }: una fotobiblioteca para recorrer, buscar y construir sobre ella.
foot-holds = { $name } contiene
foot-licenses = Licencias:

## Search
tabs-label = Tipos
tab-photos = Fotos
tab-collections = Colecciones
tab-people = Personas
tab-likes = Me gusta
tab-statistics = Estadísticas
filters = Filtros
filters-clear = Quitar los filtros
orientation = Orientación
orientation-landscape = Horizontal
orientation-portrait = Vertical
orientation-squarish = Cuadrada
color = Color
color-black_and_white = Blanco y negro
color-black = Negro
color-white = Blanco
color-yellow = Amarillo
color-orange = Naranja
color-red = Rojo
color-purple = Morado
color-magenta = Magenta
color-green = Verde
color-teal = Verde azulado
color-blue = Azul
color-any = Cualquier color
color-go = Encontrar
color-search = Fotos con el color { $name }
order = Orden
order-relevant = Más relevantes
order-latest = Más recientes
order-editorial = Selección de la redacción
related = Relacionado
tried-nothing = Nada coincide con estas palabras tal como están. Se ha probado:
tried-instead = Poco coincide con estas palabras tal como están, así que se muestra algo más:
tried-spelling = otra grafía: { $name }
tried-beginnings = palabras más largas que empiezan igual
tried-fewer = algunas de las palabras en lugar de todas
tried-filters = sin los filtros
search-empty = No se ha encontrado nada.
page-empty = No hay más.
nearest = Las imágenes más cercanas

## One photo
photo-untitled = Foto sin título
previous = Foto anterior
next = Foto siguiente
tags = Etiquetas
palette = Colores
use-title = Usar esta imagen
facts = Sobre esta imagen
sizes = Tamaños
size-small = Pequeño
size-medium = Mediano
size-large = Grande
size-largest = Muy grande
original = Original
numbers = Cifras
count-views = Visitas
count-downloads = Descargas
count-likes = Me gusta
about-photo = Cómo se hizo
fact-published = Publicada
fact-taken = Tomada
fact-camera = Cámara
fact-lens = Objetivo
fact-exposure = Exposición
fact-focal = Distancia focal
fact-iso = ISO
fact-pixels = Píxeles
credit-text = Línea de crédito
credit-html = Crédito, HTML
credit-markdown = Crédito, Markdown
copy-more = Dirección, HTML, CSS y colores
copy-url = Dirección
copy-img = Imagen HTML
copy-css = Fondo CSS
copy-hex = Colores
copy-variables = Colores CSS
in-topics = Temas
in-collections = En estas colecciones
similar = Imágenes parecidas
photo-description = { $title }, una foto de { $name }.

## People, collections, topics
no-photos-yet = Todavía no hay fotos de { $name } aquí.
no-likes-yet = A { $name } todavía no le ha gustado ninguna foto.
no-collections-yet = { $name } todavía no tiene colecciones.
profile-description = Fotos de { $name }.
curated-by = Selección de
list-empty = Todavía no contiene fotos.
related-collections = Colecciones relacionadas
related-topics = Otros temas

## Signing in
login-name = Nombre o correo electrónico
login-password = Contraseña
login-wrong = Ese nombre y esa contraseña no corresponden.
login-often = Demasiados intentos. Espere { $name } e inténtelo de nuevo.
login-stale = El formulario estuvo abierto demasiado tiempo. Envíelo otra vez, por favor.
login-first = Inicie sesión para continuar.
seconds = { $count ->
    [one] { $shown } segundo
   *[other] { $shown } segundos
 }
minutes = { $count ->
    [one] { $shown } minuto
   *[other] { $shown } minutos
 }

## Dejar actuar a una aplicación
consent-title = { $name } quiere actuar en su nombre
consent-visitor = Ha iniciado sesión como { $name }.
consent-owner = La aplicación la registró { $name }.
consent-scopes = Podría
consent-place = Después vuelve a { $name }.
consent-code = Después se muestra un código, que usted copia en el programa.
consent-allow = Permitir
consent-deny = Rechazar
consent-note = Permítalo solo si lo empezó usted. Puede retirarlo cuando quiera en Apps y claves.
scope-public = ver lo que ve todo el mundo
scope-read_user = leer su perfil, incluida su dirección de correo
scope-write_user = cambiar su perfil
scope-read_photos = ver sus fotos que no son públicas
scope-write_photos = subir fotos y cambiar o borrar las suyas
scope-write_likes = marcar fotos como favoritas en su nombre y deshacerlo
scope-write_followers = seguir a personas en su nombre
scope-read_collections = ver sus colecciones privadas
scope-write_collections = crear, cambiar y borrar sus colecciones
code-title = Su código
code-note = Copie este código en el programa que lo pidió. Vale un minuto y una sola vez.
code-denied = No se permitió nada
code-denied-note = El programa no puede actuar en su nombre. Puede cerrar esta página.

## Apps y claves
apps-title = Apps y claves
apps-note = Un programa que llama a la API muestra la clave de una app. Registre una para cada programa suyo.
apps-none = Todavía no tiene ninguna app.
apps-new = Una app nueva
apps-register = Registrar
app-name = Nombre
app-redirects = Direcciones de vuelta
app-redirects-note = Una por línea: adonde vuelven las personas tras dejar actuar a la app. https, o http en localhost, o un esquema propio como org.example.app. Se compara letra por letra.
app-origins = Orígenes permitidos
app-origins-note = Uno por línea, como https://example.org: solo las páginas de allí pueden llamar con la clave. Vacío: cualquier página.
app-per-hour = Llamadas por hora
app-per-hour-note = Vacío: tantas como todos.
app-public = Funciona en navegadores o teléfonos y no puede guardar ningún secreto
app-teaching = Alguien aprende con ella: las respuestas son estrictas y dicen qué hizo el servidor
app-key = Clave de acceso:
app-secret = Clave secreta:
app-secret-once = Se muestra solo esta vez. Guárdela en un lugar seguro.
app-saved = Guardado.
app-usage = Uso
app-usage-none = Ninguna llamada en los últimos 30 días.
app-day = Día
app-calls = Llamadas
app-refused = De más
app-photos = Fotos que usó
app-photo = Foto
app-views = Mostrada
app-downloads = Descargada
app-change = Ajustes
app-save = Guardar
app-rotate = Nueva clave secreta
app-rotate-note = La clave secreta anterior deja de valer. Los tokens siguen valiendo.
app-revoke = Desactivar
app-revoke-note = La clave y todos los tokens de la app dejan de valer. No se puede deshacer.
app-revoke-confirm = Escriba { $name } para confirmar
given-title = Apps que pueden actuar en su nombre
given-none = Ninguna.
given-since = desde el { $name }
given-withdraw = Retirar
given-withdraw-from = Retirar lo que puede { $name }

## Uploading
upload-title = Subir imágenes
upload-files = Imágenes
upload-limits = { $formats }, hasta { $size } cada una. Se pueden subir varias a la vez.
upload-for-all = Lo que rellene abajo vale para todas. Puede dejarlo vacío: se leen los títulos, las palabras y los lugares que haya en los archivos.
upload-results = { $count ->
    [one] { $shown } archivo
   *[other] { $shown } archivos
 }
upload-done = En la biblioteca.
upload-duplicate = Ya estaba.
upload-refused = No aceptado:
upload-see = Ver
field-title = Título
field-title-note = Vacío: el del archivo.
field-description = Descripción
field-tags = Etiquetas
field-tags-note = Separadas por comas.
field-place = Lugar

## When something is wrong
fault-400 = La petición no se entiende
fault-401 = Inicie sesión, por favor
fault-403 = No permitido
fault-404 = Esta página no existe
fault-405 = Eso no se puede hacer aquí
fault-410 = Estuvo aquí, y ya no está
fault-413 = Demasiado grande
fault-414 = La dirección es demasiado larga
fault-422 = Algo no está bien en lo que se envió
fault-429 = Demasiadas peticiones
fault-500 = Algo ha fallado por nuestra parte
fault-503 = Ocupado en este momento
fault-other = No ha funcionado
said-400 = El servidor no ha podido entender lo que envió su navegador.
said-401 = Esto solo lo pueden ver quienes hayan iniciado sesión.
said-403 = Usted no está entre quienes pueden ver o hacer esto.
said-404 = No hay nada en esta dirección. Puede que se haya movido o que la dirección contenga un error.
said-405 = Esta dirección no acepta ese tipo de petición.
said-410 = La imagen se retiró o terminaron las condiciones bajo las que estaba.
said-413 = Lo que se envió es más grande de lo que admite esta biblioteca.
said-414 = Una dirección tan larga no se lee.
said-422 = Uno de los campos contiene algo que no se puede usar.
said-429 = Por ahora, desde su dirección se ha pedido más de lo que le corresponde.
said-500 = No es culpa suya. El fallo ha quedado anotado con el número de abajo.
said-503 = En este momento hay más trabajo del que el servidor puede atender.
said-other = No se ha podido responder a la petición.
advice-look = Compruebe la dirección, busque arriba o vaya a
advice-sign-in = Inicie sesión o vaya a
advice-wait = Espere un minuto e inténtelo de nuevo, o vaya a
advice-back = Vuelva atrás y cámbielo, o vaya a
to-home = { $name }
request-id = Petición

## A call as a page
talk-intro = Esta dirección forma parte de la API. Los programas reciben aquí JSON; usted ve la misma llamada como una conversación.
talk-client = Su navegador dice de sí mismo:
client-unknown = Un cliente
client-on = { $name } en { $platform }
client-wants = quiere { $name }
client-accepts = acepta { $name }
client-chose-page = Accept prefiere text/html: esta página en lugar de JSON sin más
client-chose-language = Accept-Language lo pide: las palabras están en { $name }
language-en = inglés
language-de = alemán
language-es = español
language-fr = francés
talk-methods = Esta dirección conoce:
talk-waits = Esta llamada cuenta algo, así que espera hasta que pulse «Enviar».
drawer-title = La llamada a la API detrás de esta página
drawer-close = Cerrar
drawer-request = La petición
drawer-origin = origen: qué servidor
drawer-path = ruta: qué cosa
drawer-query = consulta: qué parte de ella, y cómo
drawer-parameters = Parámetros
drawer-name = Nombre
drawer-value = Valor
drawer-meaning = Significado
drawer-send = Enviar
drawer-request-headers = Cabeceras de la petición
drawer-response-headers = Cabeceras de la respuesta
drawer-did = Lo que hizo el servidor
drawer-response = La respuesta
drawer-raw = Tal como se envió
drawer-snippets = La misma llamada en otro lugar
drawer-as-page = Abrir como página
drawer-thread = Llamadas de esta visita
drawer-waiting = Esperando la respuesta…
drawer-failed = No llegó ninguna respuesta. ¿Está el servidor en marcha y este dispositivo en línea?
drawer-ms = { $shown } ms
drawer-bytes = { $count ->
    [one] { $shown } byte
   *[other] { $shown } bytes
 }
drawer-add = Añadir un parámetro
drawer-logic = Lógica
drawer-security = Seguridad
drawer-database = Base de datos
drawer-search = Búsqueda
drawer-cache = Caché
drawer-background = Segundo plano
drawer-browser-adds = Su navegador añade algunas más por su cuenta, como Host y Cookie.
json-items = { $count ->
    [one] { $shown } elemento
   *[other] { $shown } elementos
 }
json-fields = { $count ->
    [one] { $shown } campo
   *[other] { $shown } campos
 }
json-more = … y { $shown } más, como se envió abajo
param-query = Las palabras que se buscan.
param-page = Qué página de la lista, desde 1.
param-per_page = Cuántos por página.
param-order_by = Qué va primero.
param-orientation = Solo fotos de esta forma.
param-color = Solo fotos de este color.
param-content_filter = Cuánto cuidado tener con el contenido.
param-collections = Solo fotos de estas colecciones.
param-topics = Solo fotos de estos temas.
param-username = Solo fotos de esta persona.
param-license = Solo fotos con esta licencia.
param-lang = El idioma de las palabras.
param-count = Cuántas al azar; la respuesta es entonces una lista.
param-featured = Solo fotos seleccionadas.
param-stats = Añade las cifras de cada foto.
param-resolution = El paso de las cifras.
param-quantity = Cuántos pasos hacia atrás.
param-ids = Exactamente estos.
param-w = Anchura en píxeles.
param-h = Altura en píxeles.
param-other = Esta dirección lo entiende.
header-accept = La forma en que el cliente quiere la respuesta.
header-accept-encoding = Cómo puede ir comprimida la respuesta por el camino.
header-accept-language = Los idiomas que quiere el cliente, el preferido primero.
header-accept-ranges = Se pueden pedir partes del archivo.
header-accept-version = Para qué versión de la API se escribió el cliente.
header-access-control-allow-origin = De qué otros sitios pueden leer la respuesta los scripts.
header-access-control-expose-headers = Qué cabeceras pueden leer esos scripts.
header-authorization = Quién pregunta: una clave de acceso o un token.
header-cache-control = Cuánto tiempo, y quién, puede guardar la respuesta.
header-content-encoding = Cómo va comprimida la respuesta.
header-content-language = El idioma de la respuesta.
header-content-length = Cuántos bytes tiene la respuesta.
header-content-location = Otra dirección de la misma respuesta.
header-content-security-policy = Qué puede cargar y ejecutar la página.
header-content-type = Qué tipo de cosa es la respuesta.
header-cookie = Lo que el sitio dejó antes en el navegador.
header-date = Cuándo se hizo la respuesta.
header-etag = Una marca de esta misma versión; devuélvala para preguntar si ha cambiado.
header-host = A qué sitio se dirige, pues un servidor puede tener varios.
header-if-none-match = La versión que tiene el cliente; si sigue siendo válida, la respuesta es un 304 vacío.
header-last-modified = Cuándo cambió la cosa por última vez.
header-link = Direcciones de las páginas primera, anterior, siguiente y última.
header-referer = La página de la que vino la petición.
header-retry-after = Cuánto esperar antes de volver a intentarlo.
header-sec-ch-ua = Qué navegador es.
header-sec-ch-ua-mobile = Si funciona en un teléfono.
header-sec-ch-ua-platform = El sistema en el que funciona.
header-sec-fetch-dest = Qué hará el navegador con la respuesta.
header-sec-fetch-mode = Cómo hace el navegador la petición.
header-sec-fetch-site = Si la petición viene de este sitio o de otro.
header-server-timing = En qué empleó el servidor su tiempo.
header-upgrade-insecure-requests = El navegador preferiría https.
header-user-agent = El programa que pregunta.
header-vary = Qué cabeceras de la petición habrían podido cambiar la respuesta.
header-x-content-type-options = Prohíbe adivinar el tipo a partir de los bytes.
header-x-per-page = Cuántos por página.
header-x-ratelimit-limit = Cuántas llamadas caben en una hora.
header-x-ratelimit-remaining = Cuántas quedan en esta hora.
header-x-request-id = El número de esta petición en el registro del servidor.
header-x-total = Cuántos hay en todas las páginas.
status-200 = OK: aquí está.
status-201 = Creado: lo nuevo ya existe.
status-202 = Aceptado: el trabajo está en cola.
status-204 = Sin contenido: hecho, y nada que decir.
status-301 = Trasladado para siempre a otra dirección.
status-302 = Por ahora está en otra dirección.
status-303 = Vea otra dirección, con GET.
status-304 = Sin cambios: lo que tiene sigue valiendo.
status-400 = Petición incorrecta: el servidor no la entiende.
status-401 = No autenticado: diga quién es con una clave o un token.
status-403 = Prohibido: no puede, o las llamadas de esta hora se han agotado.
status-404 = No encontrado: no existe tal cosa.
status-405 = Método no permitido: esta dirección no conoce ese verbo.
status-406 = No aceptable: la respuesta no existe en esa forma.
status-410 = Ya no está: estuvo aquí y no volverá.
status-413 = Contenido demasiado grande.
status-415 = Tipo de contenido no admitido.
status-422 = No procesable: se entiende, pero un valor es incorrecto.
status-429 = Demasiadas peticiones: espere un poco.
status-500 = Error interno: algo ha fallado por nuestra parte.
status-503 = No disponible: demasiado trabajo en este momento.
status-other = El significado del número está en la RFC 9110.

## Said by the scripts
js-copy = Copiar
js-copied = Copiado
js-theme-dark = Usar el tema oscuro
js-theme-light = Usar el tema claro
js-loaded = { $count ->
    [one] { $shown } imagen más
   *[other] { $shown } imágenes más
 }
js-suggestions = { $count ->
    [one] { $shown } sugerencia
   *[other] { $shown } sugerencias
 }

## Learning, trying, placing, picking
foot-api = API
foot-learn = Cómo funciona una API
foot-placeholders = Imágenes de relleno
talk-others = Otras llamadas desde aquí
talk-trial = Estas llamadas cambian algo, así que hace falta alguien que pueda hacerlo. En esta demostración puede ser usted: nada aquí es de nadie, y «tintype demo reset» lo deshace todo.
talk-try = Probar como usuario de la demostración
talk-sign-in = Estas llamadas cambian algo, así que hace falta alguien que pueda hacerlo.
talk-as = Actúa como { $name }, con todos los permisos.
talk-send = Enviar { $name }
talk-has-file = El cuerpo era un formulario de varias partes: el archivo y los campos, tal como los envió su navegador.
deed-rows = { $count ->
    [one] { $shown } fila
   *[other] { $shown } filas
 }
deed-job = tarea { $name }
js-job-ready = en espera
js-job-running = en curso
js-job-done = hecha
js-job-dead = abandonada
drawer-body = Cuerpo
param-photo = La imagen misma.
param-description = Lo que se ve, para las personas.
param-alt_description = Lo que se ve, para quienes no lo ven.
param-tags = Palabras para encontrarla, separadas por comas.
param-location-name = Dónde se tomó.
param-location-city = La ciudad.
param-location-country = El país.
param-show_on_profile = Si las listas y la búsqueda la muestran.
param-title = El nombre.
param-private = Si solo la ve quien la posee.
param-photo_id = Qué foto.
param-withdrawn = false la devuelve a su sitio.
param-first_name = Nombre.
param-last_name = Apellido.
param-bio = Unas palabras sobre la persona.
param-location = Dónde vive la persona.
param-url = El sitio propio de la persona.
learn-title = Cómo funciona una API
learn-intro = Cinco lecciones breves en este mismo servidor. Cada una tiene llamadas para mirar y un ejercicio; el servidor ve cuándo un programa suyo ha hecho la llamada y lo marca.
learn-lessons = Lecciones
learn-solved = resuelta
learn-live = Llamadas para mirar
learn-task = Ejercicio
learn-code = La dirección contiene learner={ $name }: por eso sabe el servidor que la llamada era suya.
learn-key = Aquí hace falta una clave para leer: ponga la suya en lugar de YOUR_ACCESS_KEY.
learn-open = Sin resolver todavía. El servidor espera la llamada de su programa.
learn-solved-now = Resuelto: el servidor vio la llamada de su programa.
learn-again = Mirar otra vez
learn-next = Siguiente: { $name }
learn-begin = Empezar por la primera
learn-tools = Dos direcciones para jugar
learn-tools-text = Responden a todos los métodos y no necesitan clave.
learn-echo = responde lo que ha llegado
learn-status = responde con el estado que usted diga
lesson-request-title = Qué es una petición
lesson-request-text = Un programa pregunta y otro responde: una API no es más que eso. La pregunta se llama petición. Nombra un método (qué hacer), una dirección (con qué), cabeceras (cómo, y quién pregunta) y a veces un cuerpo.
    {""}
    La respuesta tiene un estado (cómo fue), cabeceras propias y un cuerpo. Aquí el cuerpo es JSON: nombres y valores que cualquier lenguaje sabe leer.
    {""}
    Todo lo que muestra este sitio está hecho de tales llamadas. El botón de la llamada a la API, arriba en cada página, las muestra.
lesson-request-task = Escriba un programa que pida una foto de naturaleza al azar e imprima su dirección, que está en urls.regular.
lesson-methods-title = Los cuatro métodos
lesson-methods-text = GET lee y no cambia nada, por muchas veces que se envíe. POST crea algo nuevo. PUT cambia lo que hay. DELETE lo quita. La misma dirección puede significar varias cosas: GET /photos lista fotos, POST /photos añade una.
    {""}
    GET, PUT y DELETE pueden enviarse dos veces sin daño, pues la segunda vez el trabajo ya está hecho. POST enviado dos veces crea dos cosas; solo porque nadie envía dos veces la misma imagen responde aquí con la primera.
    {""}
    Al pie de la página de cada llamada hay formularios para los otros métodos. Las llamadas que cambian algo necesitan a alguien que pueda hacerlo.
lesson-methods-task = Envíe una búsqueda como POST, con las palabras en un cuerpo JSON, e imprima el estado.
lesson-headers-title = Cabeceras
lesson-headers-text = Las cabeceras son las líneas que rodean el texto de una carta. Accept dice en qué forma se quiere la respuesta, Accept-Language en qué idioma, User-Agent qué programa pregunta. La respuesta también las tiene: Content-Type dice qué es el cuerpo, ETag señala esta misma versión, Link lleva a la página siguiente.
    {""}
    La misma dirección puede responder de otra manera según las cabeceras: un navegador, que prefiere text/html, recibe esta página donde su programa recibe JSON.
lesson-headers-task = Envíe una cabecera propia, X-Name, a /learn/echo, que responde lo que ha llegado, e imprímala a partir de la respuesta.
lesson-status-title = Códigos de estado
lesson-status-text = Tres cifras dicen cómo fue. 2: funcionó. 3: mire en otra parte, o lo que tiene sigue siendo válido. 4: algo falla en la petición. 5: algo falla en el servidor.
    {""}
    Un buen programa mira el estado antes de leer el cuerpo. Lo intenta de nuevo tras un 503 o un 429, pero no tras un 404: preguntar otra vez tampoco encuentra nada.
lesson-status-task = Pida una foto que no existe e imprima el estado en lugar de fallar.
lesson-keys-title = Claves y límites
lesson-keys-text = Una clave de acceso dice qué programa pregunta. No es un secreto: está en páginas web. Lo que una persona deja hacer a un programa en su nombre necesita un token, y ese sí es secreto.
    {""}
    Una clave tiene cierto número de llamadas por hora. X-Ratelimit-Limit dice cuántas, X-Ratelimit-Remaining cuántas quedan. Cuando no queda ninguna, el servidor dice que no hasta que pasa la hora.
lesson-keys-task = Haga una llamada con una clave de acceso e imprima cuántas llamadas quedan.
placeholders-title = Imágenes para sus borradores
placeholders-intro = Cualquier imagen de un tamaño dado, solo por su dirección. Sin clave y sin instalar nada: escriba la dirección donde deba ir una imagen.
placeholders-make = Hacer una dirección
placeholders-width = Ancho
placeholders-height = Alto
placeholders-terms = Palabras
placeholders-seed = Semilla
placeholders-seed-note = Con una semilla la imagen es siempre la misma; sin ella es otra cada vez.
placeholders-go = Mostrar
placeholders-examples = Ejemplos para copiar
placeholders-rules = Cómo se leen
placeholders-rules-text = /random/800x600 es otra imagen cada vez, /seed/lo-que-sea/800x600 siempre la misma. Las palabras van tras un signo de interrogación, separadas por comas: ?nature,water. Un solo número es un cuadrado. La respuesta es una redirección (302) a la imagen.
picker-title = Elija una imagen
picker-goes-to = La imagen que elija va a { $name }.
picker-alone = Otro programa abre esta página para que alguien elija una imagen. Abierta así, lleva a las páginas de las imágenes.
picker-script = Entregar una imagen necesita JavaScript. Sin él, cada imagen lleva a su página, donde se puede copiar la línea de crédito.
js-picked = Elegida

## Documentación
docs-title = La API
docs-intro = Todas las llamadas que pueden hacer los programas. Rellene un formulario para ver una llamada hecha de verdad, con lo que hizo el servidor.
docs-old = Un nombre antiguo.
docs-open = No necesita clave.
docs-token = Necesita un token con el permiso
docs-key = Necesita una clave de acceso o un token.
docs-try = Probar
docs-shapes = Formas de las respuestas
