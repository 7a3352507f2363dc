// Steps through the list one came from, by arrow keys and by links; Escape goes back to it.
const KEY = 'list';

// A list of pictures remembers its order when one of them is opened.
export function rememberList(grid) {
  grid.addEventListener('click', (event) => {
    if (!event.target.closest('.shot')) return;
    const paths = [...grid.querySelectorAll('.shot')].map((shot) => new URL(shot.href).pathname);
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ from: location.href, paths }));
    } catch {
      // Storage is closed to us: there are no neighbours then.
    }
  });
}

export function step(plate) {
  const list = recall();
  const at = list.paths.indexOf(location.pathname);
  // The page itself names its neighbours among the newest; a list one came from knows better.
  if (at >= 0) {
    offer(plate.querySelector('[rel="prev"]'), list.paths[at - 1]);
    offer(plate.querySelector('[rel="next"]'), list.paths[at + 1]);
  }
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target.closest('input, textarea, select, dialog, code, pre, [role="listbox"]');
    if (isTyping || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (event.key === 'ArrowLeft') follow(plate.querySelector('.back'));
    else if (event.key === 'ArrowRight') follow(plate.querySelector('.next'));
    else if (event.key === 'Escape') location.assign(at >= 0 ? list.from : '/');
  });
}

function recall() {
  try {
    const list = JSON.parse(sessionStorage.getItem(KEY));
    if (Array.isArray(list?.paths) && new URL(list.from).origin === location.origin) return list;
  } catch {
    // Nothing was kept, or not by us.
  }
  return { from: '/', paths: [] };
}

function offer(link, path) {
  if (path) link.setAttribute('href', path);
  else link.removeAttribute('href');
  link.hidden = !path;
}

function follow(link) {
  if (link?.hasAttribute('href')) link.click();
}
