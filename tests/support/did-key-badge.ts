import { generateKeyPairSync } from 'node:crypto';
import { nodeSigner } from '@proofmark/platform/node';
import { readJwk, toMultikey } from '@proofmark/proofs';
import { signDataIntegrity } from '@proofmark/proofs/sign';

const VC1 = 'https://www.w3.org/2018/credentials/v1';
const VC2 = 'https://www.w3.org/ns/credentials/v2';
const OB3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** A badge that holds all that a check needs: its issuer is a did:key, and it names no list. `vc1`: in the form that only the full JSON-LD processor reads. */
export async function didKeyBadge({ vc1 = false, name = 'Kept offline' } = {}): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const read = readJwk(publicKey.export({ format: 'jwk' }) as Record<string, string>);
  if (!read.ok) throw new Error('the test key is not readable');
  const multikey = toMultikey(read.key);
  const did = `did:key:${multikey}`;
  const signed = await signDataIntegrity({
    credential: {
      '@context': [vc1 ? VC1 : VC2, OB3],
      id: 'urn:uuid:6f1b1f9e-0c1f-4b7a-9a53-0d5f3a3c2b10',
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: did, type: ['Profile'], name: 'Ada’s own' },
      [vc1 ? 'issuanceDate' : 'validFrom']: '2026-01-01T00:00:00Z',
      name,
      credentialSubject: {
        id: 'urn:uuid:5f1b1f9e-0c1f-4b7a-9a53-0d5f3a3c2b11',
        type: ['AchievementSubject'],
        achievement: {
          id: 'urn:uuid:4f1b1f9e-0c1f-4b7a-9a53-0d5f3a3c2b12',
          type: ['Achievement'],
          name,
          description: 'D.',
          criteria: { narrative: 'N.' },
        },
      },
    },
    verificationMethod: `${did}#${multikey}`,
    created: '2026-01-01T00:00:00Z',
    signer: nodeSigner(privateKey),
  });
  return JSON.stringify(signed);
}
