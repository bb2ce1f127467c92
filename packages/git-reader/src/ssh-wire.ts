/** Reads the strings and numbers of SSH's wire format (RFC 4251 5). Past the end, or malformed, is null. */
export interface WireReader {
  string(): Uint8Array | null;
  uint32(): number | null;
  readonly done: boolean;
  /** Skips bytes that must stand here. */
  expect(text: string): boolean;
}

export function wireReader(bytes: Uint8Array): WireReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const uint32 = (): number | null => {
    if (at + 4 > bytes.length) return null;
    at += 4;
    return view.getUint32(at - 4);
  };
  return {
    uint32,
    string() {
      const length = uint32();
      if (length === null || at + length > bytes.length) return null;
      at += length;
      return bytes.subarray(at - length, at);
    },
    get done() {
      return at === bytes.length;
    },
    expect(text) {
      for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false;
      at += text.length;
      return true;
    },
  };
}

/** A positive number (`mpint`) as exactly `length` bytes, or as few as it has; null when it is negative or longer. */
export function unsigned(mpint: Uint8Array | null, length?: number): Uint8Array | null {
  if (mpint === null || (mpint[0] ?? 0) & 0x80) return null;
  let start = 0;
  while (mpint[start] === 0) start++;
  const digits = mpint.subarray(start);
  if (length === undefined) return digits;
  if (digits.length > length) return null;
  const padded = new Uint8Array(length);
  padded.set(digits, length - digits.length);
  return padded;
}

/** A string of SSH's wire format. */
export function wireString(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(4 + bytes.length);
  new DataView(whole.buffer).setUint32(0, bytes.length);
  whole.set(bytes, 4);
  return whole;
}
