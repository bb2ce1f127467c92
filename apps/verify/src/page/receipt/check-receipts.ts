import { joseTokens } from '@proofmark/platform/web';
import { readJwk } from '@proofmark/proofs';
import type { Row } from '../checking/batch.js';
import { checkReceipt, type ReceiptOutcome } from './check-receipt.js';
import { inputBytes, possibleHashes } from './input-bytes.js';
import { keptKey } from './receipt-key.js';

const tokens = joseTokens();

/** A checked receipt of the input, compared with the badges of the same input. */
export interface CheckedReceipt {
  readonly answer: ReceiptOutcome;
  /** Whether it was signed with the key of this browser. */
  readonly mine: boolean;
  /** SHA-256 of the badges of the same input, in hex. */
  readonly beside: readonly string[];
  /** Some badges of the same input have not come. */
  readonly isPartial: boolean;
}

/** Checks the receipts of an input, and compares them with its badges. */
export async function checkReceipts(texts: readonly string[], rows: readonly Row[]): Promise<readonly CheckedReceipt[]> {
  const own = await ownFingerprint();
  const handedIn = rows.map(inputBytes);
  const isPartial = handedIn.includes(null);
  const beside = await Promise.all(handedIn.flatMap((bytes) => bytes ?? []).map(possibleHashes));
  return Promise.all(
    texts.map(async (text) => {
      const answer = await checkReceipt(text, tokens);
      return { answer, mine: answer.outcome === 'unchanged' && answer.fingerprint === own, beside: beside.flat(), isPartial };
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
