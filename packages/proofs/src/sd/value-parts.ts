import { decodeCbor } from './decode-cbor.js';

/** Holder to verifier (`u2V0B…`, VC-DI-ECDSA 3.5.6). */
export interface DerivedParts {
  /** By the issuer's key, over the proof's options, the ephemeral key and the mandatory statements; 64 bytes. */
  readonly baseSignature: Uint8Array;
  /** The Multikey of the key that signed each of the other statements, without its multibase; 35 bytes. */
  readonly ephemeralBytes: Uint8Array;
  /** One of 64 bytes for each statement that is not mandatory, in their canonical order. */
  readonly signatures: readonly Uint8Array[];
  /** The 32 bytes of the signed label of each canonical blank node, by its number. No two are the same. */
  readonly labels: ReadonlyMap<number, Uint8Array>;
  /** Positions of the mandatory statements among the disclosed ones. */
  readonly mandatoryIndexes: ReadonlySet<number>;
}

export type PartsReading =
  | { readonly ok: true; readonly parts: DerivedParts }
  /** `base-proof`: the proof is for the holder, who has to derive one for verifiers from it (`u2V0A…`, VC-DI-ECDSA 3.5.1). */
  | { readonly ok: false; readonly code: 'malformed' | 'base-proof' };

const BASE = [0xd9, 0x5d, 0x00] as const;
const DERIVED = [0xd9, 0x5d, 0x01] as const;
const MALFORMED = { ok: false, code: 'malformed' } as const;

/** The parts of a derived proof value. */
export function readDerivedParts(bytes: Uint8Array): PartsReading {
  if (BASE.every((byte, i) => bytes[i] === byte)) return { ok: false, code: 'base-proof' };
  if (!DERIVED.every((byte, i) => bytes[i] === byte)) return MALFORMED;
  const values = decodeCbor(bytes.subarray(DERIVED.length));
  if (!Array.isArray(values) || values.length !== 5) return MALFORMED;
  const [baseSignature, ephemeralBytes, signatures, labels, indexes] = values as readonly unknown[];
  if (!isBytes(baseSignature, 64) || !isBytes(ephemeralBytes, 35) || !isArrayOf(signatures, isSignature)) return MALFORMED;
  if (!isLabelMap(labels) || !isArrayOf(indexes, isNumber)) return MALFORMED;
  // Two nodes with one label would make two of one signed thing, and an index says nothing twice: no issuer or holder writes so.
  const mandatoryIndexes = new Set(indexes);
  if (new Set([...labels.values()].map(String)).size !== labels.size || mandatoryIndexes.size !== indexes.length) return MALFORMED;
  return { ok: true, parts: { baseSignature, ephemeralBytes, signatures, labels, mandatoryIndexes } };
}

function isBytes(value: unknown, length: number): value is Uint8Array {
  return value instanceof Uint8Array && value.length === length;
}

function isSignature(value: unknown): value is Uint8Array {
  return isBytes(value, 64);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isArrayOf<T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(is);
}

function isLabelMap(value: unknown): value is ReadonlyMap<number, Uint8Array> {
  return value instanceof Map && [...value].every(([number, label]) => isNumber(number) && isBytes(label, 32));
}
