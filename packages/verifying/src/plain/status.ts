import { decodeBase64url, type Json, type JsonObject, type Outcome } from '@proofmark/schemas';
import { isEarly } from '../authenticity/clock.js';
import { referenceRequest, statusRequest } from '../documents/requests.js';
import { hostOf, type Sources, utf8 } from '../documents/sources.js';
import { isObject, textOf } from '../json.js';
import { LIMITS } from '../limits.js';
import type { Ports } from '../ports.js';
import { must, text } from './must.js';
import { fetchJson, parse } from './read.js';
import { date } from './scalars.js';
import { proved } from './secured.js';

/** The answers of the three checks about a status. */
export type StatusOutcomes = Readonly<Record<'status-list' | 'revoked' | 'suspended', Outcome>>;

const PASSED: Outcome = { outcome: 'passed' };
const NONE: Outcome = { outcome: 'not-applicable', reason: 'no-status' };

/** Asks the one status list that a badge names, which its issuer signed as it did the badge (Bitstring Status List 1.0, 3.2). */
export async function askStatus(
  entry: Json | undefined,
  issuer: string,
  ports: Ports,
  sources: Sources,
  now: number,
): Promise<StatusOutcomes> {
  if (entry === undefined) return { 'status-list': NONE, revoked: NONE, suspended: NONE };
  must(isObject(entry));
  const { statusPurpose: purpose, statusListIndex: index, statusListCredential, statusReference } = entry;
  const url = text(statusListCredential);
  const check = purpose === 'suspension' ? 'suspended' : 'revoked';
  must(check === 'suspended' || purpose === 'revocation');
  const answer = (list: Outcome, bit: Outcome): StatusOutcomes => ({ revoked: NONE, suspended: NONE, 'status-list': list, [check]: bit });
  const fetched = await sources.fetch(statusRequest(url));
  if (!fetched.ok) {
    must(fetched.code !== 'offline');
    const unreachable: Outcome = { outcome: 'unknown', code: 'status-unreachable', detail: { host: hostOf(url), reason: fetched.code } };
    return answer(unreachable, unreachable);
  }
  const list = parse(utf8(fetched.body)?.trim() ?? '');
  must((await proved(list, 'BitstringStatusListCredential', ports.crypto, sources)).issuer === issuer && list.id === url);
  must(
    !isEarly(list.validFrom === undefined ? 0 : date(list.validFrom), now) &&
      (list.validUntil === undefined || date(list.validUntil) >= now),
  );
  const { statusPurpose, encodedList } = list.credentialSubject as JsonObject;
  const packed = decodeBase64url(text(encodedList).slice(1));
  must(statusPurpose === purpose && text(encodedList).startsWith('u') && packed !== null);
  const bits = await ports.gunzip(packed, LIMITS.statusBitsBytes);
  const at = Number(index);
  must(bits !== null && bits.length * 8 >= LIMITS.statusListEntries && at < bits.length * 8);
  if (!(((bits[at >> 3] as number) >> (7 - (at & 7))) & 1)) return answer(PASSED, PASSED);
  return answer(PASSED, { outcome: 'failed', code: check, detail: await reasonAt(statusReference, sources) });
}

/** Why, and since when, a badge is withdrawn. */
async function reasonAt(url: Json | undefined, sources: Sources): Promise<{ readonly reason?: string; readonly date?: string }> {
  if (url === undefined) return {};
  const said = await fetchJson(referenceRequest(text(url)), sources);
  const [reason, since] = [textOf(said, 'reason'), textOf(said, 'date')];
  must(reason && reason.length < 500 && since && since.length < 40);
  return { reason, date: since };
}
