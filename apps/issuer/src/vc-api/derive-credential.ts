import { deriveSd } from '@proofmark/proofs/sd';
import { checkCredential } from '@proofmark/schemas';
import { type Made, sdProblem } from './issue-credential.js';
import type { VcApiDeps } from './open.js';
import { malformed, type ProblemDetails, TYPES } from './problem-details.js';
import { isNode, membersOf, missing } from './verify-credential.js';

const FAULTS = {
  'no-base-proof': 'The credential has no ecdsa-sd-2023 proof.',
  'several-base-proofs': 'The credential has several ecdsa-sd-2023 proofs, and only one can be derived from.',
  'malformed-base-proof': 'The ecdsa-sd-2023 proof is not one that an issuer gives to a holder.',
  'other-document': 'The ecdsa-sd-2023 proof belongs to another document.',
  'nothing-selected': 'Nothing is selected, and the issuer made nothing mandatory.',
} as const;

/** VC-API, "Derive Credential": the part of a credential with an ecdsa-sd-2023 base proof that `options.selectivePointers` name, with a derived proof. */
export async function deriveCredential(deps: VcApiDeps, body: unknown): Promise<Made> {
  const { verifiableCredential, options } = membersOf(body);
  if (!isNode(verifiableCredential)) return no([missing('verifiableCredential')]);
  const pointers = membersOf(options).selectivePointers ?? [];
  if (!Array.isArray(pointers) || !pointers.every((one) => typeof one === 'string')) {
    const pointer = '/options/selectivePointers';
    return no([
      { type: TYPES.malformed, title: 'An option is not valid', detail: `${pointer}: expected a list of JSON pointers.`, pointer },
    ]);
  }
  const violations = checkCredential(verifiableCredential);
  if (violations.length > 0) return no(malformed(violations, '/verifiableCredential'));
  const { ports, contexts } = deps;
  const selectivePointers = pointers as readonly string[];
  const derived = await deriveSd({ credential: verifiableCredential, selectivePointers, crypto: ports.crypto, contexts });
  if (derived.ok) return { ok: true, verifiableCredential: derived.credential };
  if (derived.code === 'unsafe-document' || derived.code === 'unknown-pointer' || derived.code === 'indistinct-nodes') {
    return no([sdProblem(derived)]);
  }
  return no([{ type: TYPES.generation, title: 'Nothing can be derived', detail: FAULTS[derived.code] }]);
}

function no(problemDetails: readonly ProblemDetails[]): Made {
  return { ok: false, problemDetails };
}
