import { isDateTime, isObject, listOf, member, memberPointer, parseDateTimeZ } from '@proofmark/primitives';
import { isListIndex } from '../ob3/syntax.js';
import type { Findings } from '../ob3/walk.js';
import { readDigestMultibase, readDigestSri } from './digests.js';
import type { NodeName } from './tables.js';
import { isUrl } from './values.js';

type Node = Readonly<Record<string, unknown>>;

/** What a table cannot say: rules between the members of one object. */
export function checkRules(found: Findings, node: Node, name: NodeName, pointer: string): void {
  if (name === 'credential') checkCredential(found, node);
  else if (name === 'credential-v1') checkOrder(found, node, 'issuanceDate', 'expirationDate');
  else if (name === 'subject') checkSubject(found, node, pointer);
  else if (name === 'resource') checkResource(found, node, pointer);
  else if (name === 'proof') checkProof(found, node, pointer);
}

function checkCredential(found: Findings, node: Node): void {
  checkOrder(found, node, 'validFrom', 'validUntil');
  checkUnique(found, node, 'relatedResource');
  listOf(member(node, 'credentialStatus')).forEach((entry, index) => {
    if (isObject(entry) && listOf(entry.type).includes('BitstringStatusListEntry')) {
      checkStatusEntry(found, entry, placeOf(node, 'credentialStatus', index));
    }
  });
}

function placeOf(node: Node, term: string, index: number): string {
  return Array.isArray(member(node, term)) ? memberPointer(memberPointer('', term), index) : memberPointer('', term);
}

/** The beginning is not after the end (4.9). */
function checkOrder(found: Findings, node: Node, from: string, until: string): void {
  const [first, last] = [instantOf(member(node, from)), instantOf(member(node, until))];
  if (first !== null && last !== null && first > last) found.violation(memberPointer('', until), 'validity-reversed', `not before ${from}`);
}

/** A VC 1.1 date may lack its zone; UTC is then meant. */
function instantOf(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  return parseDateTimeZ(value) ?? (isDateTime(value) ? parseDateTimeZ(`${value}Z`) : null);
}

/** Ids are unique within a list (5.3 for resources, Data Integrity 1.0 for proofs, whose ids others refer to). */
export function checkUnique(found: Findings, node: Node, term: string): void {
  const seen = new Set<unknown>();
  listOf(member(node, term)).forEach((item, index) => {
    const id = isObject(item) ? item.id : undefined;
    if (id !== undefined && seen.has(id))
      found.violation(memberPointer(placeOf(node, term, index), 'id'), 'duplicate-id', 'an id of its own');
    seen.add(id);
  });
}

/** A subject has at least one claim, were it only its id (4.8). What JSON-LD's own words make (a literal, a list, an empty set) is no subject. */
function checkSubject(found: Findings, node: Node, pointer: string): void {
  if (Object.keys(node).every((name) => name.startsWith('@'))) found.violation(pointer, 'empty', 'at least one claim');
}

/** A digest at least, and each of a kind that can be compared (5.3). */
function checkResource(found: Findings, node: Node, pointer: string): void {
  const sri = listOf(member(node, 'digestSRI'));
  const multibase = listOf(member(node, 'digestMultibase'));
  if (sri.length + multibase.length === 0) found.violation(pointer, 'digest-missing', 'digestSRI or digestMultibase');
  if (sri.some((one) => typeof one === 'string' && readDigestSri(one) === null)) {
    found.violation(memberPointer(pointer, 'digestSRI'), 'not-a-digest', 'hash expressions such as sha384-…');
  }
  if (multibase.some((one) => typeof one === 'string' && readDigestMultibase(one) === null)) {
    found.violation(memberPointer(pointer, 'digestMultibase'), 'not-a-digest', 'a multihash in multibase base64url');
  }
}

/** A Data Integrity proof names its suite and has a value (Data Integrity 1.0, 2.1 and 3.1). */
function checkProof(found: Findings, node: Node, pointer: string): void {
  if (member(node, 'type') !== 'DataIntegrityProof') return;
  for (const term of ['cryptosuite', 'proofValue']) {
    if (!Object.hasOwn(node, term)) found.violation(pointer, 'missing', term);
  }
}

/** Bitstring Status List 1.0, 2.1. */
function checkStatusEntry(found: Findings, entry: Node, pointer: string): void {
  const fail = (term: string, expected: string, code: Parameters<Findings['violation']>[1] = 'wrong-type'): void =>
    Object.hasOwn(entry, term) ? found.violation(memberPointer(pointer, term), code, expected) : found.violation(pointer, 'missing', term);
  const { statusPurpose, statusListIndex, statusListCredential, statusSize, statusMessage, statusReference, id } = entry;
  if (typeof statusPurpose !== 'string' || statusPurpose === '') fail('statusPurpose', 'text');
  if (typeof statusListIndex !== 'string' || !isListIndex(statusListIndex))
    fail('statusListIndex', 'a base-10 number as text', 'not-an-index');
  if (!isUrl(statusListCredential)) fail('statusListCredential', 'one absolute URL', 'not-a-uri');
  if (id !== undefined && id === statusListCredential) fail('id', 'another id than that of the list', 'status-id-is-list');
  const size = statusSize ?? 1;
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 1) fail('statusSize', 'a whole number greater than 0');
  else if (statusMessage !== undefined || size > 1) {
    if (!isMessages(statusMessage, size)) fail('statusMessage', 'a status and a message for each value');
  }
  if (statusReference !== undefined && !listOf(statusReference).every(isUrl)) fail('statusReference', 'absolute URLs', 'not-a-uri');
}

function isMessages(value: unknown, size: number): boolean {
  if (!Array.isArray(value) || value.length !== 2 ** size) return false;
  return value.every((one) => isObject(one) && typeof one.message === 'string' && /^0x[0-9a-fA-F]+$/.test(String(one.status)));
}
