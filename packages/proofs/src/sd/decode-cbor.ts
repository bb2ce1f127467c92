import { decode, Tokenizer, Type } from 'cborg';

/** A derived proof value is one array with three containers in it. */
const MAX_CONTAINERS = 4;
const MAX_NUMBER = 0xffffffff;
/** Some encoders mark a byte string as a typed array (RFC 8746, tag 64), which does not change its value. */
const TAG_UINT8_ARRAY = 64;

class Refused extends Error {}

/** Lets the few kinds of items through that a proof value is made of, so that no text can nest deeply. */
class BoundedTokenizer extends Tokenizer {
  #containers = 0;
  #tagged = false;

  override next(): ReturnType<Tokenizer['next']> {
    const token = super.next();
    const isContainer = Type.equals(token.type, Type.array) || Type.equals(token.type, Type.map);
    if (isContainer && ++this.#containers > MAX_CONTAINERS) throw new Refused();
    const isBytes = Type.equals(token.type, Type.bytes);
    const isNumber = Type.equals(token.type, Type.uint) && token.value <= MAX_NUMBER;
    const isTag = Type.equals(token.type, Type.tag) && token.value === TAG_UINT8_ARRAY;
    if (this.#tagged ? !isBytes : !isContainer && !isNumber && !isTag && !isBytes) throw new Refused();
    this.#tagged = isTag;
    return token;
  }
}

const OPTIONS = {
  strict: true,
  allowIndefinite: false,
  allowBigInt: false,
  useMaps: true,
  rejectDuplicateMapKeys: true,
  tags: { [TAG_UINT8_ARRAY]: (content: () => unknown): unknown => content() },
};

/**
 * Reads one CBOR value (RFC 8949) that fills the bytes exactly: whole numbers below 2³², byte strings, arrays and maps. Null for anything else,
 * and for lengths and numbers that are not in their shortest form.
 */
export function decodeCbor(bytes: Uint8Array): unknown {
  try {
    return decode(bytes, { ...OPTIONS, tokenizer: new BoundedTokenizer(bytes, OPTIONS) });
  } catch (error) {
    // The library's errors have no class of their own.
    if (error instanceof Refused || (error instanceof Error && error.message.startsWith('CBOR decode error'))) return null;
    throw error;
  }
}
