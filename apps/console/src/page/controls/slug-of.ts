const MOST = 63;

/** Letters that take more than the removal of their accent. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', đ: 'd', ł: 'l', ð: 'd', þ: 'th' };

/**
 * A short name for addresses: a-z, 0-9 and hyphens inside.
 *
 * @param text - a name, also while it is being typed
 * @param options - `typing`: a hyphen at the end stays, since more may follow
 */
export function slugOf(text: string, { typing = false }: { readonly typing?: boolean } = {}): string {
  const plain = text
    .slice(0, 200)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[ßæøœđłðþ]/g, (letter) => LETTERS[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, MOST);
  return typing ? plain : plain.replace(/-$/, '');
}
