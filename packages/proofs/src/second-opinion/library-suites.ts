import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import type { DataIntegrityProof as Proof } from '../data-integrity/read-proofs.js';

/** The suite of @digitalbazaar that verifies a proof, loaded when it is needed; null when there is none. */
export async function librarySuite({ type, suite }: Proof): Promise<object | null> {
  if (type === 'Ed25519Signature2020') {
    const { Ed25519Signature2020 } = await import('@digitalbazaar/ed25519-signature-2020');
    return new Ed25519Signature2020();
  }
  const load = type === 'DataIntegrityProof' && Object.hasOwn(CRYPTOSUITES, suite) ? CRYPTOSUITES[suite] : undefined;
  return load === undefined ? null : new DataIntegrityProof({ cryptosuite: await load() });
}

const CRYPTOSUITES: Readonly<Record<string, () => Promise<object>>> = {
  'eddsa-rdfc-2022': async () => (await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite')).cryptosuite,
  'eddsa-2022': async () => ({ ...(await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite')).cryptosuite, name: 'eddsa-2022' }),
  'eddsa-jcs-2022': async () => (await import('@digitalbazaar/eddsa-jcs-2022-cryptosuite')).createVerifyCryptosuite(),
  'ecdsa-rdfc-2019': async () => (await import('@digitalbazaar/ecdsa-rdfc-2019-cryptosuite')).cryptosuite,
  'ecdsa-jcs-2019': async () => (await import('@digitalbazaar/ecdsa-jcs-2019-cryptosuite')).createVerifyCryptosuite(),
  'ecdsa-sd-2023': async () => (await import('@digitalbazaar/ecdsa-sd-2023-cryptosuite')).createVerifyCryptosuite(),
};
