import { joseTokens } from '@proofmark/platform/web';
import { readJwk } from '@proofmark/proofs';
import type { Row } from '../checking/batch.js';
import { checkReceipt, type ReceiptOutcome } from './check-receipt.js';
import { handedInBytes, possibleHashes } from './handed-in-bytes.js';
import { keptKey } from './receipt-key.js';

const tokens = joseTokens();

/** A receipt that was handed in, checked, and compared with what was handed in beside it. */
export interface CheckedReceipt {
  readonly answer: ReceiptOutcome;
  /** Whether it was signed with the key of this browser. */
  readonly mine: boolean;
  /** SHA-256 of the badges that were handed in with it, in hex. */
  readonly beside: readonly string[];
}

/** Checks receipts that were handed in, and compares them with the badges beside them. */
export async function checkReceipts(texts: readonly string[], rows: readonly Row[]): Promise<readonly CheckedReceipt[]> {
  const own = await ownFingerprint();
  const beside = await Promise.all(rows.flatMap((row) => handedInBytes(row) ?? []).map(possibleHashes));
  return Promise.all(
    texts.map(async (text) => {
      const answer = await checkReceipt(text, tokens);
      return { answer, mine: answer.outcome === 'unchanged' && answer.fingerprint === own, beside: beside.flat() };
    }),
  );
}

async function ownFingerprint(): Promise<string | null> {
  const pair = await keptKey();
  if (pair === null) return null;
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const reading = readJwk({ kty, crv, x, y });
  return reading.ok ? tokens.thumbprint(reading.key) : null;
}
