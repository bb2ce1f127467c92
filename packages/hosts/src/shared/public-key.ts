import type { Algorithm, PublicKey } from '@proofmark/proofs';

/** The public members of a usable key, and a string that names its content. */
export interface UsableKey {
  readonly jwk: Readonly<Record<string, string>>;
  readonly content: string;
}

const SHAPES: Readonly<Record<Algorithm, { readonly fixed: Readonly<Record<string, string>>; readonly members: readonly string[] }>> = {
  Ed25519: { fixed: { kty: 'OKP', crv: 'Ed25519' }, members: ['x'] },
  ES256: { fixed: { kty: 'EC', crv: 'P-256' }, members: ['x', 'y'] },
  ES384: { fixed: { kty: 'EC', crv: 'P-384' }, members: ['x', 'y'] },
  RS256: { fixed: { kty: 'RSA' }, members: ['n', 'e'] },
};
const COORDINATE_LENGTH: Readonly<Record<Algorithm, number | null>> = { Ed25519: 43, ES256: 43, ES384: 64, RS256: null };
const BASE64URL = /^[A-Za-z0-9_-]+$/;
// 2048 bits are the least that RFC 7518 3.3 allows. Beyond 8192 one check costs milliseconds: a lever, not a key.
const RSA_MODULUS_CHARACTERS = { least: 342, most: 1366 };
const RSA_EXPONENT_CHARACTERS = 6;

/** Both hosts accept the same keys: the algorithm's own type and curve, members of the right length, and nothing private. */
export function usableKey({ algorithm, jwk }: PublicKey): UsableKey | null {
  const shape = SHAPES[algorithm];
  if (shape === undefined || 'd' in jwk) return null;
  const picked: Record<string, string> = {};
  for (const [name, value] of Object.entries(shape.fixed)) {
    if (jwk[name] !== value) return null;
    picked[name] = value;
  }
  for (const name of shape.members) {
    const value: unknown = jwk[name];
    if (typeof value !== 'string' || !BASE64URL.test(value) || !rightLength(algorithm, name, value.length)) return null;
    picked[name] = value;
  }
  return { jwk: picked, content: `${algorithm}|${Object.values(picked).join('|')}` };
}

function rightLength(algorithm: Algorithm, name: string, length: number): boolean {
  const exact = COORDINATE_LENGTH[algorithm];
  if (exact !== null) return length === exact;
  if (name === 'e') return length <= RSA_EXPONENT_CHARACTERS;
  return length >= RSA_MODULUS_CHARACTERS.least && length <= RSA_MODULUS_CHARACTERS.most;
}
