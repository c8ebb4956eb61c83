// Where in 审计 somebody is. What a page shows is asked for in the address behind Cockpit's #, so that going back, reloading
// and handing it on lead to the same place.

const ROOT = '#/audit';

/** What the address asks for. */
export const asked = () => new URLSearchParams(location.hash.split('?')[1] ?? '');

/** The n-th part of the address after audit, from 0: of #/audit/applications/WX1 the second is WX1. */
export const part = n => decodeURIComponent(location.hash.split('?')[0].split('/')[n + 2] ?? '');

/** address('/applications/WX1', {kind: ['TASK', 'MAIL'], page: 1}): what is empty is left out, and so is the first page. */
export function address(path, parameters = {}) {
  const kept = query(parameters);
  if (kept.get('page') === '1') kept.delete('page');
  const words = kept.toString();
  return `${ROOT}${path}${words && `?${words}`}`;
}

/** {a: ['x', 'y'], b: ''} as what follows the question mark: a=x,y */
export function query(parameters) {
  const kept = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) {
    const words = [value].flat().filter(one => one !== null && one !== undefined && one !== '').join(',');
    if (words) kept.set(key, words);
  }
  return kept;
}

/** Goes there; to where one is already, it loads the page again. */
export function go(href) {
  if (location.hash === href) window.dispatchEvent(new CustomEvent(AGAIN));
  else location.hash = href;
}

/** Told to the page when somebody asks the same once more. */
export const AGAIN = 'onboarding-audit-again';

/** A day of Shanghai, 2026-11-29, as its first moment, or that of the day after. */
export function moment(day, after = 0) {
  const start = Date.parse(`${day}T00:00:00+08:00`);
  return Number.isNaN(start) ? '' : new Date(start + after * 86_400_000).toISOString();
}
