/**
 * An account of a forge from what its API says; null when that is no account as forges write them. A number that was rounded would be another's,
 * and the name goes into badges: one that is made to look like another (marks of direction, spaces) does not.
 */
export function accountOf(id: unknown, name: unknown): { readonly id: string; readonly name: string } | null {
  const number = typeof id === 'number' ? (Number.isSafeInteger(id) ? String(id) : '') : id;
  if (typeof number !== 'string' || !/^[1-9]\d{0,19}$/.test(number)) return null;
  return typeof name === 'string' && /^[\w.[\]-]{1,255}$/.test(name) ? { id: number, name } : null;
}
