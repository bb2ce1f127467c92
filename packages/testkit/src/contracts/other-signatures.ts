/** The order of the base point of Ed25519 (RFC 8032 section 5.1). */
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
/** The order of P-256 (FIPS 186-5). */
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const numberOf = (bytes: Uint8Array): bigint => bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
const bytesOf = (number: bigint): Uint8Array => Uint8Array.from({ length: 32 }, (_, i) => Number((number >> BigInt(8 * (31 - i))) & 0xffn));

/** An Ed25519 signature with S + L for its S: it would fit the same text, so that a signature had two spellings. */
export function otherS(signature: Uint8Array): Uint8Array {
  const s = numberOf(signature.slice(32).reverse());
  return Uint8Array.of(...signature.slice(0, 32), ...bytesOf(s + L).reverse());
}

/** P-256 signatures that no check may take: r or s is 0, or is not below the order. */
export function outOfRange(signature: Uint8Array): readonly Uint8Array[] {
  const [r, s] = [numberOf(signature.slice(0, 32)), numberOf(signature.slice(32))];
  const pairs = [
    [0n, 0n],
    [0n, s],
    [r, 0n],
    [N, s],
    [r, N],
    [1n, 0n],
  ] as const;
  return pairs.map(([one, other]) => Uint8Array.of(...bytesOf(one), ...bytesOf(other)));
}
