/**
 * What is a new source or property called in files? Its name in small letters, with a number if that is taken.
 */

/** `newId('Plumbing & Heating', [])` is `plumbing-heating`; taken already, `plumbing-heating-2`. */
export function newId(name: string, taken: readonly string[]): string {
  const plain = name
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 56);
  const base = plain === '' ? 'source' : plain;
  if (!taken.includes(base)) return base;
  let n = 2;
  while (taken.includes(`${base}-${n}`)) n += 1;
  return `${base}-${n}`;
}
