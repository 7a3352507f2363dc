// Gives everything marked as ready to copy a button that copies it.
import { h, say, tell } from './words.js';

export function addCopiers(root) {
  if (!navigator.clipboard) return;
  for (const source of root.querySelectorAll('.copy')) {
    if (source.dataset.copier) continue;
    source.dataset.copier = 'yes';
    const button = h('button', { type: 'button', class: 'copier' }, say('js-copy'));
    const label = source.closest('div')?.querySelector('dt')?.textContent;
    if (label) button.setAttribute('aria-label', `${say('js-copy')}: ${label}`);
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(source.textContent);
      button.textContent = say('js-copied');
      tell(say('js-copied'));
      setTimeout(() => { button.textContent = say('js-copy'); }, 1500);
    });
    source.after(button);
  }
}
