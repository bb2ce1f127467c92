import { concatBytes, decodeHex, encodeHex, encodeUtf8, type MaybePromise } from '@proofmark/primitives';
import type { CryptoPort } from '../ports.js';
import type { CanonicalHash } from './canonicalise.js';

/** The bytes that a Data Integrity proof of a whole document signs: the hash of its options, then the hash of the document. */
export function hashData(
  crypto: Pick<CryptoPort, 'digest' | 'hashText'>,
  hash: CanonicalHash,
  { options, document }: { readonly options: string; readonly document: string },
): MaybePromise<Uint8Array> {
  const { hashText } = crypto;
  // The texts need not become bytes first.
  if (hashText !== undefined) return bytesOfHashes(hashText(hash, options) + hashText(hash, document));
  return digests(crypto, hash, options, document);
}

/** The hash of one text's UTF-8 form, in lower-case hex. */
export function hashHex(crypto: Pick<CryptoPort, 'digest' | 'hashText'>, hash: CanonicalHash, text: string): MaybePromise<string> {
  const { hashText } = crypto;
  return hashText === undefined ? digestHex(crypto, hash, text) : hashText(hash, text);
}

async function digests(crypto: Pick<CryptoPort, 'digest'>, hash: CanonicalHash, options: string, document: string): Promise<Uint8Array> {
  return concatBytes(await crypto.digest(hash, encodeUtf8(options)), await crypto.digest(hash, encodeUtf8(document)));
}

async function digestHex(crypto: Pick<CryptoPort, 'digest'>, hash: CanonicalHash, text: string): Promise<string> {
  return encodeHex(await crypto.digest(hash, encodeUtf8(text)));
}

/** The bytes of hashes that a host gave in hex, one after the other. */
export function bytesOfHashes(hex: string): Uint8Array {
  const bytes = decodeHex(hex);
  if (bytes === null) throw new TypeError('a hash of the host is not in lower-case hex');
  return bytes;
}
