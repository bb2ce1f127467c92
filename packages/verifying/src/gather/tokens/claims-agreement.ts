import { member, textOf } from '@proofmark/primitives';
import type { DecodedJwt } from '@proofmark/proofs';
import type { Json, JsonObject, Outcome } from '@proofmark/schemas';
import { instant } from '../../authenticity/judge-proof.js';
import { idOf } from '../../credential/nodes.js';

/**
 * Whether the claims of a VC-JWT say the same as the credential that it carries (OB 3.0, 8.2.4: iss, sub, jti, nbf, exp).
 * Tokens of the W3C's own type (`vc+jwt`, VC-JOSE-COSE 3.1) may leave claims out; no token may contradict its credential, nor its header (a claim
 * that is repeated there says the same, RFC 7519 section 5.3).
 */
export function claimsAgreement(credential: JsonObject, { header, payload, typ }: DecodedJwt): Outcome {
  const mayLack = /^(?:application\/)?vc(?:\+ld(?:\+json)?|-ld)?\+jwt$/i.test(typ ?? '');
  for (const [claim, expected, required] of expectations(credential)) {
    const actual = member(payload, claim);
    const repeated = member(header, claim);
    if (repeated !== undefined && (expected === null ? repeated !== actual : !agrees(claim, repeated, expected))) {
      return { outcome: 'failed', code: 'claim-mismatch', detail: { claim } };
    }
    if (actual === undefined) {
      if (required && !mayLack) return { outcome: 'failed', code: 'claim-missing', detail: { claim } };
    } else if (expected !== null && !agrees(claim, actual, expected)) {
      return { outcome: 'failed', code: 'claim-mismatch', detail: { claim } };
    }
  }
  return { outcome: 'passed' };
}

type Expectation = readonly [claim: string, expected: string | number | null, required: boolean];

/** What the credential does not have leaves its claim nothing to agree with, though OB 3.0 asks for it: its absence is no fault then. */
function expectations(credential: JsonObject): readonly Expectation[] {
  const subject = textOf(member(credential, 'credentialSubject'), 'id');
  const id = textOf(credential, 'id');
  const from = seconds(member(credential, 'validFrom') ?? member(credential, 'issuanceDate'));
  const until = seconds(member(credential, 'validUntil') ?? member(credential, 'expirationDate'));
  return [
    ['iss', idOf(member(credential, 'issuer')), true],
    ['sub', subject, subject !== null],
    ['jti', id, id !== null],
    ['nbf', from, from !== null],
    ['exp', until, until !== null],
  ];
}

function seconds(value: Json | undefined): number | null {
  const time = instant(value);
  return time === null ? null : Math.floor(time / 1000);
}

function agrees(claim: string, actual: Json, expected: string | number): boolean {
  if (claim === 'nbf' || claim === 'exp') return typeof actual === 'number' && Math.floor(actual) === expected;
  return actual === expected;
}
