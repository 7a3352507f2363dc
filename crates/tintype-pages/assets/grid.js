// Pictures fade in over their placeholder; the next page comes by itself near the end of the grid.
import { say, tell } from './words.js';

// After so many pages by themselves the foot of the page should be within reach.
const PAGES_UNASKED = 6;

export function fadeIn(root) {
  for (const picture of root.querySelectorAll('.photo img, .stage img')) {
    if (picture.complete) continue;
    picture.classList.add('arriving');
    const arrived = () => picture.classList.remove('arriving');
    picture.addEventListener('load', arrived, { once: true });
    picture.addEventListener('error', arrived, { once: true });
  }
}

export function scrollOn() {
  const grid = document.querySelector('main > .grid');
  const link = document.querySelector('.more a');
  if (!grid || !link) return;
  let pages = 0;
  let isLoading = false;
  const load = async () => {
    if (isLoading) return;
    isLoading = true;
    link.setAttribute('aria-busy', 'true');
    try {
      if (await append(grid, link)) pages += 1;
      else stop();
    } catch {
      // The link still works as a link.
      stop();
    }
    link.removeAttribute('aria-busy');
    isLoading = false;
    // The observer speaks only of changes; a short page may leave the link in view.
    if (pages < PAGES_UNASKED && isNear(link)) load();
  };
  const watcher = new IntersectionObserver((seen) => {
    if (seen.some((entry) => entry.isIntersecting) && pages < PAGES_UNASKED) load();
  }, { rootMargin: '1500px' });
  const onClick = (event) => {
    event.preventDefault();
    load();
  };
  const stop = () => {
    watcher.disconnect();
    link.removeEventListener('click', onClick);
    pages = PAGES_UNASKED;
  };
  link.addEventListener('click', onClick);
  watcher.observe(link);
}

const isNear = (link) => link.isConnected && link.getBoundingClientRect().top < innerHeight + 1500;

// Takes the next page's pictures and rules. Says whether there is another page.
async function append(grid, link) {
  const response = await fetch(link.href, { headers: { Accept: 'text/html' } });
  if (!response.ok) throw new Error(response.statusText);
  const html = await response.text();
  const style = /<style>([^<]*)<\/style>/.exec(html);
  if (style) {
    // The policy forbids a style element made by a script, but not a sheet.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style[1]);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  const page = new DOMParser().parseFromString(html.replace(/<style>[^<]*<\/style>/, ''), 'text/html');
  const known = new Set([...grid.querySelectorAll('.shot')].map((shot) => shot.pathname));
  const photos = [...page.querySelectorAll('main > .grid > .photo')]
    .filter((photo) => !known.has(new URL(photo.querySelector('.shot').href, location).pathname));
  for (const photo of photos) {
    const picture = photo.querySelector('img');
    picture.loading = 'lazy';
    picture.removeAttribute('fetchpriority');
    grid.append(document.adoptNode(photo));
  }
  fadeIn(grid);
  tell(say('js-loaded', photos.length));
  const next = page.querySelector('.more a');
  if (!next) {
    link.parentElement.remove();
    return false;
  }
  link.href = next.getAttribute('href');
  return true;
}
