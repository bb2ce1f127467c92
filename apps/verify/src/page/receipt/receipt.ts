import type { CheckId, JsonObject, Verdict } from '@proofmark/schemas';

/** What a receipt is called, so that a reader (and this page) knows it among other JSON. */
export const RECEIPT_TYPE = 'ProofmarkReceipt';

/** The disclaimer in every receipt: it proves who checked, and certifies nothing. */
export const STATEMENT =
  'Whoever holds the key of this receipt checked these badges in a browser, at a time that the browser’s clock gave. Neither Proofmark nor an issuer certifies it.';

/** One badge of a receipt: the input, by its hash, and the outcome of the check. */
export interface ReceiptBadge {
  /** SHA-256, in hex, and length of the bytes of the input, or of the answer of its address; null when there were none. */
  readonly handedIn: { readonly from: string; readonly sha256: string | null; readonly bytes: number };
  readonly badge: { readonly id: string | null; readonly name: string | null; readonly issuer: string | null };
  readonly verdict: Verdict;
  readonly because: readonly CheckId[];
  /** Each check's answer, with its code after a colon where it has one. */
  readonly checks: Readonly<Record<CheckId, string>>;
  /** Addresses of the work that the badge names. */
  readonly work: readonly string[];
  readonly contacted: readonly { readonly host: string; readonly for: string }[];
  readonly checkedAt: string;
}

/**
 * A record of a check. It is signed with a key that the reader's own browser made: a detached JWS (RFC 7515, appendix F)
 * over the receipt without its signature, in the canonical form of RFC 8785, with the public key in its header.
 */
export interface Receipt {
  readonly type: typeof RECEIPT_TYPE;
  readonly version: 1;
  readonly statement: string;
  readonly made: string;
  readonly checker: { readonly name: string; readonly version: string; readonly address: string };
  readonly badges: readonly ReceiptBadge[];
  readonly signature: string;
}

/** Whether a JSON value has the type of a receipt; it is not checked yet. */
export const isReceipt = (json: unknown): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json) && (json as JsonObject).type === RECEIPT_TYPE;
