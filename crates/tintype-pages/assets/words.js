// The texts of the scripts, in the language of the page.
let words = {};

export async function learn(href) {
  words = { ...words, ...(await import(href)).default };
}

// A text, with a number in it if one is given. A text with plurals comes with examples: the one
// whose number has the same plural is right.
export function say(key, count) {
  const lang = document.documentElement.lang;
  let text = words[key] ?? key;
  if (typeof text === 'object') {
    const plural = (number) => new Intl.PluralRules(lang).select(number);
    const example = Object.keys(text).find((number) => plural(Number(number)) === plural(count));
    text = text[example ?? '5'];
  }
  return count === undefined ? text : text.replace('{shown}', count.toLocaleString(lang));
}

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
