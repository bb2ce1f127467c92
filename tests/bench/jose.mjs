// The same badge as a VC-JWT: a signature over bytes, without canonicalisation.
import { generateKeyPair, importJWK, jwtVerify, SignJWT } from 'jose';
import { CREATED, ISSUER } from './keys.mjs';

export async function joseEdDsa({ privateKey, key }) {
  const secret = await importJWK({ ...privateKey.export({ format: 'jwk' }), alg: 'EdDSA' }, 'EdDSA');
  return jose('EdDSA', secret, await importJWK({ ...key.jwk, alg: 'EdDSA' }, 'EdDSA'));
}

export async function joseEs256() {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  return jose('ES256', privateKey, publicKey);
}

function jose(alg, secret, publicKey) {
  return {
    sign: (credential) => new SignJWT(credential).setProtectedHeader({ alg, kid: `${ISSUER}#key`, typ: 'JWT' }).sign(secret),
    async check(token) {
      await jwtVerify(token, publicKey, { currentDate: new Date(CREATED) });
      return 'valid';
    },
  };
}
