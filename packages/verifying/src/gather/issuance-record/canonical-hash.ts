import { encodeHex, encodeUtf8, without } from '@proofmark/primitives';
import type { ReadForm } from '../../form/document-form.js';
import type { Badge } from '../../input/reading.js';
import type { AskingRecord } from './asking-record.js';

/** Why a credential has no canonical form: it is none that an issuer commits to, or we cannot tell. */
export type CanonicalHash =
  /** `read` when the gate let it pass, so that a reader sees what the graph says. */
  | { readonly ok: true; readonly hash: string; readonly read: boolean }
  | { readonly ok: false; readonly code: 'never-issued' | 'unsupported' };

/** The claims that repeat parts of a credential in its token (OB 3.0, 8.2.3). */
const CLAIMS = ['iss', 'sub', 'jti', 'nbf', 'exp'];

/**
 * SHA-256 of the canonical N-Quads of a badge without its proof and its claims, in hex: the same for both forms of one badge. Where the proof
 * signs bytes, the shape gate has not been asked yet: a document that says the same to a graph and something else to a reader has no hash.
 */
export async function canonicalHashOf(
  { credential, jwt }: Pick<Badge, 'credential' | 'jwt'>,
  signs: 'statements' | 'bytes',
  readForm: ReadForm,
  { ports, sources }: Pick<AskingRecord, 'ports' | 'sources'>,
): Promise<CanonicalHash> {
  const bare = without(jwt === null ? credential : CLAIMS.reduce(without, credential), 'proof');
  // With its proof, a badge of the profile needs no other readers.
  const { gate, canonicalise } = await readForm(signs === 'bytes' ? bare : credential, false, ports.crypto, sources.budget);
  if (gate.outcome === 'failed') return NEVER_ISSUED;
  const canonical = await canonicalise(bare, 'SHA-256');
  if (canonical.ok) {
    const hash = encodeHex(await ports.crypto.digest('SHA-256', encodeUtf8(canonical.nquads)));
    return { ok: true, hash, read: gate.outcome === 'passed' };
  }
  return canonical.code === 'data-loss' || canonical.code === 'malformed-document' ? NEVER_ISSUED : { ok: false, code: 'unsupported' };
}

/** An issuer commits only to what loses nothing when it is signed. */
const NEVER_ISSUED = { ok: false, code: 'never-issued' } as const;
