// Who signs, and with what: the same in every run, and without a module of ours or of anybody else.
import { createPrivateKey, createPublicKey } from 'node:crypto';

export const ISSUER = 'did:web:badges.example:issuers:acme';
export const CREATED = '2026-01-02T03:04:05Z';

const MULTIKEY = 'z6MkwVDfCg9LbbY6xjH3EZk8YSFQZujV5Y4y1ZWeER9tDiN3';

/** An Ed25519 key: of node:crypto, as a JWK, and in the form in which a DID document has it. */
export function ed25519() {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 9)]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  return { privateKey, publicKey, key: { algorithm: 'Ed25519', jwk: publicKey.export({ format: 'jwk' }) }, multikey: MULTIKEY };
}
