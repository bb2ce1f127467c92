import type { Algorithm } from '../ports.js';
import type { DataIntegrityProof } from './read-proofs.js';

/** What is hashed, and with which keys a cryptosuite signs. */
export interface Suite {
  readonly form: 'rdfc' | 'jcs';
  readonly algorithms: readonly Algorithm[];
}

const SUITES: Readonly<Record<string, Suite>> = {
  'eddsa-rdfc-2022': { form: 'rdfc', algorithms: ['Ed25519'] },
  // The name of eddsa-rdfc-2022 in its drafts; early badges bear it.
  'eddsa-2022': { form: 'rdfc', algorithms: ['Ed25519'] },
  'eddsa-jcs-2022': { form: 'jcs', algorithms: ['Ed25519'] },
  'ecdsa-rdfc-2019': { form: 'rdfc', algorithms: ['ES256', 'ES384'] },
};

/** The suite of a proof, or null when this product does not know how to check it. */
export function suiteOf(proof: Pick<DataIntegrityProof, 'type' | 'suite'>): Suite | null {
  if (proof.type === 'Ed25519Signature2020') return { form: 'rdfc', algorithms: ['Ed25519'] };
  if (proof.type !== 'DataIntegrityProof') return null;
  return Object.hasOwn(SUITES, proof.suite) ? (SUITES[proof.suite] ?? null) : null;
}
