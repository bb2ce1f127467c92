import type { Algorithm } from '../ports.js';
import type { DataIntegrityProof } from './read-proofs.js';

/** What is hashed, and with which keys a cryptosuite signs. */
export interface Suite {
  readonly form: 'rdfc' | 'jcs';
  readonly algorithms: readonly Algorithm[];
  /** True when each statement is signed, so that a holder may withhold some. */
  readonly selective: boolean;
}

const SUITES: Readonly<Record<string, Suite>> = {
  'eddsa-rdfc-2022': { form: 'rdfc', algorithms: ['Ed25519'], selective: false },
  // The name of eddsa-rdfc-2022 in its drafts; early badges bear it.
  'eddsa-2022': { form: 'rdfc', algorithms: ['Ed25519'], selective: false },
  'eddsa-jcs-2022': { form: 'jcs', algorithms: ['Ed25519'], selective: false },
  'ecdsa-rdfc-2019': { form: 'rdfc', algorithms: ['ES256', 'ES384'], selective: false },
  'ecdsa-jcs-2019': { form: 'jcs', algorithms: ['ES256', 'ES384'], selective: false },
  'ecdsa-sd-2023': { form: 'rdfc', algorithms: ['ES256'], selective: true },
};

/** The suite of a proof, or null when this product does not know how to check it. */
export function suiteOf(proof: Pick<DataIntegrityProof, 'type' | 'suite'>): Suite | null {
  if (proof.type === 'Ed25519Signature2020') return { form: 'rdfc', algorithms: ['Ed25519'], selective: false };
  if (proof.type !== 'DataIntegrityProof') return null;
  return Object.hasOwn(SUITES, proof.suite) ? (SUITES[proof.suite] ?? null) : null;
}
