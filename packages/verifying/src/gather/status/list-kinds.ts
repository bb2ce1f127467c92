import { typesOf } from '@proofmark/schemas';

/** A standard for status lists whose list is a credential: the types of entry, list credential and list. */
export interface ListKind {
  readonly entry: string;
  readonly credential: string;
  readonly subject: string;
  /** Whether the list has a multibase prefix. */
  readonly multibase: boolean;
}

const KINDS: readonly ListKind[] = [
  // Bitstring Status List 1.0, 2.1 and 2.2.
  { entry: 'BitstringStatusListEntry', credential: 'BitstringStatusListCredential', subject: 'BitstringStatusList', multibase: true },
  // Its predecessor, Status List 2021, 4.1 and 4.2.
  { entry: 'StatusList2021Entry', credential: 'StatusList2021Credential', subject: 'StatusList2021', multibase: false },
];

/** The standard that a status entry names by its type, or null. */
export function listKindOf(entry: unknown): ListKind | null {
  const types = typesOf(entry);
  return KINDS.find((kind) => types.includes(kind.entry)) ?? null;
}
