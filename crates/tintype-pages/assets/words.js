// The texts of the scripts, in the language of the page.
let words = {};

export async function learn(href) {
  words = { ...words, ...(await import(href)).default };
}

export function say(key, values = {}) {
  const text = words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

export const shown = (number) => number.toLocaleString(document.documentElement.lang);

// Makes an element: h('a', { href: '/' }, 'text', otherElement).
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

export const tell = (text) => { document.getElementById('news').textContent = text; };
