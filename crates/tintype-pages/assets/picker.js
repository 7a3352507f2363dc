// Hands the picture that was chosen to whoever opened the page, at the one origin that may have it.
import { say, tell } from './words.js';

export function handOver(root) {
  const origin = root.dataset.picker;
  const opener = window.opener ?? (window.parent === window ? null : window.parent);
  if (!opener) return;
  root.addEventListener('click', async (event) => {
    const shot = event.target.closest('[data-choice]');
    if (!shot || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    shot.setAttribute('aria-busy', 'true');
    try {
      // Whoever uses a picture says so; the choice goes through even if that fails.
      await fetch(shot.dataset.track, { headers: { Accept: 'application/json' }, cache: 'no-store' });
    } catch {
      // The server counts one use less.
    }
    opener.postMessage(JSON.parse(shot.dataset.choice), origin);
    shot.removeAttribute('aria-busy');
    tell(say('js-picked'));
    if (window.opener) window.close();
  });
}
