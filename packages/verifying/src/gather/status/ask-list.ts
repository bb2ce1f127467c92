import { statusAt } from '@proofmark/credentials';
import { member, textOf } from '@proofmark/primitives';
import type { JsonObject } from '@proofmark/schemas';
import { issuerOf } from '../../authenticity/judge-proof.js';
import { readIndex } from '../../credential/status-index.js';
import type { StatusFact } from '../../facts/facts.js';
import type { ListKind } from './list-kinds.js';
import type { ListAnswer } from './read-list.js';

const invalid = (fault: string): StatusFact['answer'] => ({ kind: 'invalid', fault });

/**
 * What a status list says to one entry (Bitstring Status List 1.0, 3.2; Status List 2021, 5.3). A fault that leaves it open whether this
 * is the right list (`fault`, or a list of another issuer, which 2.2 allows) does not undo a bit that was set and signed; but a clear bit of
 * such a list says nothing by itself.
 */
export async function askList(
  badge: JsonObject,
  entry: JsonObject,
  kind: ListKind,
  read: (url: string, kind: ListKind) => Promise<ListAnswer>,
): Promise<StatusFact['answer']> {
  const url = textOf(entry, 'statusListCredential');
  const purpose = textOf(entry, 'statusPurpose');
  const index = readIndex(member(entry, 'statusListIndex'));
  const size = member(entry, 'statusSize') ?? 1;
  if (url === null || purpose === null || index === null || typeof size !== 'number') return invalid('entry');
  const list = await read(url, kind);
  if (list.kind !== 'list') return list;
  if (!list.authentic) return { kind: 'untrusted', fault: 'signature' };
  if (!list.purposes.includes(purpose)) return invalid('purpose');
  const value = statusAt(list.bits, index, size);
  if (value === null) return invalid('index');
  const { from, until, bits, terms } = list;
  // A list may go without an id (Bitstring Status List 1.0, 2.2): the badge's own entry says where it is.
  const fault = list.id === url || list.id === null ? null : 'id';
  const foreignIssuer = list.issuer === issuerOf(badge) ? null : list.issuer;
  const entries = Math.floor(bits.length / size);
  return { kind: 'bit', set: value !== 0, fault, foreignIssuer, entries, from, until, value, terms };
}
