import { readRecordHead } from '@proofmark/credentials';
import { hostOf, isUrl, type JsonObject, member, textOf } from '@proofmark/primitives';
import { locate, readIssuanceRecord } from '@proofmark/proofs';
import { type Outcome, typesOf } from '@proofmark/schemas';
import { issuerOf, primaryProof } from '../../authenticity/judge-proof.js';
import { revocationDetail } from '../../authenticity/revocation-detail.js';
import { nodesOf } from '../../credential/nodes.js';
import { readIndex } from '../../credential/status-index.js';
import { readJson } from '../../documents/read-json.js';
import { issuerRequest } from '../../documents/requests.js';
import type { ProofFact, Secured } from '../../facts/facts.js';
import type { Badge } from '../../input/reading.js';
import { LIMITS } from '../../limits.js';
import { type AskedBadge, askPlace, type PlaceAnswer } from './ask-place.js';
import type { AskingRecord } from './asking-record.js';
import { canonicalHashOf } from './canonical-hash.js';
import { type NoAnswer, type RecordKeys, readSigned } from './read-signed.js';

/**
 * Asks the record of an issuer about a credential that a revoked key of it signed: the answer becomes a fact of the credential. The record is
 * where the issuer's document says, which is fetched from the issuer and signed by nobody; what the credential names alone is not asked.
 * Endorsements have no place in a status list, so there is no record of them.
 */
export async function askRecord(secured: Secured, badge: Badge, asking: AskingRecord): Promise<Secured> {
  const primary = primaryProof(secured, asking.policy.at);
  if (primary === null) return secured;
  const { signature, issuerBinding, keyAuthorised: standing } = primary.answers;
  if (signature.outcome !== 'passed' || issuerBinding.outcome !== 'passed' || standing.outcome !== 'unknown') return secured;
  const outcome = await ask(primary.proof, secured, badge, asking);
  return { ...secured, recorded: { ...(outcome ?? standing), detail: { ...revocationDetail(primary.proof.key), ...outcome?.detail } } };
}

/** Null where there is no record that could be asked. */
async function ask(proof: ProofFact, { credential }: Secured, badge: Badge, asking: AskingRecord): Promise<Outcome | null> {
  const entries = nodesOf(credential, 'credentialStatus');
  if (entries.length === 0) {
    return typesOf(credential).includes('EndorsementCredential') ? null : { outcome: 'failed', code: 'key-revoked' };
  }
  const record = await openRecord(issuerOf(credential) ?? '', asking);
  if (record === null) return null;
  if (!record.ok) return unknown(record);
  const keyIds = proof.verificationMethod === null ? [] : [proof.verificationMethod];
  const asked: AskedBadge = {
    id: textOf(credential, 'id') ?? '',
    keyIds,
    // Of a derived credential only parts are there, so that its hash is another one.
    canonicalHash: async () =>
      proof.suite === 'ecdsa-sd-2023' ? { ok: false, code: 'unsupported' } : canonicalHashOf(badge, proof.signs, asking.readForm, asking),
  };
  const answers: PlaceAnswer[] = [];
  for (const entry of entries.slice(0, LIMITS.statusEntries)) answers.push(await askEntry(record.value, entry, asked, asking));
  return judgeAnswers(answers);
}

type Open = Parameters<typeof askPlace>[0];

async function askEntry(record: Open, entry: JsonObject, badge: AskedBadge, asking: AskingRecord): Promise<PlaceAnswer> {
  const list = textOf(entry, 'statusListCredential');
  const index = readIndex(member(entry, 'statusListIndex'));
  // No place that the issuer gives.
  if (list === null || index === null) return { ok: true, says: 'missing' };
  return askPlace(record, { list, index }, badge, asking);
}

/** One place that has the badge is enough; a refusal needs an answer about every place. */
function judgeAnswers(answers: readonly PlaceAnswer[]): Outcome {
  const said = answers.map((answer) => (answer.ok ? answer.says : null));
  if (said.includes('recorded')) return { outcome: 'passed', detail: { record: 'confirms' } };
  const silent = answers.find((answer) => !answer.ok);
  if (silent !== undefined && !silent.ok) return unknown(silent);
  return { outcome: 'failed', code: 'key-revoked', detail: { record: said.includes('differs') ? 'differs' : 'missing' } };
}

function unknown({ code, host }: NoAnswer): Outcome {
  return { outcome: 'unknown', code: 'key-revoked', detail: { record: code, ...(host === '' ? {} : { host }) } };
}

/** The record that the issuer's document names; null when it names none. */
async function openRecord(issuer: string, asking: AskingRecord): Promise<{ readonly ok: true; readonly value: Open } | NoAnswer | null> {
  const place = locate(issuer);
  if (place.kind !== 'fetch') return null;
  const document = await readJson(issuerRequest(place.url), asking.sources);
  const named = document.ok ? readIssuanceRecord(document.json, issuer) : null;
  if (named === null) return null;
  const { endpoint } = named;
  if (!isUrl(endpoint)) return { ok: false, code: 'invalid', host: '' };
  const standing = named.keys.filter(({ revoked }) => revoked === null);
  const keys: RecordKeys = new Map(standing.flatMap(({ id, key }) => (key.ok ? [[id, key.key] as const] : [])));
  const head = await readSigned(endpoint, keys, readRecordHead, asking);
  if (!head.ok) return head;
  if (head.value.iss !== issuer) return { ok: false, code: 'invalid', host: hostOf(endpoint) };
  return { ok: true, value: { head: head.value, keys, endpoint } };
}
