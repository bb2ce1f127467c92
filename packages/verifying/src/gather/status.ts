import { decodeList, statusAt } from '@proofmark/credentials';
import { type JsonObject, typesOf } from '@proofmark/schemas';
import { isAuthentic, issuerOf } from '../checks/authenticity.js';
import { isObject, listOf, member, nodesOf, textOf } from '../json.js';
import { LIMITS } from '../limits.js';
import type { Ports } from '../ports.js';
import { checkProofs } from './check-proofs.js';
import type { StatusFact } from './facts.js';
import { hostOf, type Sources } from './sources.js';
import { readListCredential } from './status-list.js';

/** The status entries of a credential, in the order written; each is its own question. */
export function statusEntries(credential: JsonObject): readonly JsonObject[] {
  return nodesOf(credential, 'credentialStatus');
}

/** The facts of every entry. A list's own proof is checked like a badge's; only then is its bit believed. */
export async function gatherStatus(credential: JsonObject, ports: Ports, sources: Sources, now: number): Promise<readonly StatusFact[]> {
  const entries = statusEntries(credential);
  const asked = entries.slice(0, LIMITS.statusEntries).map((entry) => gatherEntry(credential, entry, ports, sources, now));
  return [...(await Promise.all(asked)), ...entries.slice(LIMITS.statusEntries).map((entry) => ({ ...blank(entry), answer: NOT_ASKED }))];
}

/** The same without asking anyone, for a badge whose signature is not good. */
export function unaskedStatus(credential: JsonObject): readonly StatusFact[] {
  return statusEntries(credential).map((entry) => ({ ...blank(entry), answer: NOT_ASKED }));
}

const NOT_ASKED = { kind: 'not-asked' } as const;

function blank(entry: JsonObject): Omit<StatusFact, 'answer'> {
  const { type } = entry;
  return {
    type: typesOf(entry).join(' ') || String(type ?? ''),
    purpose: textOf(entry, 'statusPurpose'),
    list: textOf(entry, 'statusListCredential'),
    reason: null,
    date: null,
  };
}

async function gatherEntry(badge: JsonObject, entry: JsonObject, ports: Ports, sources: Sources, now: number): Promise<StatusFact> {
  const base = blank(entry);
  if (!typesOf(entry).includes('BitstringStatusListEntry')) return { ...base, answer: { kind: 'unsupported' } };
  const answer = await askList(badge, entry, ports, sources, now);
  const reference = textOf(entry, 'statusReference');
  if (answer.kind !== 'bit' || !answer.set || reference === null) return { ...base, answer };
  return { ...base, answer, ...(await readReference(reference, sources)) };
}

const invalid = (fault: string): StatusFact['answer'] => ({ kind: 'invalid', fault });

/**
 * Bitstring Status List 1.0, 3.2. A fault that leaves it open whether this is the right list (`sound: false`) does not undo a bit
 * that the issuer set and signed; but a clear bit of such a list says nothing.
 */
async function askList(badge: JsonObject, entry: JsonObject, ports: Ports, sources: Sources, now: number): Promise<StatusFact['answer']> {
  const url = textOf(entry, 'statusListCredential');
  const purpose = textOf(entry, 'statusPurpose');
  const index = readIndex(member(entry, 'statusListIndex'));
  const size = member(entry, 'statusSize') ?? 1;
  if (url === null || purpose === null || index === null || typeof size !== 'number') return invalid('entry');
  const accept = 'application/vc, application/vc+jwt;q=0.9, application/ld+json;q=0.9, application/json;q=0.8, */*;q=0.1';
  const fetched = await sources.fetch({ url, accept, maxBytes: LIMITS.statusListBytes, for: 'status' });
  if (!fetched.ok) return { kind: 'unreachable', code: fetched.code, host: hostOf(url) };
  const document = readListCredential(fetched.body);
  if (document === null) return invalid('not-a-list');
  const secured = await checkProofs(document.credential, document.jwt, ports, sources);
  if (!isAuthentic(secured, now)) return { kind: 'untrusted', fault: 'signature' };
  if (issuerOf(document.credential) !== issuerOf(badge)) return { kind: 'untrusted', fault: 'issuer' };
  const subject = member(document.credential, 'credentialSubject');
  if (!isObject(subject) || !typesOf(subject).includes('BitstringStatusList')) return invalid('subject');
  if (!listOf(member(subject, 'statusPurpose')).includes(purpose)) return invalid('purpose');
  const list = await decodeList(textOf(subject, 'encodedList') ?? '', (data, max) => ports.gunzip(data, max), {
    maxBytes: LIMITS.statusBitsBytes,
    minLength: 1,
  });
  if (!list.ok) return invalid(list.code);
  const value = statusAt(list.bits, index, size);
  if (value === null) return invalid('index');
  const fault = textOf(document.credential, 'id') !== url ? 'id' : list.bits.length / size < LIMITS.statusListEntries ? 'too-short' : null;
  return { kind: 'bit', set: value !== 0, sound: fault === null, fault, validUntil: textOf(document.credential, 'validUntil') };
}

/** The index as text, or as the number that some issuers write. */
function readIndex(value: unknown): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : null;
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

/** Reason and date of a withdrawal. Nothing depends on them, so a failure is silence. */
async function readReference(url: string, sources: Sources): Promise<Pick<StatusFact, 'reason' | 'date'>> {
  const answer = await sources.json({ url, accept: 'application/json', maxBytes: LIMITS.documentBytes, for: 'status-reference' });
  const json = answer.ok ? answer.json : undefined;
  return { reason: textOf(json, 'reason')?.slice(0, 500) ?? null, date: textOf(json, 'date')?.slice(0, 40) ?? null };
}
