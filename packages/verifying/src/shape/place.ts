/** The pointer of a member (RFC 6901). */
export function pointTo(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** A place in a document: a pointer, or a member of another place. Who walks a whole document writes out none but the one it reports. */
export type Place = string | { readonly within: Place; readonly key: string | number };

/** The pointer of a place (RFC 6901). */
export function pointerOf(place: Place): string {
  return typeof place === 'string' ? place : pointTo(pointerOf(place.within), place.key);
}
