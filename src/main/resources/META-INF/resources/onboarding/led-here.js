// What the page that led here knows of what is to be made.

/**
 * What stands beside `new` in the address, by these names; null where nobody was led here. The address forgets it: whoever
 * loads the page again, or comes back to it, makes something of their own.
 */
export function ledHere(...names) {
  const address = new URLSearchParams(location.search);
  if (!address.has('new')) return null;
  const known = Object.fromEntries(names.filter(name => address.has(name)).map(name => [name, address.get(name)]));
  ['new', ...names].forEach(name => address.delete(name));
  const search = address.toString();
  history.replaceState(null, '', location.pathname + (search ? `?${search}` : ''));
  return known;
}
