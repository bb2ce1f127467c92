import { isObject, type Json, listOf, member, textOf } from '@proofmark/primitives';
import { readMethod, type VerificationMethod } from './did-document.js';

/** The type of the service entry that leads to an issuer's record of what it issued; a word of our own. */
export const ISSUANCE_RECORD = 'IssuanceRecord';

/** Keys of a record that are read: one, and those that it replaced. */
const MAX_KEYS = 20;

/** What a DID document says of the issuer's record. */
export interface IssuanceRecord {
  /** The address of its head, as written. */
  readonly endpoint: string;
  readonly keys: readonly VerificationMethod[];
}

/** The record that a DID document names; null when it names none, or more than one. */
export function readIssuanceRecord(document: Json, did: string): IssuanceRecord | null {
  const services = listOf(member(document, 'service')).filter((service) => listOf(member(service, 'type')).includes(ISSUANCE_RECORD));
  const [service] = services;
  const endpoint = textOf(service, 'serviceEndpoint');
  const listed = listOf(member(service, 'recordKey'));
  if (services.length !== 1 || endpoint === null || listed.length > MAX_KEYS) return null;
  return { endpoint, keys: listed.filter(isObject).flatMap((key) => readMethod(key, did) ?? []) };
}
