// The package names its builds for bundlers; this is the one that it makes for Node.
import certVerifier from '@blockcerts/cert-verifier-js/dist/verifier-node/index.js';
import { answerEach, readDid } from './loopback.mjs';

// It resolves every DID by a universal resolver, whose address is its user's to choose.
const didResolverUrl = 'https://resolver.example/1.0/identifiers';
const send = globalThis.fetch;
globalThis.fetch = async (input, options) => {
  const url = String(input.url ?? input);
  if (!url.startsWith(`${didResolverUrl}/`)) return send(input, options);
  return Response.json({ didDocument: await readDid(url.slice(didResolverUrl.length + 1)) });
};

await answerEach(async (text) => {
  const certificate = new certVerifier.Certificate(JSON.parse(text), { didResolverUrl });
  await certificate.init();
  const steps = new Map();
  const { status } = await certificate.verify((step) => steps.set(step.code, step));
  const named = (state) => [...steps.values()].filter((step) => step.status === state);
  const because = named('failure').map(({ code, errorMessage }) => `${code}: ${errorMessage}`);
  return { accepted: status === 'success', because, passed: named('success').map(({ code }) => code) };
});
