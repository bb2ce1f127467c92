/** Characters that a linear decoder reads: a file of 20 MiB has 28 million in base64. */
const MAX_LENGTH = 67_108_864;

/** The bytes that a strict decoder finds; null for a text that it refuses or that is longer than `most` characters. */
export function decodeWith(decode: (text: string) => Uint8Array, text: string, most: number = MAX_LENGTH): Uint8Array<ArrayBuffer> | null {
  if (text.length > most) return null;
  try {
    return decode(text) as Uint8Array<ArrayBuffer>;
  } catch {
    return null;
  }
}
