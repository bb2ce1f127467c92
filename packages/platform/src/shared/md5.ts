/**
 * MD5 (RFC 1321), in a small implementation of our own: WebCrypto has none, and a Node in FIPS mode refuses it. It serves one purpose
 * only: to compare old `md5$…` identity hashes of a recipient. Nothing that decides whether a badge is genuine rests on it.
 *
 * @param data any bytes
 * @returns 16 bytes
 */
export function md5(data: Uint8Array): Uint8Array {
  const padded = new Uint8Array((((data.length + 8) >>> 6) + 1) * 64);
  padded.set(data);
  padded[data.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, (data.length << 3) >>> 0, true);
  view.setUint32(padded.length - 4, Math.floor(data.length / 0x2000_0000), true);
  const state = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]);
  for (let block = 0; block < padded.length; block += 64) mix(state, view, block);
  const digest = new DataView(new ArrayBuffer(16));
  state.forEach((word, at) => {
    digest.setInt32(at * 4, word, true);
  });
  return new Uint8Array(digest.buffer);
}

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const SINES = Int32Array.from({ length: 64 }, (_, step) => Math.floor(Math.abs(Math.sin(step + 1)) * 2 ** 32) | 0);

function mix(state: Int32Array, view: DataView, block: number): void {
  let [a, b, c, d] = state as unknown as [number, number, number, number];
  for (let step = 0; step < 64; step++) {
    const round = step >> 4;
    const [f, word] = ROUNDS[round]!(b, c, d, step);
    const sum = (a + f + SINES[step]! + view.getInt32(block + (word & 15) * 4, true)) | 0;
    const shift = SHIFTS[round * 4 + (step & 3)]!;
    [a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0];
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
}

const ROUNDS: readonly ((b: number, c: number, d: number, step: number) => [number, number])[] = [
  (b, c, d, step) => [(b & c) | (~b & d), step],
  (b, c, d, step) => [(d & b) | (~d & c), 5 * step + 1],
  (b, c, d, step) => [b ^ c ^ d, 3 * step + 5],
  (b, c, d, step) => [c ^ (b | ~d), 7 * step],
];
