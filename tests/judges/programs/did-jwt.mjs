import { verifyJWT } from 'did-jwt';
import { answerEach, readDid } from './loopback.mjs';

const resolver = {
  resolve: async (did) => ({ didDocument: await readDid(did), didDocumentMetadata: {}, didResolutionMetadata: {} }),
};

await answerEach(async (text) => {
  const { verified } = await verifyJWT(text, { resolver, proofPurpose: 'assertionMethod' });
  return { accepted: verified, because: [] };
});
