import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { binaryArray, type Elements } from './binary-array.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** What PostgreSQL reads, as text. */
async function read<T extends keyof Elements>(type: T, values: readonly (Elements[T] | null)[]): Promise<readonly (string | null)[]> {
  const { rows } = await database.pool.query<{ value: string | null }>(`SELECT v::text AS value FROM unnest($1::${type}[]) AS u (v)`, [
    binaryArray(type, values),
  ]);
  return rows.map(({ value }) => value);
}

describe('an array in the binary form', () => {
  it('is what was given, for every type, and null in any place', async () => {
    expect(await read('bool', [true, false, null])).toEqual(['true', 'false', null]);
    expect(await read('int4', [0, -1, 2_147_483_647, null])).toEqual(['0', '-1', '2147483647', null]);
    expect(await read('int8', [null, Number.MAX_SAFE_INTEGER, -5])).toEqual([null, '9007199254740991', '-5']);
    expect(await read('bytea', [Uint8Array.of(0, 255, 16), new Uint8Array(0)])).toEqual(['\\x00ff10', '\\x']);
    const texts = ['', 'a"b\\c{d},e', 'NULL', "it's", 'ü😀\n\t', null];
    expect(await read('text', texts)).toEqual(texts);
    expect(await read('jsonb', ['{"a":[1,"ü"]}', null])).toEqual(['{"a": [1, "ü"]}', null]);
    expect(await read('uuid', ['0198ab00-0000-7000-8000-00000000ffee', null])).toEqual(['0198ab00-0000-7000-8000-00000000ffee', null]);
    expect(await read('text', [])).toEqual([]);
  });

  it('keeps every millisecond of a time, before and after the year 2000', async () => {
    const times = ['1969-12-31T23:59:59.999Z', '1999-12-31T23:59:59.001Z', '2026-11-29T03:20:00.123Z', '9999-12-31T23:59:59.999Z'];
    const { rows } = await database.pool.query<{ value: Date }>('SELECT v AS value FROM unnest($1::timestamptz[]) AS u (v)', [
      binaryArray(
        'timestamptz',
        times.map((time) => new Date(time)),
      ),
    ]);
    expect(rows.map(({ value }) => value.toISOString())).toEqual(times);
  });

  it('refuses what is none of its type', () => {
    expect(() => binaryArray('uuid', ['0198ab00'])).toThrow(RangeError);
    expect(() => binaryArray('int4', [2 ** 31])).toThrow(RangeError);
    expect(() => binaryArray('int8', [0.5])).toThrow(RangeError);
    expect(() => binaryArray('timestamptz', [new Date(Number.NaN)])).toThrow(RangeError);
  });
});
