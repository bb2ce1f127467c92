import { memberPointer } from '@proofmark/primitives';

/** A place in a document: a pointer, or a member of another place. Who walks a whole document writes out none but the one it reports. */
export type Place = string | { readonly within: Place; readonly key: string | number };

/** The pointer of a place (RFC 6901). */
export function pointerOf(place: Place): string {
  return typeof place === 'string' ? place : memberPointer(pointerOf(place.within), place.key);
}
