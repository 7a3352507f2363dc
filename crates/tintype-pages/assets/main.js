// What every page does when scripts run. Without them every page still works.
import { addCopiers } from './copy.js';
import { fadeIn, scrollOn } from './grid.js';
import { rememberList, step } from './photo.js';
import { suggest } from './suggest.js';
import { learn, say } from './words.js';

fadeIn(document);
await learn(document.body.dataset.words);

const form = document.querySelector('form.search');
if (form) suggest(form);
const plate = document.querySelector('.plate');
if (plate) step(plate);
for (const grid of document.querySelectorAll('.grid')) rememberList(grid);
scrollOn();
addCopiers(document);

// The theme switch.
const root = document.documentElement;
const system = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : system.matches);
const themeButton = document.querySelector('.theme-switch');
const nameTheme = () => {
  const text = say(isDark() ? 'js-theme-light' : 'js-theme-dark');
  themeButton.setAttribute('aria-label', text);
  themeButton.title = text;
  const paper = getComputedStyle(root).backgroundColor;
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.content = paper;
};
themeButton.hidden = false;
themeButton.addEventListener('click', () => {
  const theme = isDark() ? 'light' : 'dark';
  root.dataset.theme = theme;
  try {
    localStorage.setItem('theme', theme);
  } catch {
    // It holds for this page then.
  }
  nameTheme();
});
system.addEventListener('change', nameTheme);
nameTheme();

// The drawer, fetched when it is asked for. The calls of this visit stay beside it.
const callsLink = document.querySelector('.calls');
if (callsLink) {
  const paths = callsLink.dataset.calls.split('\n');
  const thread = remember(paths);
  callsLink.addEventListener('click', async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const [drawer] = await Promise.all([import('./drawer.js'), learn(callsLink.dataset.words)]);
    drawer.open(paths, thread, 'needsKey' in callsLink.dataset);
  });
}

// A heart turns over where it stands; if that fails, its form still works as a form.
document.addEventListener('submit', async (event) => {
  const form = event.target.closest('form.like');
  if (!form) return;
  event.preventDefault();
  const button = form.querySelector('button');
  const wish = form.querySelector('[name="liked"]');
  const isLiked = wish.value === 'true';
  const path = `/photos${new URL(form.action).pathname.replace('/like', '')}/like`;
  try {
    const answer = await fetch(path, { method: isLiked ? 'POST' : 'DELETE', headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(answer.statusText);
    wish.value = String(!isLiked);
    button.classList.toggle('on', isLiked);
    button.setAttribute('aria-pressed', String(isLiked));
  } catch {
    form.submit();
  }
});

// Pages that watch something while one looks at them.
if (document.querySelector('[data-job], [data-progress]')) import('./live.js').then(({ watch }) => watch());
const choices = document.querySelector('[data-picker]');
if (choices) import('./picker.js').then(({ handOver }) => handOver(choices));

function remember(paths) {
  try {
    const before = JSON.parse(sessionStorage.getItem('calls') ?? '[]');
    sessionStorage.setItem('calls', JSON.stringify([...new Set([...paths, ...before])].slice(0, 20)));
    return before;
  } catch {
    return [];
  }
}

// `/` goes to the search field; menus close when one clicks beside them or presses Escape.
document.addEventListener('keydown', (event) => {
  const isTyping = event.target.closest('input, textarea, select, dialog');
  if (event.key === '/' && !isTyping && form && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    const input = form.querySelector('input[type="search"]');
    input.focus();
    input.select();
  }
  if (event.key !== 'Escape') return;
  for (const menu of document.querySelectorAll('.menu[open]')) {
    menu.open = false;
    menu.querySelector('summary').focus();
    event.preventDefault();
  }
});
document.addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll('.menu[open]')) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
