import { decodeBase64url, encodeBase64url, type Json } from '@proofmark/schemas';
import { decodeBase58, encodeBase58 } from '../encoding/base58.js';
import { concat } from '../encoding/bytes.js';
import { readMultikey, toMultikey } from '../keys/multikey.js';
import type { PublicKey } from '../ports.js';
import { type CborValue, decodeCbor, encodeCbor } from './cbor.js';

/** What both kinds of proof value hold. */
interface Common {
  /** By the issuer's key, over the proof's options, the ephemeral key and the mandatory statements. */
  readonly baseSignature: Uint8Array;
  /** The key that signed each of the other statements, as the bytes of its Multikey and read. */
  readonly ephemeralBytes: Uint8Array;
  readonly ephemeralKey: PublicKey;
  /** One for each statement that is not mandatory, in their canonical order. */
  readonly signatures: readonly Uint8Array[];
}

/** Issuer to holder (`u2V0A…`, VC-DI-ECDSA 3.5.1). Whoever has it can tell the labels of what is withheld. */
export interface BaseValue extends Common {
  readonly hmacKey: Uint8Array;
  readonly mandatoryPointers: readonly string[];
}

/** Holder to verifier (`u2V0B…`, VC-DI-ECDSA 3.5.6). */
export interface DerivedValue extends Common {
  /** From the canonical label that the verifier finds (`c14n0`) to the one that was signed (`u…`). No two share one. */
  readonly labels: ReadonlyMap<string, string>;
  /** Positions of the mandatory statements among the disclosed ones. */
  readonly mandatoryIndexes: ReadonlySet<number>;
}

export type ValueReading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: 'malformed' | 'other-kind' | 'limit-exceeded' };

const HEADER = { base: Uint8Array.of(0xd9, 0x5d, 0x00), derived: Uint8Array.of(0xd9, 0x5d, 0x01) } as const;
/** Some 2,000 statements; a badge has a hundred. */
const MAX_LENGTH = 200_000;

/** The parts of a derived proof value. `other-kind`: it is a base proof, which is not for verifiers. */
export function readDerivedValue(proofValue: Json | undefined): ValueReading<DerivedValue> {
  const parts = read(proofValue, 'derived');
  if (!parts.ok) return parts;
  const [, , signatures, labelMap, indexes] = parts.value;
  const common = readCommon(parts.value, signatures);
  if (common === null || !(labelMap instanceof Map) || !isArrayOf(indexes, isNumber)) return { ok: false, code: 'malformed' };
  const labels = new Map<string, string>();
  for (const [number, label] of labelMap as ReadonlyMap<number, CborValue>) {
    if (!isBytes(label, 32)) return { ok: false, code: 'malformed' };
    labels.set(`c14n${number}`, `u${encodeBase64url(label)}`);
  }
  // Two nodes with one label would make of one signed thing two, or repeat an index: nothing that an issuer signed reads so.
  const mandatoryIndexes = new Set(indexes);
  if (new Set(labels.values()).size !== labels.size || mandatoryIndexes.size !== indexes.length) return { ok: false, code: 'malformed' };
  return { ok: true, value: { ...common, labels, mandatoryIndexes } };
}

/** The parts of a base proof value. */
export function readBaseValue(proofValue: Json | undefined): ValueReading<BaseValue> {
  const parts = read(proofValue, 'base');
  if (!parts.ok) return parts;
  const [, , hmacKey, signatures, mandatoryPointers] = parts.value;
  const common = readCommon(parts.value, signatures);
  if (common === null || !isBytes(hmacKey, 32) || !isArrayOf(mandatoryPointers, isText)) return { ok: false, code: 'malformed' };
  return { ok: true, value: { ...common, hmacKey, mandatoryPointers } };
}

/** The text of a base proof value. */
export function writeBaseValue(value: Omit<BaseValue, 'ephemeralKey'>): string {
  const { baseSignature, ephemeralBytes, hmacKey, signatures, mandatoryPointers } = value;
  return write('base', [baseSignature, ephemeralBytes, hmacKey, signatures, mandatoryPointers]);
}

/** The text of a derived proof value. */
export function writeDerivedValue(value: Omit<DerivedValue, 'ephemeralKey'>): string {
  const { baseSignature, ephemeralBytes, signatures, labels, mandatoryIndexes } = value;
  const labelMap = new Map<number, CborValue>();
  for (const [canonical, label] of labels) labelMap.set(Number(canonical.slice('c14n'.length)), decodeBase64url(label.slice(1))!);
  return write('derived', [baseSignature, ephemeralBytes, signatures, labelMap, [...mandatoryIndexes]]);
}

/** The bytes of a public key as a proof value holds it: a Multikey without its multibase. */
export function ephemeralBytesOf(key: PublicKey): Uint8Array {
  return decodeBase58(toMultikey(key).slice(1))!;
}

function read(proofValue: Json | undefined, kind: 'base' | 'derived'): ValueReading<readonly CborValue[]> {
  if (typeof proofValue !== 'string' || !proofValue.startsWith('u')) return { ok: false, code: 'malformed' };
  if (proofValue.length > MAX_LENGTH) return { ok: false, code: 'limit-exceeded' };
  const bytes = decodeBase64url(proofValue.slice(1));
  if (bytes === null) return { ok: false, code: 'malformed' };
  const is = (other: 'base' | 'derived') => HEADER[other].every((byte, i) => bytes[i] === byte);
  if (!is(kind)) return { ok: false, code: is('base') || is('derived') ? 'other-kind' : 'malformed' };
  const value = decodeCbor(bytes.subarray(3));
  return Array.isArray(value) && value.length === 5 ? { ok: true, value } : { ok: false, code: 'malformed' };
}

function readCommon([baseSignature, ephemeralBytes]: readonly CborValue[], signatures: CborValue | undefined): Common | null {
  if (!isBytes(baseSignature, 64) || !isBytes(ephemeralBytes, 35)) return null;
  if (!isArrayOf(signatures, (item): item is Uint8Array => isBytes(item, 64))) return null;
  const reading = readMultikey(`z${encodeBase58(ephemeralBytes)}`);
  if (!reading.ok || reading.key.algorithm !== 'ES256') return null;
  return { baseSignature, ephemeralBytes, ephemeralKey: reading.key, signatures };
}

function write(kind: 'base' | 'derived', parts: readonly CborValue[]): string {
  return `u${encodeBase64url(concat(HEADER[kind], encodeCbor(parts)))}`;
}

function isBytes(value: CborValue | undefined, length: number): value is Uint8Array {
  return value instanceof Uint8Array && value.length === length;
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
