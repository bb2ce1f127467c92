import { type ProblemDetails, TYPES } from '@proofmark/issuer/vc-api';
import { isObject, type JsonObject } from '@proofmark/primitives';

/** A credential that was made, or the reasons why there is none. */
export type Made =
  | { readonly ok: true; readonly verifiableCredential: JsonObject }
  | { readonly ok: false; readonly problemDetails: readonly ProblemDetails[] };

/** The members of a body; none when it is no object. */
export function membersOf(body: unknown): Readonly<Record<string, unknown>> {
  return isObject(body) ? body : {};
}

/** A list of JSON pointers; null when it is none. */
export function pointersOf(value: unknown): readonly string[] | null {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? (value as readonly string[]) : null;
}

export function refused(...problemDetails: readonly ProblemDetails[]): Made {
  return { ok: false, problemDetails };
}

/** The problem of a body that lacks what it is about. */
export function missing(what: string): ProblemDetails {
  return {
    type: TYPES.malformed,
    title: 'The request is not complete',
    detail: `The body has to be an object with ${what}.`,
    pointer: `/${what}`,
  };
}

/** The problem of an option that is no list of JSON pointers. */
export function badPointers(pointer: string): ProblemDetails {
  return { type: TYPES.malformed, title: 'An option is not valid', detail: `${pointer}: expected a list of JSON pointers.`, pointer };
}

/** The problem of a credential that is sound and cannot be secured (Data Integrity 1.0, 4.7). */
export function generation(detail: string, pointer = '/credential'): ProblemDetails {
  return { type: TYPES.generation, title: 'The credential cannot be secured', detail, pointer };
}
