import { decodeBase64url } from '@proofmark/primitives';

/** A digest that a credential states of a resource. */
export interface StatedDigest {
  readonly algorithm: 'SHA-256' | 'SHA-384' | 'SHA-512';
  readonly digest: Uint8Array;
}

const BY_NAME = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' } as const;
const LENGTHS = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 } as const;
// Multihash codes.
const BY_CODE: ReadonlyMap<number, StatedDigest['algorithm']> = new Map([
  [0x12, 'SHA-256'],
  [0x20, 'SHA-384'],
  [0x13, 'SHA-512'],
]);

/**
 * The hash expressions of a `digestSRI` (Subresource Integrity 3.1 and 3.5): a resource fits when one of the strongest kind does.
 * Null when one of them is malformed or of an unknown kind.
 */
export function readDigestSri(text: string): readonly StatedDigest[] | null {
  const read = text.trim().split(/\s+/).map(readExpression);
  return read.every((one) => one !== null) ? read : null;
}

function readExpression(expression: string): StatedDigest | null {
  const [, name = '', base64 = ''] = /^(sha256|sha384|sha512)-([A-Za-z0-9+/]+={0,2})(?:\?[!-~]*)?$/.exec(expression) ?? [];
  const algorithm = BY_NAME[name as keyof typeof BY_NAME];
  const digest = decodeBase64url(
    base64
      .replace(/={1,2}$/, '')
      .replaceAll('+', '-')
      .replaceAll('/', '_'),
  );
  return algorithm !== undefined && digest?.length === LENGTHS[algorithm] ? { algorithm, digest } : null;
}

/**
 * A `digestMultibase` in base64url (Data Integrity 1.0, 2.6): a multihash or, as some issuers write it, the bare digest, told apart by length.
 * Null when it is neither. Base58 is not read here: no standard asks for it, and its text is still a digest of unknown kind (`undefined`).
 */
export function readDigestMultibase(text: string): StatedDigest | null | undefined {
  if (/^z[1-9A-HJ-NP-Za-km-z]{30,130}$/.test(text)) return undefined;
  const bytes = text.startsWith('u') ? decodeBase64url(text.slice(1)) : null;
  if (bytes === null) return null;
  const bare = [...BY_CODE.values()].find((algorithm) => LENGTHS[algorithm] === bytes.length);
  if (bare !== undefined) return { algorithm: bare, digest: bytes };
  const algorithm = BY_CODE.get(bytes[0] ?? 0);
  return algorithm !== undefined && bytes[1] === LENGTHS[algorithm] && bytes.length === LENGTHS[algorithm] + 2
    ? { algorithm, digest: bytes.slice(2) }
    : null;
}
