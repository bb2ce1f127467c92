import type { Algorithm, PublicKey } from '@proofmark/proofs';

/** The public members of a usable key, and a string that names its content. */
export interface UsableKey {
  readonly jwk: Readonly<Record<string, string>>;
  readonly content: string;
}

/** What a key of an algorithm must say, and how many characters of base64url each of its other members has, at least and at most. */
interface Shape {
  readonly fixed: Readonly<Record<string, string>>;
  readonly members: Readonly<Record<string, readonly [least: number, most: number]>>;
}

const P256 = [43, 43] as const;
const P384 = [64, 64] as const;
const SHAPES: Readonly<Record<Algorithm, Shape>> = {
  Ed25519: { fixed: { kty: 'OKP', crv: 'Ed25519' }, members: { x: [43, 43] } },
  ES256: { fixed: { kty: 'EC', crv: 'P-256' }, members: { x: P256, y: P256 } },
  ES384: { fixed: { kty: 'EC', crv: 'P-384' }, members: { x: P384, y: P384 } },
  // 2048 bits are the least that RFC 7518 3.3 allows. Beyond 8192 one check costs milliseconds, which helps an attacker only.
  RS256: { fixed: { kty: 'RSA' }, members: { n: [342, 1366], e: [1, 6] } },
};

/** Both hosts accept the same keys: the algorithm's own type and curve, members of the right length, and nothing private. */
export function usableKey({ algorithm, jwk }: PublicKey): UsableKey | null {
  const shape = SHAPES[algorithm];
  if (shape === undefined || 'd' in jwk) return null;
  const picked: Record<string, string> = { ...shape.fixed };
  if (Object.keys(picked).some((name) => jwk[name] !== picked[name])) return null;
  for (const [name, [least, most]] of Object.entries(shape.members)) {
    const value: unknown = jwk[name];
    if (typeof value !== 'string' || /[^\w-]/.test(value) || value.length < least || value.length > most) return null;
    picked[name] = value;
  }
  return { jwk: picked, content: `${algorithm}|${Object.values(picked).join('|')}` };
}
