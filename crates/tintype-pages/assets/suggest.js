// Words as one types, after the combobox pattern of the ARIA practices.
import { h, say, tell } from './words.js';

export function suggest(form) {
  const input = form.querySelector('input[type="search"]');
  const list = form.querySelector('[role="listbox"]');
  let chosen = -1;
  let typed = input.value;
  let asking = null;
  let timer = 0;
  for (const [name, value] of Object.entries({
    role: 'combobox', 'aria-expanded': 'false', 'aria-controls': list.id, 'aria-autocomplete': 'list',
  })) input.setAttribute(name, value);

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = (index) => {
    const options = [...list.children];
    chosen = (index + options.length + 1) % (options.length + 1);
    options.forEach((option, at) => option.setAttribute('aria-selected', String(at === chosen)));
    const option = options[chosen];
    input.value = option ? option.textContent : typed;
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const show = (words) => {
    chosen = -1;
    list.replaceChildren(...words.slice(0, 8).map((word, index) => h('li', {
      role: 'option', id: `word-${index}`, 'aria-selected': 'false', dir: 'auto',
      // Before the field loses its focus and the list closes.
      onmousedown: (event) => { event.preventDefault(); input.value = word; form.requestSubmit(); },
    }, word)));
    list.hidden = words.length === 0;
    input.setAttribute('aria-expanded', String(words.length > 0));
    if (words.length > 0) tell(say('js-suggestions', list.children.length));
  };
  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const response = await fetch(`/suggest?q=${encodeURIComponent(typed)}`, {
        headers: { Accept: 'application/json' }, signal,
      });
      const words = response.ok ? await response.json() : [];
      if (!signal.aborted && document.activeElement === input) show(Array.isArray(words) ? words : []);
    } catch {
      // Without suggestions the field is a field.
    }
  };

  input.addEventListener('input', () => {
    typed = input.value;
    clearTimeout(timer);
    if (typed.trim().length < 2) close();
    else timer = setTimeout(ask, 120);
  });
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    if (event.key === 'ArrowDown') choose(chosen < 0 ? 0 : chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen < 0 ? list.children.length - 1 : chosen - 1);
    else if (event.key === 'Escape') { input.value = typed; close(); }
    else return;
    event.preventDefault();
  });
  input.addEventListener('blur', close);
  form.addEventListener('submit', () => { clearTimeout(timer); asking?.abort(); close(); });
}
