import type { JsonObject } from '@proofmark/primitives';
import { readProofs } from '../data-integrity/read-proofs.js';
import { toMultikey } from '../keys/multikey.js';
import type { CryptoPort, PublicKey, Signer, TokenPort } from '../ports.js';
import { prepareCredential } from '../signing/prepare-credential.js';
import { signPreparedJwt } from '../signing/sign-jwt.js';
import { signPrepared } from '../signing/sign-prepared.js';
import { askToken } from './ask-token.js';
import { askVc } from './ask-vc.js';
import { CANARY_CREDENTIAL } from './canary-credential.js';
import type { LibraryAnswer } from './library-answer.js';
import type { SecondOpinion } from './second-opinion.js';

/** Two keys that are made for the canary and forgotten with it: Ed25519 for the embedded proof, P-256 for the token. */
export interface CanaryKeys {
  readonly embedded: { readonly publicKey: PublicKey; readonly signer: Signer };
  readonly token: { readonly publicKey: PublicKey; readonly signer: Signer };
}

export type CanaryResult =
  | { readonly ok: true }
  /** Our own check of safe mode refuses the canary, which it must not. */
  | { readonly ok: false; readonly library: null }
  /** A library does not take what was signed; `answer` is its word. */
  | {
      readonly ok: false;
      readonly library: SecondOpinion['library'];
      readonly answer: Exclude<LibraryAnswer, { readonly answer: 'valid' }>;
    };

/**
 * Signs a badge in both forms exactly as badges are signed, and has @digitalbazaar/vc and jose verify them. They share no code with what signs, so
 * a wrong context table, a package with other contexts or a faulty cryptographic library is found before the first badge is signed.
 */
export async function runCanary(
  keys: CanaryKeys,
  host: { readonly crypto: Pick<CryptoPort, 'digest' | 'hashText'>; readonly tokens: Pick<TokenPort, 'verifyCompact'> },
): Promise<CanaryResult> {
  const preparation = await prepareCredential(CANARY_CREDENTIAL, host.crypto);
  if (!preparation.ok) return { ok: false, library: null };
  const { prepared } = preparation;
  const { embedded, token } = keys;
  const method = `did:web:badges.example:issuers:acme#${toMultikey(embedded.publicKey)}`;
  const signing = { prepared, verificationMethod: method, created: '2026-01-02T03:04:05Z', signer: embedded.signer, crypto: host.crypto };
  const document = JSON.parse(await signPrepared(signing)) as JsonObject;
  const [proof] = readProofs(document) ?? [];
  if (!proof?.ok) throw new Error('the canary has no proof that can be read');
  const vc = await askVc({ document, proof: proof.proof, key: embedded.publicKey });
  if (vc.answer !== 'valid') return { ok: false, library: '@digitalbazaar/vc', answer: vc };
  const jwt = await signPreparedJwt({ prepared, kid: 'did:web:badges.example:issuers:acme#jwt', signer: token.signer });
  const jose = await askToken({ token: jwt, alg: token.publicKey.algorithm, key: token.publicKey }, host.tokens);
  return jose.answer === 'valid' ? { ok: true } : { ok: false, library: 'jose', answer: jose };
}
