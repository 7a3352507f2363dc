// The API call behind the page, really made, with what was asked and what came back.
import { addCopiers } from './copy.js';
import { snippets } from './snippets.js';
import { tree } from './tree.js';
import { h, say } from './words.js';

let drawer = null;
let needsKey = true;

export function open(paths, thread, isKeyNeeded) {
  needsKey = isKeyNeeded;
  drawer ??= build();
  drawer.replaceChildren(head(), threadOf(paths, thread), h('div', { class: 'talk' }));
  drawer.showModal();
  call(paths[0]);
}

function build() {
  const dialog = h('dialog', { class: 'drawer', 'aria-labelledby': 'drawer-title' });
  // A click beside the panel closes it.
  dialog.addEventListener('click', (event) => { if (event.target === dialog && event.clientX < dialog.getBoundingClientRect().left) dialog.close(); });
  document.body.append(dialog);
  return dialog;
}

const head = () => h('header', {},
  h('h2', { id: 'drawer-title' }, say('drawer-title')),
  h('button', { type: 'button', class: 'tool', onclick: () => drawer.close() }, say('drawer-close')));

function threadOf(paths, thread) {
  const all = [...new Set([...paths, ...thread])].slice(0, 12);
  if (all.length < 2) return '';
  const press = (event) => {
    for (const button of event.target.parentElement.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button === event.target));
    }
    call(event.target.textContent);
  };
  return h('div', { class: 'thread', role: 'group', 'aria-label': say('drawer-thread') },
    all.map((path, at) => h('button', { type: 'button', 'aria-pressed': String(at === 0), onclick: press }, path)));
}

async function call(path) {
  const url = new URL(path, location.origin);
  const answer = section('drawer-response', h('p', { class: 'quiet', role: 'status' }, say('drawer-waiting')));
  const did = h('details', { class: 'fold' }, h('summary', {}, say('drawer-did')));
  did.addEventListener('toggle', () => showDeeds(did, url), { once: true });
  const talk = drawer.querySelector('.talk');
  talk.replaceChildren(asked(url), did, answer, elsewhere(url));
  addCopiers(talk);
  const began = performance.now();
  try {
    const response = await fetch(url, { headers: { Accept: 'application/json' }, cache: 'no-store' });
    const body = await response.text();
    answered(answer, response, body, performance.now() - began);
  } catch {
    answer.replaceChildren(h('h3', {}, say('drawer-failed')));
  }
}

const section = (key, ...children) => h('section', {}, h('h2', {}, say(key)), ...children);

function asked(url) {
  const part = (text, key) => h('span', {}, h('code', {}, text), h('small', {}, say(key)));
  const headers = [
    ['Accept', 'application/json'],
    ['Accept-Language', navigator.languages.join(', ')],
    ['User-Agent', navigator.userAgent],
  ];
  return section('drawer-request',
    h('p', { class: 'url' }, h('span', {}, h('code', { class: 'verb' }, 'GET'), h('small', {}, ' ')),
      part(url.origin, 'drawer-origin'), part(url.pathname, 'drawer-path'),
      url.search && part(url.search, 'drawer-query')),
    parameters(url),
    fold('drawer-request-headers', lines(headers), h('p', { class: 'quiet' }, say('drawer-browser-adds'))),
    h('p', {}, h('a', { class: 'aspage', href: pageOf(url) }, say('drawer-as-page'))));
}

function pageOf(url) {
  const page = new URL(url);
  page.searchParams.set('format', 'html');
  return page.pathname + page.search;
}

// The parameters as a table that can be changed and sent.
function parameters(url) {
  const row = (name, value) => h('tr', {},
    h('th', { scope: 'row' }, h('code', {}, name)),
    h('td', {}, h('input', { name, value, 'aria-label': name })),
    h('td', {}, meaning('param', name) ?? say('param-other')));
  const body = h('tbody', {}, [...url.searchParams].map(([name, value]) => row(name, value)));
  const added = h('input', { 'aria-label': say('drawer-add'), placeholder: say('drawer-add') });
  added.addEventListener('keydown', (event) => {
    const name = added.value.trim();
    if (event.key !== 'Enter' || !name) return;
    event.preventDefault();
    body.insertBefore(row(name, ''), body.lastChild);
    added.value = '';
  });
  body.append(h('tr', {}, h('td', {}, added), h('td', {}), h('td', {})));
  const heads = ['drawer-name', 'drawer-value', 'drawer-meaning'];
  const send = (event) => {
    event.preventDefault();
    const next = new URL(url);
    next.search = new URLSearchParams([...new FormData(event.target)].filter(([, value]) => value !== ''));
    call(next.pathname + next.search);
  };
  return h('form', { onsubmit: send },
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('drawer-parameters') },
      h('table', {}, h('caption', { class: 'hush' }, say('drawer-parameters')),
        h('thead', {}, h('tr', {}, heads.map((key) => h('th', { scope: 'col' }, say(key))))), body)),
    h('p', {}, h('button', { class: 'button' }, say('drawer-send'))));
}

function meaning(kind, name) {
  const key = `${kind}-${name.toLowerCase()}`;
  const text = say(key);
  return text === key ? null : text;
}

const fold = (key, ...children) => h('details', { class: 'fold' }, h('summary', {}, say(key)), ...children);

const lines = (headers) => h('dl', { class: 'lines' }, headers.map(([name, value]) => h('div', {},
  h('dt', {}, h('code', {}, name)),
  h('dd', {}, h('code', {}, value), h('span', { class: 'quiet' }, meaning('header', name) ?? '')))));

function answered(place, response, body, ms) {
  const size = say('drawer-bytes', new TextEncoder().encode(body).length);
  const status = h('p', { class: 'verdict', role: 'status' },
    h('span', { class: `method s${Math.floor(response.status / 100)}` }, response.status),
    h('span', {}, meaning('status', String(response.status)) ?? say('status-other')),
    h('span', { class: 'quiet' }, `${say('drawer-ms', Math.round(ms))} · ${size}`));
  const parts = [status, fold('drawer-response-headers', lines([...response.headers]))];
  try {
    parts.push(h('div', { class: 'tree' }, tree(JSON.parse(body))));
  } catch {
    // Not JSON: the raw view shows it.
  }
  if (body) parts.push(fold('drawer-raw', h('pre', { class: 'code', tabindex: 0 }, body)));
  place.replaceChildren(h('h2', {}, say('drawer-response')), ...parts);
}

// Only the page form of the call tells what the server did.
async function showDeeds(place, url) {
  const response = await fetch(pageOf(url), { headers: { Accept: 'text/html' }, cache: 'no-store' });
  const html = (await response.text()).replace(/<style>[^<]*<\/style>/, '');
  const deeds = new DOMParser().parseFromString(html, 'text/html').querySelector('#server-did .deeds');
  place.append(deeds ? document.adoptNode(deeds) : h('p', { class: 'quiet' }, h('a', { href: pageOf(url) }, say('drawer-as-page'))));
}

const elsewhere = (url) => section('drawer-snippets',
  Object.entries(snippets('GET', url.href, needsKey)).map(([language, code], at) => h('details', { class: 'fold', open: at === 0 },
    h('summary', {}, language), h('pre', { class: 'code copy', tabindex: 0 }, code))));
