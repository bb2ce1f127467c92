import { createRemoteJWKSet, decodeJwt, importJWK, jwtVerify } from 'jose';
import { answerEach, origin } from './loopback.mjs';

const ofHost = createRemoteJWKSet(new URL(`${origin}/.well-known/jwks.json`));

/** The keys of the issuer, and the one key that the token names, which has an address of its own. */
async function keysOf({ kid }, issuer) {
  const address = `${origin}/issuers/${issuer.split(':').at(-1)}`;
  const key = await (await fetch(`${address}/keys/${kid.split('#')[1]}`)).json();
  return [createRemoteJWKSet(new URL(`${address}/jwks.json`)), await importJWK(key, 'ES256')];
}

await answerEach(async (text) => {
  const issuer = decodeJwt(text).iss;
  const options = { issuer, algorithms: ['ES256'], typ: 'JWT' };
  const { protectedHeader } = await jwtVerify(text, ofHost, options);
  for (const keys of await keysOf(protectedHeader, issuer)) await jwtVerify(text, keys, options);
  return { accepted: true, because: [] };
});
