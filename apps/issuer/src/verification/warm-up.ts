import type { JsonObject } from '@proofmark/primitives';
import { VC2_CONTEXT } from '@proofmark/schemas';
import { type Ports, verify, verifyCredential } from '@proofmark/verifying';

const KEY = 'did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH';
/** A credential of no vocabulary of ours, with a proof that does not hold: every part of the verifier that badges may need is loaded for it. */
const SAMPLE: JsonObject = {
  '@context': [VC2_CONTEXT, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:0198c1a0-0000-7000-8000-000000000001',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: KEY, type: ['Profile'], name: 'A' },
  validFrom: '2026-01-01T00:00:00Z',
  name: 'A',
  credentialSubject: {
    id: 'urn:uuid:0198c1a0-0000-7000-8000-000000000002',
    type: ['AchievementSubject'],
    achievement: {
      id: 'urn:uuid:0198c1a0-0000-7000-8000-000000000003',
      type: ['Achievement'],
      name: 'A',
      description: 'A',
      criteria: { narrative: 'A' },
    },
  },
  proof: {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-01-01T00:00:00Z',
    verificationMethod: `${KEY}#${KEY.slice('did:key:'.length)}`,
    proofPurpose: 'assertionMethod',
    proofValue: 'z5C5b1uzYJN6pDR3aWgAqUMoSB1JY29epA74qyjaie9qh4okm9DZP6y77eTNq5NfYyMwNu9bpQQWUHKH5zAmEtszK',
  },
};

/** Loads, before the first stranger waits for it, what verifying needs. What comes out is of no interest. */
export async function warmUp(ports: Ports): Promise<void> {
  const { '@context': context, ...rest } = SAMPLE;
  const generic: JsonObject = {
    ...rest,
    '@context': [(context as string[])[0] as string],
    type: ['VerifiableCredential'],
    issuer: KEY,
    credentialSubject: { id: 'urn:x:1' },
  };
  const policy = { at: 0, contexts: new Map() };
  for (const credential of [SAMPLE, generic]) await verifyCredential(credential, ports, policy);
  await verify({ text: 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln' }, ports, policy);
}
