import { isObject } from '@proofmark/primitives';
import { checkJws, decodeJwt, type TokenPort } from '@proofmark/proofs';
import { CHECK_IDS, type Json, type JsonObject, VERDICTS } from '@proofmark/schemas';
import { isReceipt, type Receipt } from './receipt.js';
import { payloadOf } from './sign-receipt.js';

/** The outcome of a receipt. Only the content of an `unchanged` one is shown; `fingerprint` identifies the key. */
export type ReceiptOutcome =
  | { readonly outcome: 'unchanged'; readonly receipt: Receipt; readonly fingerprint: string }
  | { readonly outcome: 'altered' | 'malformed' | 'unsupported' };

/** Longer texts are no receipts of ours. */
const MAX_LENGTH = 4_000_000;

/** Checks a receipt: its form, and the signature over all of it by the key in its own header, which proves no identity. */
export async function checkReceipt(text: string, tokens: TokenPort): Promise<ReceiptOutcome> {
  const json = text.length > MAX_LENGTH ? null : parsed(text);
  if (!isReceipt(json) || typeof json.signature !== 'string') return { outcome: 'malformed' };
  const [header = '', payload, signature = '', rest] = json.signature.split('.');
  if (payload !== '' || rest !== undefined) return { outcome: 'malformed' };
  const reading = decodeJwt(`${header}.${payloadOf(json)}.${signature}`);
  if (!reading.ok || reading.jwt.headerKey?.ok !== true) return { outcome: 'malformed' };
  const { key } = reading.jwt.headerKey;
  const { outcome } = await checkJws({ jwt: reading.jwt, key, tokens });
  if (outcome !== 'valid') return { outcome: outcome === 'invalid' ? 'altered' : 'unsupported' };
  if (!isWhole(json)) return { outcome: 'malformed' };
  return { outcome: 'unchanged', receipt: json as unknown as Receipt, fingerprint: await tokens.thumbprint(key) };
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

/** Anyone may sign anything: a receipt is shown only when it has the form that this page writes. */
function isWhole({ version, made, checker, badges }: JsonObject): boolean {
  return (
    version === 1 &&
    typeof made === 'string' &&
    hasTexts(checker, 'name', 'version', 'address') &&
    Array.isArray(badges) &&
    badges.every(isBadge)
  );
}

function isBadge(json: Json): boolean {
  if (!isObject(json)) return false;
  const { handedIn, badge, verdict, checks, work, checkedAt } = json;
  return (
    hasTexts(handedIn, 'from') &&
    textOrNull((handedIn as JsonObject).sha256) &&
    typeof (handedIn as JsonObject).bytes === 'number' &&
    isObject(badge) &&
    [badge.id, badge.name, badge.issuer].every(textOrNull) &&
    (VERDICTS as readonly unknown[]).includes(verdict) &&
    hasTexts(checks, ...CHECK_IDS) &&
    Array.isArray(work) &&
    work.every((item) => typeof item === 'string') &&
    typeof checkedAt === 'string'
  );
}

const textOrNull = (json: Json | undefined): boolean => json === null || typeof json === 'string';
const hasTexts = (json: Json | undefined, ...keys: readonly string[]): boolean =>
  isObject(json) && keys.every((key) => typeof json[key] === 'string');
