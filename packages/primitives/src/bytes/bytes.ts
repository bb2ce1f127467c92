/** A few arrays one after the other, as a new array. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return joinBytes(parts);
}

/** The arrays of a list one after the other, as a new array. For lists of any length, which cannot all be spread into arguments. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Whether two arrays hold the same bytes. The time it takes depends on the contents: not for secrets. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && startsWithBytes(a, b);
}

/**
 * Whether an array begins with a prefix.
 *
 * @param prefix bytes, or a text of which each character stands for the byte of its code (a format's ASCII signature)
 */
export function startsWithBytes(bytes: Uint8Array, prefix: Uint8Array | string): boolean {
  if (bytes.length < prefix.length) return false;
  for (let at = 0; at < prefix.length; at++) {
    if (bytes[at] !== (typeof prefix === 'string' ? prefix.charCodeAt(at) : prefix[at])) return false;
  }
  return true;
}
