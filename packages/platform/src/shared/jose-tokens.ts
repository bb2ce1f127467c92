import { concatBytes, decodeBase64, encodeBase64 } from '@proofmark/primitives';
import type { Algorithm, PublicKey } from '@proofmark/proofs';
import { calculateJwkThumbprint, compactVerify, errors, exportJWK, importJWK, importSPKI } from 'jose';
import { Lru } from './lru.js';
import { usableKey } from './public-key.js';

type Imported = Awaited<ReturnType<typeof importJWK>>;

/** The names of each algorithm in a token's header (RFC 7518, RFC 8037, RFC 9864). */
const NAMES: Readonly<Record<Algorithm, readonly string[]>> = {
  Ed25519: ['EdDSA', 'Ed25519'],
  ES256: ['ES256'],
  ES384: ['ES384'],
  RS256: ['RS256'],
};

/** Longest PEM text that is read: RSA keys of 16,384 bits stay below. */
const MAX_PEM = 8192;
const PEM = /^-----BEGIN (RSA )?PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END (?:RSA )?PUBLIC KEY-----$/;

/** What `jose` does for the token port. To import a key costs more than to check a signature with it, so imported keys are kept. */
export class JoseTokens {
  readonly #keys: Lru<Promise<Imported>>;

  /** @param maxKeys how many public keys to keep */
  constructor(maxKeys: number) {
    this.#keys = new Lru(maxKeys);
  }

  async verifyCompact(token: string, alg: string, key: PublicKey): Promise<boolean | null> {
    const usable = usableKey(key);
    if (usable === null || !NAMES[key.algorithm].includes(alg)) return false;
    try {
      const { protectedHeader } = await compactVerify(token, await this.#imported(alg, usable), { algorithms: [alg] });
      // The library understands one extension, `b64` (RFC 7797), which changes what the payload is. The callers of this port do not.
      return protectedHeader.crit === undefined ? true : null;
    } catch (error) {
      if (isUnsupported(error)) return null;
      if (isRefusal(error)) return false;
      throw error;
    }
  }

  async readPem(text: string): Promise<Readonly<Record<string, string>> | null> {
    const pem = readableKey(text.trim());
    if (pem === null) return null;
    for (const alg of ['RS256', 'ES256']) {
      try {
        return (await exportJWK(await importSPKI(pem, alg, { extractable: true }))) as Record<string, string>;
      } catch (error) {
        if (!isUnsupported(error) && !isRefusal(error)) throw error;
      }
    }
    return null;
  }

  thumbprint({ jwk }: PublicKey): Promise<string> {
    return calculateJwkThumbprint(jwk, 'sha256');
  }

  #imported(
    alg: string,
    { jwk, content }: { readonly jwk: Readonly<Record<string, string>>; readonly content: string },
  ): Promise<Imported> {
    const name = `${alg}|${content}`;
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    const imported = importJWK({ ...jwk }, alg);
    this.#keys.set(name, imported);
    return imported;
  }
}

/** A PEM that the library reads; null for what is no public key. */
function readableKey(text: string): string | null {
  const [, rsa, body = ''] = (text.length <= MAX_PEM && PEM.exec(text)) || [];
  if (rsa === undefined) return body === '' ? null : text;
  const key = decodeBase64(body.replace(/\s+/g, ''));
  return key === null ? null : `-----BEGIN PUBLIC KEY-----\n${encodeBase64(asSubjectPublicKeyInfo(key))}\n-----END PUBLIC KEY-----`;
}

/** OID 1.2.840.113549.1.1.1 with NULL: an RSA key (RFC 8017, A.1). */
const RSA_ALGORITHM = [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];

/** `RSAPublicKey` of PKCS #1 (RFC 8017, A.1.1) as the `SubjectPublicKeyInfo` that has it as its bits (RFC 5280, 4.1). */
function asSubjectPublicKeyInfo(key: Uint8Array): Uint8Array {
  return der(0x30, concatBytes(Uint8Array.from(RSA_ALGORITHM), der(0x03, concatBytes(Uint8Array.of(0), key))));
}

function der(tag: number, content: Uint8Array): Uint8Array {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return concatBytes(Uint8Array.of(tag, ...size), content);
}

/** The library or the host does not know the algorithm or a critical header, so the signature was not checked. */
function isUnsupported(error: unknown): boolean {
  return error instanceof errors.JOSENotSupported || (error as { readonly name?: unknown }).name === 'NotSupportedError';
}

/**
 * Errors that a foreign token or key can cause: errors of the library, the DataError of WebCrypto for a key that is none, and the TypeError with
 * which the library refuses a key of another kind.
 */
function isRefusal(error: unknown): boolean {
  return error instanceof errors.JOSEError || error instanceof DOMException || error instanceof TypeError;
}
