import type { Json } from '@proofmark/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLACES_A_FILE, type RecordFile, readRecordFile, readRecordHead, writeRecordFile, writeRecordHead } from './record-file.js';

const tag = 'A'.repeat(22);
const commitment = 'B'.repeat(43);
const file: RecordFile = {
  iss: 'did:web:badges.example:issuers:acme',
  iat: 1_800_000_000,
  list: 'https://badges.example/status/3',
  block: 369,
  places: new Map([
    [94_567, { tag, commitment }],
    [94_464, { tag, commitment: null }],
  ]),
};
const head = {
  iss: file.iss,
  iat: file.iat,
  lists: [{ list: file.list, files: 'https://badges.example/issuers/acme/record/3' }],
  complete: { [`${file.iss}#z6Mk`]: file.iat },
};

describe('a file of the record', () => {
  it('is read as it was written', () => {
    expect(readRecordFile(writeRecordFile(file))).toEqual(file);
    expect(Object.keys(writeRecordFile(file).places as object)).toEqual(['94464', '94567']);
  });

  it.each<[string, Json]>([
    ['no object', []],
    ['no issuer', { ...writeRecordFile(file), iss: 1 }],
    ['no time', { ...writeRecordFile(file), iat: '2027' }],
    ['a broken number', { ...writeRecordFile(file), block: 1.5 }],
    ['a place of another file', { ...writeRecordFile(file), places: { 1: `${tag}.${commitment}` } }],
    ['a place in another spelling', { ...writeRecordFile(file), places: { '094567': `${tag}.${commitment}` } }],
    ['a place without a number', { ...writeRecordFile(file), places: { x: `${tag}.${commitment}` } }],
    ['a commitment that was cut', { ...writeRecordFile(file), places: { 94567: `${tag}.${commitment.slice(1)}` } }],
    ['a place that is no text', { ...writeRecordFile(file), places: { 94567: null } }],
    ['a list of places', { ...writeRecordFile(file), places: [] }],
  ])('is not read with %s', (_, payload) => {
    expect(readRecordFile(payload)).toBeNull();
  });

  it('has room for 256 places and no more', () => {
    const places = new Map(Array.from({ length: PLACES_A_FILE }, (_, at) => [at, { tag, commitment }] as const));
    const full = writeRecordFile({ ...file, block: 0, places });
    expect(readRecordFile(full)?.places.size).toBe(PLACES_A_FILE);
    expect(JSON.stringify(full).length).toBeLessThan(20_000);
    expect(readRecordFile({ ...full, places: { ...(full.places as object), 256: `${tag}.` } })).toBeNull();
  });

  it('never throws for what it is not', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => readRecordFile(json as Json) === null && readRecordHead(json as Json) === null));
  });
});

describe('the head of a record', () => {
  it('is read as it was written', () => {
    expect(readRecordHead(writeRecordHead(head))).toEqual(head);
  });

  it.each<[string, Json]>([
    ['without lists', { ...writeRecordHead(head), lists: null }],
    ['with a list without an address', { ...writeRecordHead(head), lists: { [file.list]: 3 } }],
    ['with a time that is none', { ...writeRecordHead(head), complete: { key: -1 } }],
    ['without an issuer', { ...writeRecordHead(head), iss: null }],
  ])('is not read %s', (_, payload) => {
    expect(readRecordHead(payload)).toBeNull();
  });
});
