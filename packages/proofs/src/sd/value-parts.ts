import { type CborValue, decodeCbor } from './cbor.js';

/** What both kinds of proof value hold. */
interface CommonParts {
  /** By the issuer's key, over the proof's options, the ephemeral key and the mandatory statements; 64 bytes. */
  readonly baseSignature: Uint8Array;
  /** The Multikey of the key that signed each of the other statements, without its multibase; 35 bytes. */
  readonly ephemeralBytes: Uint8Array;
  /** One of 64 bytes for each statement that is not mandatory, in their canonical order. */
  readonly signatures: readonly Uint8Array[];
}

/** Issuer to holder (`u2V0A…`, VC-DI-ECDSA 3.5.1). Whoever has it can tell the labels of what is withheld. */
export interface BaseParts extends CommonParts {
  readonly hmacKey: Uint8Array;
  readonly mandatoryPointers: readonly string[];
}

/** Holder to verifier (`u2V0B…`, VC-DI-ECDSA 3.5.6). */
export interface DerivedParts extends CommonParts {
  /** The 32 bytes of the signed label of each canonical blank node, by its number. No two are the same. */
  readonly labels: ReadonlyMap<number, Uint8Array>;
  /** Positions of the mandatory statements among the disclosed ones. */
  readonly mandatoryIndexes: ReadonlySet<number>;
}

export type PartsReading<T> =
  | { readonly ok: true; readonly parts: T }
  /** `other-kind`: a base proof where a derived one was asked for, or the other way round. */
  | { readonly ok: false; readonly code: 'malformed' | 'other-kind' };

export const HEADER: Readonly<Record<'base' | 'derived', Uint8Array>> = {
  base: Uint8Array.of(0xd9, 0x5d, 0x00),
  derived: Uint8Array.of(0xd9, 0x5d, 0x01),
};

const MALFORMED = { ok: false, code: 'malformed' } as const;

/** The parts of a derived proof value. */
export function readDerivedParts(bytes: Uint8Array): PartsReading<DerivedParts> {
  const values = read(bytes, 'derived');
  if (!Array.isArray(values)) return values;
  const [, , signatures, labels, indexes] = values;
  const common = readCommon(values, signatures);
  if (common === null || !isLabelMap(labels) || !isArrayOf(indexes, isNumber)) return MALFORMED;
  // Two nodes with one label would make two of one signed thing, and an index says nothing twice: no issuer or holder writes so.
  const mandatoryIndexes = new Set(indexes);
  if (new Set([...labels.values()].map(String)).size !== labels.size || mandatoryIndexes.size !== indexes.length) return MALFORMED;
  return { ok: true, parts: { ...common, labels, mandatoryIndexes } };
}

/** The parts of a base proof value. */
export function readBaseParts(bytes: Uint8Array): PartsReading<BaseParts> {
  const values = read(bytes, 'base');
  if (!Array.isArray(values)) return values;
  const [, , hmacKey, signatures, mandatoryPointers] = values;
  const common = readCommon(values, signatures);
  if (common === null || !isBytes(hmacKey, 32) || !isArrayOf(mandatoryPointers, isText)) return MALFORMED;
  return { ok: true, parts: { ...common, hmacKey, mandatoryPointers } };
}

function read(bytes: Uint8Array, kind: 'base' | 'derived'): CborValue[] | Extract<PartsReading<never>, { ok: false }> {
  const is = (other: 'base' | 'derived') => HEADER[other].every((byte, i) => bytes[i] === byte);
  if (!is(kind)) return is('base') || is('derived') ? { ok: false, code: 'other-kind' } : MALFORMED;
  const value = decodeCbor(bytes.subarray(HEADER[kind].length));
  return Array.isArray(value) && value.length === 5 ? value : MALFORMED;
}

function readCommon([baseSignature, ephemeralBytes]: readonly CborValue[], signatures: CborValue | undefined): CommonParts | null {
  if (!isBytes(baseSignature, 64) || !isBytes(ephemeralBytes, 35) || !isArrayOf(signatures, isSignature)) return null;
  return { baseSignature, ephemeralBytes, signatures };
}

function isBytes(value: CborValue | undefined, length: number): value is Uint8Array {
  return value instanceof Uint8Array && value.length === length;
}

function isSignature(value: CborValue): value is Uint8Array {
  return isBytes(value, 64);
}

function isNumber(value: CborValue): value is number {
  return typeof value === 'number';
}

function isText(value: CborValue): value is string {
  return typeof value === 'string';
}

function isArrayOf<T extends CborValue>(value: CborValue | undefined, is: (item: CborValue) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(is);
}

function isLabelMap(value: CborValue | undefined): value is ReadonlyMap<number, Uint8Array> {
  return value instanceof Map && [...value.values()].every((label) => isBytes(label, 32));
}
