/** The part of CBOR (RFC 8949) that the proof values of ecdsa-sd-2023 are made of. Keys of maps are whole numbers. */
export type CborValue = number | string | Uint8Array | readonly CborValue[] | ReadonlyMap<number, CborValue>;

/** No proof value is nested deeper: an array of arrays or of maps. */
const MAX_DEPTH = 4;
/** Some encoders mark a byte string as a typed array (RFC 8746, tag 64), which says nothing more. */
const TAG_UINT8_ARRAY = 64;

class Malformed extends Error {}

/**
 * Reads one value that fills the bytes exactly. Null for anything else: other types, indefinite lengths, lengths and numbers that are
 * not in their shortest form, keys that come twice, text that is no UTF-8. No length is believed before its bytes are there.
 */
export function decodeCbor(bytes: Uint8Array): CborValue | null {
  const reader = new Reader(bytes);
  try {
    const value = reader.value(0);
    return reader.done() ? value : null;
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  done(): boolean {
    return this.#at === this.#bytes.length;
  }

  value(depth: number): CborValue {
    if (depth > MAX_DEPTH) throw new Malformed();
    const { major, argument } = this.#head();
    switch (major) {
      case 0:
        return argument;
      case 2:
        return this.#take(argument).slice();
      case 3:
        return this.#text(argument);
      case 4:
        return this.#times(argument, () => this.value(depth + 1));
      case 5:
        return this.#map(argument, depth);
      case 6:
        return this.#typedArray(argument);
      default:
        throw new Malformed();
    }
  }

  /** RFC 8949 section 3: three bits of major type, and a length or number of at most four bytes. */
  #head(): { readonly major: number; readonly argument: number } {
    const initial = this.#take(1)[0] ?? 0;
    const [major, short] = [initial >> 5, initial & 31];
    if (short < 24) return { major, argument: short };
    if (short > 26) throw new Malformed();
    const size = 1 << (short - 24);
    const argument = this.#take(size).reduce((number, byte) => number * 256 + byte, 0);
    if (argument < (size === 1 ? 24 : 256 ** (size / 2))) throw new Malformed();
    return { major, argument };
  }

  #take(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#at) throw new Malformed();
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** Every item takes a byte at least, so that a length beyond the rest is refused before anything is made. */
  #times<T>(count: number, read: () => T): T[] {
    if (count > this.#bytes.length - this.#at) throw new Malformed();
    return Array.from({ length: count }, read);
  }

  #text(length: number): string {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.#take(length));
    } catch {
      throw new Malformed();
    }
  }

  #map(count: number, depth: number): ReadonlyMap<number, CborValue> {
    const entries = this.#times(count, () => {
      const key = this.value(depth + 1);
      if (typeof key !== 'number') throw new Malformed();
      return [key, this.value(depth + 1)] as const;
    });
    const map = new Map(entries);
    if (map.size !== count) throw new Malformed();
    return map;
  }

  #typedArray(tag: number): Uint8Array {
    const { major, argument } = this.#head();
    if (tag !== TAG_UINT8_ARRAY || major !== 2) throw new Malformed();
    return this.#take(argument).slice();
  }
}

/** The shortest form of a value, without tags (VC-DI-ECDSA 3.5.1 and 3.5.6). Numbers are whole, from 0 to 2³² − 1. */
export function encodeCbor(value: CborValue): Uint8Array {
  const bytes: number[] = [];
  write(value, bytes);
  return Uint8Array.from(bytes);
}

function write(value: CborValue, out: number[]): void {
  if (typeof value === 'number') {
    head(0, value, out);
  } else if (typeof value === 'string') {
    const text = new TextEncoder().encode(value);
    head(3, text.length, out);
    for (const byte of text) out.push(byte);
  } else if (value instanceof Uint8Array) {
    head(2, value.length, out);
    for (const byte of value) out.push(byte);
  } else if (value instanceof Map) {
    head(5, value.size, out);
    for (const [key, member] of value) {
      head(0, key, out);
      write(member, out);
    }
  } else {
    const items = value as readonly CborValue[];
    head(4, items.length, out);
    for (const item of items) write(item, out);
  }
}

function head(major: number, argument: number, out: number[]): void {
  if (!Number.isInteger(argument) || argument < 0 || argument > 0xffffffff) throw new TypeError('not a number of this encoding');
  const size = argument < 24 ? 0 : argument < 0x100 ? 1 : argument < 0x10000 ? 2 : 4;
  out.push((major << 5) | (size === 0 ? argument : 23 + [1, 2, 4].indexOf(size) + 1));
  for (let shift = size - 1; shift >= 0; shift--) out.push(Math.floor(argument / 256 ** shift) & 0xff);
}
