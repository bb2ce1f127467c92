import { buildCredential, type CredentialInput } from '@proofmark/credentials';
import { signDataIntegrity, signJwt } from '@proofmark/proofs/sign';
import type { JsonObject, UnsignedCredential } from '@proofmark/schemas';
import { didKeyOf, namedEd25519Key, type TestKey } from './keys.js';

/** When sample badges are valid from and signed: 2026-11-22T09:00:00Z, in milliseconds. */
export const SAMPLE_TIME: number = Date.UTC(2026, 10, 22, 9);

/** An unsigned badge that is complete and plain; `more` replaces whole members of the input. */
export function sampleCredential(more: Partial<CredentialInput> = {}): UnsignedCredential {
  return buildCredential({
    id: 'https://badges.example/credentials/0198c0de-0000-7000-8000-000000000001',
    issuer: { id: didKeyOf(namedEd25519Key('acme')).did, name: 'Acme Academy', url: 'https://acme.example' },
    validFrom: SAMPLE_TIME,
    recipient: { id: 'urn:uuid:0198c0de-0000-7000-8000-000000000002', name: 'Ada Example' },
    achievement: {
      id: 'https://badges.example/achievements/0198c0de-0000-7000-8000-000000000003',
      name: 'Web API design',
      description: 'Designs, builds and documents a small web API.',
      criteria: { narrative: 'A working API with tests, reviewed by two assessors.' },
    },
    evidence: [{ id: 'https://github.com/ada/todo/tree/0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567', name: 'Todo API' }],
    ...more,
  });
}

/** The sample badge with an embedded Ed25519 proof, by default of the did:key that is its issuer: it verifies without a network. */
export async function sampleBadge(more: Partial<CredentialInput> = {}, key: TestKey = namedEd25519Key('acme')): Promise<JsonObject> {
  const { verificationMethod } = didKeyOf(key);
  return signDataIntegrity({ credential: sampleCredential(more), verificationMethod, created: '2026-11-22T09:00:00Z', signer: key.signer });
}

/** The sample badge as a VC-JWT; `kid` is the DID URL of the key. */
export async function sampleJwt(more: Partial<CredentialInput>, key: TestKey, kid: string): Promise<string> {
  return signJwt({ credential: sampleCredential(more), kid, signer: key.signer });
}
