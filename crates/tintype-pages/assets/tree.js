// JSON as a tree that folds, as json_tree.rs makes it; branches are filled when they are opened.
import { h, say } from './words.js';

const OPEN_DEPTH = 2;
const MOST_ITEMS = 100;

export function tree(value, key = null, depth = 0) {
  const label = key === null ? null : h('b', {}, key);
  if (value === null || typeof value !== 'object' || Object.keys(value).length === 0) {
    return h('div', {}, label, ' ', leaf(value, key));
  }
  const entries = Object.entries(value);
  const what = Array.isArray(value) ? 'json-items' : 'json-fields';
  const size = h('i', {}, say(what, entries.length));
  const branch = h('details', {}, h('summary', {}, label, ' ', size));
  const fill = () => {
    if (branch.children.length > 1) return;
    for (const [name, item] of entries.slice(0, MOST_ITEMS)) branch.append(tree(item, name, depth + 1));
    const rest = entries.length - MOST_ITEMS;
    if (rest > 0) branch.append(h('div', {}, say('json-more', rest)));
  };
  branch.addEventListener('toggle', fill);
  if (depth < OPEN_DEPTH) {
    fill();
    branch.open = true;
  }
  return branch;
}

function leaf(value, key) {
  if (value === null || typeof value === 'object') return h('code', { class: 'nil' }, JSON.stringify(value));
  if (typeof value !== 'string') return h('code', { class: 'num' }, String(value));
  if (!/^https?:\/\/\S+$/.test(value)) return h('code', {}, JSON.stringify(value));
  const link = h('a', { href: value }, value);
  if (key !== 'thumb') return link;
  return h('span', {}, h('img', { src: value, alt: '', loading: 'lazy', width: 90, height: 60 }), ' ', link);
}
