import type { ClassName, JsonObject } from '@proofmark/schemas';
import type { Place } from './place.js';

/** One place where a node with an id stands. */
export interface Occurrence {
  readonly node: JsonObject;
  readonly className: ClassName;
  readonly place: Place;
  /** Whether it belongs to a credential inside this one, such as an endorsement: its statements are in the same graph. */
  readonly inside: boolean;
  /** Set where it is only named, by its id as text; `node` then has nothing but that. */
  readonly isName?: true;
}

/** Every place of every id of one document, in the order written. Proofs are graphs of their own and not among them. */
export class Occurrences {
  readonly byId: Map<string, Occurrence[]> = new Map();

  /** How many nodes there are, with and without ids. */
  count = 0;

  add(occurrence: Occurrence): void {
    const { id } = occurrence.node;
    if (typeof id !== 'string') return;
    const known = this.byId.get(id);
    if (known === undefined) this.byId.set(id, [occurrence]);
    else known.push(occurrence);
  }
}

const EXCLUSIVE = /Credential(?:V1)?$|^(?:BitstringStatusListEntry|StatusList2021Entry|RevocationList|CredentialStatus)$/;

/** Whether a node of this class is a credential or a status entry, whose id nothing else may bear. */
export function isExclusive({ className, isName }: Pick<Occurrence, 'className' | 'isName'>): boolean {
  return !isName && EXCLUSIVE.test(className);
}

/** Whether a node of this class is a credential, which is read by itself when it stands in another. */
export function isCredentialClass(className: ClassName): boolean {
  return /Credential(?:V1)?$/.test(className);
}
