import { isObject, type Json, type JsonObject, listOf, member, textOf } from '@proofmark/primitives';

/** The objects of a member that may be single or a set. */
export function nodesOf(value: Json | undefined, key: string): readonly JsonObject[] {
  return listOf(member(value, key)).filter(isObject);
}

/** The id of a member that is a node or a bare address (`issuer`), or null. */
export function idOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : textOf(value, 'id');
}
