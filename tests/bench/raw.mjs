// The cryptography alone: the 64 bytes that a Data Integrity proof signs.
import { sign, verify } from 'node:crypto';

export function raw({ privateKey, publicKey }) {
  const data = Buffer.alloc(64, 7);
  const signature = sign(null, data, privateKey);
  return { sign: () => sign(null, data, privateKey), check: () => (verify(null, data, publicKey, signature) ? 'valid' : 'invalid') };
}
