import { type RecordHead, readRecordHead } from '@proofmark/credentials';
import { doctorTexts } from '@proofmark/messages/terminal';
import { decodeUtf8Document } from '@proofmark/primitives';
import { checkJws, type DidDocument, decodeJwt, type IssuanceRecord, readIssuanceRecord } from '@proofmark/proofs';
import type { JsonObject } from '@proofmark/schemas';
import { eachOnce } from './check-keys.js';
import { type Finding, note, ok, problem } from './finding.js';
import type { Look, Looked } from './look.js';
import { servedFindings } from './served.js';

const texts = doctorTexts.record;

/**
 * Whether verifiers can ask the issuer's record of what it issued, and whether it answers for every key that was revoked. Nothing is said of an
 * issuer that keeps none: few do.
 */
export async function checkRecord(document: DidDocument, json: JsonObject, look: Look): Promise<readonly Finding[]> {
  const record = readIssuanceRecord(json, document.id);
  if (record === null) return [];
  const looked = await look.ask(record.endpoint, 'application/jwt, */*;q=0.1', 'record');
  const served = servedFindings(looked, { id: 'record', name: texts.name, types: ['application/jwt'], missing: texts.missing });
  if (!looked.fetched.ok) return served;
  const head = await readHead(looked, record, look);
  if (head === null || head.iss !== document.id)
    return [...served, problem('record-signature', texts.signature.text, texts.signature.remedy)];
  const revoked = eachOnce(document.methods).filter((method) => method.revoked !== null);
  const open = revoked.filter(({ id }) => !Object.hasOwn(head.complete, id));
  const { length: count } = head.lists;
  if (open.length === 0) return [...served, ok('record-complete', texts.ok({ count, revoked: revoked.length }))];
  const keys = open.map(({ id }) => id.slice(id.indexOf('#'))).join(', ');
  return [...served, note('record-complete', texts.incomplete.text({ keys }), texts.incomplete.remedy)];
}

/** The head of a record as one of its standing keys signed it, or null. */
async function readHead({ fetched }: Looked, { keys }: IssuanceRecord, { ports }: Look): Promise<RecordHead | null> {
  const reading = decodeJwt((fetched.ok && decodeUtf8Document(fetched.body)?.trim()) || '');
  const method = reading.ok ? keys.find(({ id, revoked }) => id === reading.jwt.kid && revoked === null) : undefined;
  if (!reading.ok || method === undefined || !method.key.ok) return null;
  const { outcome } = await checkJws({ jwt: reading.jwt, key: method.key.key, tokens: ports.tokens });
  return outcome === 'valid' ? readRecordHead(reading.jwt.payload) : null;
}
