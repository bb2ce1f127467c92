// What this product does, as its issuer and its verifier do it. Parts of packages are taken by their files: their entries bring more with them.
import { checkProof, readProofs } from '@proofmark/proofs';
import { prepareCredential, signPrepared } from '@proofmark/proofs/sign';
import { nodeCrypto } from '../../packages/platform/dist/node/crypto.js';
import { nodeSigner } from '../../packages/platform/dist/node/signer.js';
import { readForm } from '../../packages/verifying/dist/form/read-form.js';
import { parseJson } from '../../packages/verifying/dist/input/parse-json.js';

/**
 * `sign`: unsigned credential object to signed JSON, with the check of safe mode. `check`: JSON text to gate, schema, canonicalisation and signature,
 * key at hand.
 */
export function ours({ privateKey, key }, verificationMethod, created) {
  const crypto = nodeCrypto();
  const signer = nodeSigner(privateKey);
  return {
    async sign(credential) {
      const preparation = await prepareCredential(credential, crypto);
      if (!preparation.ok) throw new Error('a badge of ours is not safe to sign');
      return signPrepared({ prepared: preparation.prepared, verificationMethod, created, signer, crypto });
    },
    async check(text) {
      const reading = parseJson(text);
      if (!reading.ok) return reading.fault;
      const document = reading.json;
      const { gate, schema, canonicalise, proofShape } = await readForm(document, false, crypto);
      if (schema === null || schema.violations.length > 0) return 'schema';
      const [proof] = readProofs(document) ?? [];
      if (!proof?.ok) return 'no proof';
      const closed = [gate, proofShape(proof.proof.source, 'statements')].find(({ outcome }) => outcome !== 'passed');
      if (closed !== undefined) return closed.code;
      return (await checkProof({ document, proof: proof.proof, key, crypto, canonicalise })).outcome;
    },
  };
}
