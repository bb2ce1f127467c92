import { describe, expect, it } from 'vitest';
import { credential } from '../credential.fixture.js';
import { ed25519Key, nodeCrypto } from '../node-crypto.fixture.js';
import { checkProof } from './check-proof.js';
import { readProof } from './read-proofs.js';

describe('a host that cannot hash', () => {
  it('leaves the proof undecided', async () => {
    const reading = readProof({
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      verificationMethod: '#k',
      proofPurpose: 'assertionMethod',
      proofValue: `z${'1'.repeat(64)}`,
    });
    if (!reading.ok) throw new Error(reading.member);
    const answer = await checkProof({
      document: credential(),
      proof: reading.proof,
      key: ed25519Key(1).publicKey,
      crypto: nodeCrypto,
      canonicalise: () => ({ ok: false, code: 'unsupported-by-host' }),
    });
    expect(answer).toEqual({ outcome: 'unsupported', reason: 'host' });
  });
});
