/** An account of a forge: its number there, and the name that it has at present. */
export interface ForgeAccount {
  readonly id: string;
  readonly name: string;
}

/**
 * An account of a forge from what its API says; null when that is no account as forges write them. A number that was rounded would be another's,
 * and the name goes into badges: one that is made to look like another (marks of direction, spaces) does not.
 */
export function accountOf(id: unknown, name: unknown): ForgeAccount | null {
  const number = typeof id === 'number' ? (Number.isSafeInteger(id) ? String(id) : '') : id;
  if (typeof number !== 'string' || !/^[1-9]\d{0,19}$/.test(number)) return null;
  return typeof name === 'string' && /^[\w.[\]-]{1,255}$/.test(name) ? { id: number, name } : null;
}
