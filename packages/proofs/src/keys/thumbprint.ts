import { encodeBase64url } from '@proofmark/schemas';
import { utf8 } from '../encoding/bytes.js';
import type { CryptoPort, PublicKey } from '../ports.js';

const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  OKP: ['crv', 'kty', 'x'],
  EC: ['crv', 'kty', 'x', 'y'],
  RSA: ['e', 'kty', 'n'],
};

/** The JWK thumbprint of a key: base64url of SHA-256 over its required members in lexical order (RFC 7638). */
export async function jwkThumbprint(key: PublicKey, crypto: Pick<CryptoPort, 'digest'>): Promise<string> {
  const members = MEMBERS[key.jwk.kty ?? ''];
  if (members === undefined) throw new TypeError('unknown key type');
  const text = JSON.stringify(Object.fromEntries(members.map((member) => [member, key.jwk[member]])));
  return encodeBase64url(await crypto.digest('SHA-256', utf8(text)));
}
