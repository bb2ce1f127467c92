// What this product does, as its issuer and its verifier do it. Parts of packages are taken by their files: their entries bring more with them.
import { checkProof, makeCanonicalise, readProofs } from '@proofmark/proofs';
import { signDataIntegrity } from '@proofmark/proofs/sign';
import { nodeCrypto } from '../../packages/platform/dist/node/crypto.js';
import { nodeSigner } from '../../packages/platform/dist/node/signer.js';
import { parseJson } from '../../packages/verifying/dist/input/parse-json.js';
import { proofGate, shapeGate } from '../../packages/verifying/dist/shape/gate.js';
import { keySafety } from '../../packages/verifying/dist/shape/key-safety.js';

/** `sign`: unsigned credential object to signed JSON. `check`: JSON text to gate, canonicalisation and signature, key at hand. */
export function ours({ privateKey, key }, verificationMethod, created) {
  const crypto = nodeCrypto();
  const signer = nodeSigner(privateKey);
  const canonicalise = makeCanonicalise(crypto, () => {
    throw new Error('a badge of ours needed the full processor');
  });
  return {
    async sign(credential) {
      return JSON.stringify(await signDataIntegrity({ credential, verificationMethod, created, signer, crypto }));
    },
    async check(text) {
      const reading = parseJson(text);
      if (!reading.ok) return reading.fault;
      const document = reading.json;
      const gates = [keySafety(document), shapeGate(document)];
      const [proof] = readProofs(document) ?? [];
      if (!proof?.ok) return 'no proof';
      gates.push(proofGate(proof.proof.source));
      const closed = gates.find(({ outcome }) => outcome !== 'passed');
      if (closed !== undefined) return closed.code;
      return (await checkProof({ document, proof: proof.proof, key, crypto, canonicalise })).outcome;
    },
  };
}
