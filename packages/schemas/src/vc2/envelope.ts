import { isObject, listOf, member, memberPointer } from '@proofmark/primitives';
import type { Violation } from '../ob3/findings.js';
import { collectFindings, type Findings } from '../ob3/walk.js';
import { bringsVc2 } from './context.js';

const ENVELOPES = ['EnvelopedVerifiableCredential', 'EnvelopedVerifiablePresentation'] as const;
const DATA_URL = /^data:application\/[\w.+-]+(?:;[^,]*)?,./s;

/** Whether an object says that it only wraps a secured document (VC Data Model 2.0, 4.13.1 and 4.13.2). */
export function isEnvelope(value: unknown): boolean {
  return isObject(value) && listOf(member(value, 'type')).some((word) => (ENVELOPES as readonly unknown[]).includes(word));
}

/** What such an object must have: the context that defines its terms, one of the two types, and a `data:` URL as id. */
export function checkEnvelope(found: Findings, value: Readonly<Record<string, unknown>>, pointer: string): void {
  if (!bringsVc2(member(value, '@context')))
    found.violation(memberPointer(pointer, '@context'), 'context', 'the context of VC Data Model 2.0');
  const types = listOf(member(value, 'type'));
  if (types.length !== 1) found.violation(memberPointer(pointer, 'type'), 'wrong-class', ENVELOPES.join(' or '));
  const id = member(value, 'id');
  if (typeof id !== 'string' || !DATA_URL.test(id)) found.violation(memberPointer(pointer, 'id'), 'not-a-uri', 'a data: URL');
}

/** `checkEnvelope` for a document that stands alone. Never throws. */
export function checkEnveloped(value: unknown): readonly Violation[] {
  const found = collectFindings('issue');
  if (isObject(value)) checkEnvelope(found, value, '');
  else found.violation('', 'wrong-type', 'object');
  return found.violations;
}
