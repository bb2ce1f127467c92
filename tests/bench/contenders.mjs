// Who is measured. Each makes a pair of functions: `sign(unsigned credential object)` to signed text, `check(text)` to 'valid'.
// Modules are loaded when their contender is: nobody carries the code of another.
import { CREATED, ed25519, ISSUER } from './keys.mjs';

const pair = ed25519();

export const RAW = 'raw Ed25519 (node:crypto)';
export const OURS = 'Proofmark';
export const LIBRARY = '@digitalbazaar/vc';

export const CONTENDERS = {
  [RAW]: async () => (await import('./raw.mjs')).raw(pair),
  [OURS]: async () => (await import('./ours.mjs')).ours(pair, `${ISSUER}#${pair.multikey}`, CREATED),
  [LIBRARY]: async () => (await import('./digitalbazaar.mjs')).digitalbazaar(pair),
  '@digitalbazaar/vc, keeping its contexts': async () => (await import('./digitalbazaar.mjs')).digitalbazaar(pair, { keepContexts: true }),
  'DCC verifier-core': async () => (await import('./verifier-core.mjs')).verifierCore(pair),
  'jose, VC-JWT, EdDSA': async () => (await import('./jose.mjs')).joseEdDsa(pair),
  'jose, VC-JWT, ES256': async () => (await import('./jose.mjs')).joseEs256(),
};

/** Ours and the library's are the same proof, and each takes the other's: nothing is compared that differs. */
export async function agreement(credential) {
  const [mine, theirs] = [await CONTENDERS[OURS](), await CONTENDERS[LIBRARY]()];
  const [a, b] = [await mine.sign(credential), await theirs.sign(credential)];
  if (JSON.parse(a).proof.proofValue !== JSON.parse(b).proof.proofValue) throw new Error('the proofs differ');
  if ((await mine.check(b)) !== 'valid' || (await theirs.check(a)) !== 'valid') throw new Error('one does not take the proof of the other');
}
