/** The NIST curves whose keys travel compressed: y² = x³ − 3x + b over a prime field (FIPS 186-5). */
export type CurveName = 'P-256' | 'P-384';

interface Curve {
  readonly p: bigint;
  readonly b: bigint;
  readonly size: number;
}

const CURVES: Readonly<Record<CurveName, Curve>> = {
  'P-256': {
    p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
    size: 32,
  },
  'P-384': {
    p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
    size: 48,
  },
};

/** Whether (x, y), big-endian, is a point of the curve. */
export function isOnCurve(name: CurveName, x: Uint8Array, y: Uint8Array): boolean {
  const curve = CURVES[name];
  const [px, py] = [toNumber(x), toNumber(y)];
  return px < curve.p && py < curve.p && (py * py) % curve.p === rightSide(curve, px);
}

/** The y of a compressed point (`02` or `03`, then x; SEC 1 section 2.3.4); null when there is no such point. */
export function decompress(name: CurveName, point: Uint8Array): { readonly x: Uint8Array; readonly y: Uint8Array } | null {
  const curve = CURVES[name];
  if (point.length !== curve.size + 1 || (point[0] !== 2 && point[0] !== 3)) return null;
  const x = toNumber(point.subarray(1));
  if (x >= curve.p) return null;
  const square = rightSide(curve, x);
  // Both primes are 3 modulo 4, so one power gives the square root, if there is one.
  const root = power(square, (curve.p + 1n) / 4n, curve.p);
  if ((root * root) % curve.p !== square) return null;
  const odd = point[0] === 3;
  const y = (root & 1n) === (odd ? 1n : 0n) ? root : curve.p - root;
  return { x: point.slice(1), y: toBytes(y, curve.size) };
}

/** The compressed form of a point. */
export function compress(x: Uint8Array, y: Uint8Array): Uint8Array {
  const point = new Uint8Array(x.length + 1);
  point[0] = (y.at(-1)! & 1) === 1 ? 3 : 2;
  point.set(x, 1);
  return point;
}

function rightSide({ p, b }: Curve, x: bigint): bigint {
  return (((x * x * x - 3n * x + b) % p) + p) % p;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let rest = exponent, factor = base % modulus; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) % modulus;
    factor = (factor * factor) % modulus;
  }
  return result;
}

/** A number from its bytes, big-endian. */
export function toNumber(bytes: Uint8Array): bigint {
  return bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

function toBytes(number: bigint, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, i) => Number((number >> BigInt(8 * (size - 1 - i))) & 0xffn));
}
