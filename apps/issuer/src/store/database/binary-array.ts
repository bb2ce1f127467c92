/** A value of a column, as it is given; null in any of them. */
export interface Elements {
  readonly bool: boolean;
  readonly int4: number;
  readonly int8: number;
  readonly bytea: Uint8Array;
  readonly text: string;
  /** As JSON text. */
  readonly jsonb: string;
  readonly uuid: string;
  readonly timestamptz: Date;
}

/** The OIDs of the types of the elements (pg_type). */
const OIDS: Readonly<Record<keyof Elements, number>> = {
  bool: 16,
  bytea: 17,
  int8: 20,
  int4: 23,
  text: 25,
  timestamptz: 1184,
  uuid: 2950,
  jsonb: 3802,
};
const FIXED: Partial<Record<keyof Elements, number>> = { bool: 1, int4: 4, int8: 8, uuid: 16, timestamptz: 8 };
/** Where PostgreSQL begins to count, in milliseconds. */
const EPOCH = Date.UTC(2000, 0, 1);
const HEADER = 20;

/**
 * Values of one type as PostgreSQL takes an array in its binary form (array_recv): nothing is escaped, and neither side reads text for what is none.
 * The statement says the type: `$1::text[]`. Throws a RangeError for a value that is none of its type.
 */
export function binaryArray<T extends keyof Elements>(type: T, values: readonly (Elements[T] | null)[]): Buffer {
  const sizes = values.map((value) => (value === null ? 0 : (FIXED[type] ?? sizeOf(type, value))));
  const bytes = Buffer.allocUnsafe(HEADER + sizes.reduce((sum, size) => sum + 4 + size, 0));
  bytes.writeInt32BE(1, 0);
  bytes.writeInt32BE(values.includes(null) ? 1 : 0, 4);
  bytes.writeInt32BE(OIDS[type], 8);
  bytes.writeInt32BE(values.length, 12);
  bytes.writeInt32BE(1, 16);
  let at = HEADER;
  for (const [nth, value] of values.entries()) {
    const size = sizes[nth] ?? 0;
    at = bytes.writeInt32BE(value === null ? -1 : size, at);
    if (value !== null) write(bytes, at, type, value);
    at += size;
  }
  return bytes;
}

function sizeOf(type: keyof Elements, value: Elements[keyof Elements]): number {
  if (value instanceof Uint8Array) return value.byteLength;
  return Buffer.byteLength(value as string) + (type === 'jsonb' ? 1 : 0);
}

function write(bytes: Buffer, at: number, type: keyof Elements, value: Elements[keyof Elements]): void {
  switch (type) {
    case 'bool':
      bytes[at] = value === true ? 1 : 0;
      return;
    case 'int4':
      bytes.writeInt32BE(value as number, at);
      return;
    case 'int8':
      bytes.writeBigInt64BE(BigInt(value as number), at);
      return;
    case 'timestamptz':
      bytes.writeBigInt64BE(BigInt((value as Date).getTime() - EPOCH) * 1000n, at);
      return;
    case 'bytea':
      bytes.set(value as Uint8Array, at);
      return;
    case 'uuid':
      if (bytes.write((value as string).replaceAll('-', ''), at, 16, 'hex') !== 16) throw new RangeError(`"${value}" is no UUID`);
      return;
    case 'text':
      bytes.write(value as string, at);
      return;
    default:
      // The version of the format (jsonb_recv).
      bytes[at] = 1;
      bytes.write(value as string, at + 1);
  }
}
