// Looks again, now and then, at what goes on after the page was made: jobs, and exercises.
import { say, tell } from './words.js';

const EVERY = 1000;
const LONGEST = 10 * 60 * 1000;

export function watch() {
  for (const link of document.querySelectorAll('[data-job]')) again(() => lookAtJob(link));
  const lessons = document.querySelector('[data-progress]');
  if (lessons) again(() => lookAtLessons(lessons));
}

// Asks until the answer is final, the page is left, or nobody can be interested any more.
function again(look) {
  const until = Date.now() + LONGEST;
  const round = async () => {
    const isDone = document.hidden ? false : await look().catch(() => true);
    if (!isDone && Date.now() < until) setTimeout(round, EVERY);
  };
  round();
}

async function ask(path) {
  const response = await fetch(path, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

async function lookAtJob(link) {
  const { state } = await ask(link.getAttribute('href'));
  const place = link.nextElementSibling;
  const text = say(`js-job-${state}`);
  if (place && place.textContent !== text) place.textContent = text;
  return state === 'done' || state === 'dead';
}

async function lookAtLessons(root) {
  const { solved } = await ask(root.dataset.progress);
  for (const tick of root.querySelectorAll('[data-lesson]')) {
    tick.classList.toggle('on', solved.includes(tick.dataset.lesson));
  }
  const outcome = root.querySelector('[data-outcome]');
  if (outcome && solved.includes(outcome.dataset.outcome) && !outcome.classList.contains('on')) {
    outcome.classList.add('on');
    outcome.textContent = outcome.dataset.solved;
    tell(outcome.dataset.solved);
  }
  return root.querySelectorAll('.tick:not(.on)').length === 0;
}
