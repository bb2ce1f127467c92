import type { Json, JsonObject } from '@proofmark/schemas';
import type { EvidenceReportDocument, WorkLogDocument } from '@proofmark/schemas/evidence';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvidenceReport } from './read-evidence-report.js';
import { readWorkLog } from './read-work-log.js';

const AT = '2026-11-22T09:00:00Z';
const kept = { by: 'software-heritage', url: 'https://archive.example/1', state: 'kept', at: AT, digestSRI: null } as const;
const theirs = { method: 'linked-account', by: 'ada', at: AT, share: { commits: 3, of: 4 } } as const;
const report: EvidenceReportDocument = {
  type: 'ProofmarkEvidenceReport',
  credential: 'https://badges.example/credentials/1',
  madeAt: AT,
  log: 'https://badges.example/credentials/1/work-log',
  items: [
    {
      id: 'https://git.example/a.git#1',
      given: 'https://git.example/a.git',
      kind: 'repository',
      others: ['swh:1:dir:1'],
      pin: 'commit',
      mediaType: null,
      size: null,
      changedAt: AT,
      git: { commit: '1', ref: null, files: 3, languages: ['Python'], commits: 4, complete: true, first: AT, last: AT },
      kept: [kept],
      theirs: [theirs],
      problems: ['submodule'],
    },
  ],
};
const log: WorkLogDocument = {
  type: 'ProofmarkWorkLog',
  credential: 'https://badges.example/credentials/1',
  successor: null,
  predecessor: null,
  items: [{ id: 'x', age: 'ageing', looks: [{ at: AT, sameBytes: 'gone', reason: 'http-status' }], kept: [kept], theirs: [theirs] }],
  endorsements: [{ type: ['EndorsementCredential'] }, 'a.b.c'],
};
const asJson = (value: object): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;
const change = (value: object, path: readonly (string | number)[], to: Json | undefined): Json => {
  const copy = asJson(value);
  let place = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
  if (to === undefined) delete place[path.at(-1)!];
  else place[path.at(-1)!] = to;
  return copy;
};

describe.each([
  ['an evidence report', report, readEvidenceReport as (json: Json) => object | null],
  ['a work log', log, readWorkLog as (json: Json) => object | null],
])('%s', (_, good, read) => {
  it('is read without unknown members', () => {
    expect(read(asJson(good))).toEqual(good);
    expect(read({ ...asJson(good), note: 'new in version 2' })).toEqual(good);
  });

  it('may leave out what is null', () => {
    const without = JSON.parse(JSON.stringify(good), (_, value) => (value === null ? undefined : value)) as Json;
    expect(read(without)).toEqual(good);
  });

  it('is read without captures and methods of a later version', () => {
    for (const [list, key] of [
      ['kept', 'by'],
      ['theirs', 'method'],
    ] as const) {
      const changed = read(change(good, ['items', 0, list, 0, key], 'telepathy')) as typeof report;
      expect(changed.items[0]?.[list]).toEqual([]);
    }
  });

  it('is refused when a single value is of another type', () => {
    const paths: (string | number)[][] = [];
    const walk = (value: unknown, path: (string | number)[]): void => {
      if (path.length > 0 && value !== null) paths.push(path);
      if (typeof value !== 'object' || value === null || path[0] === 'endorsements') return;
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    };
    walk(good, []);
    for (const path of paths)
      for (const wrong of [true, -1.5, { a: [] }]) {
        const changed = change(good, path, wrong);
        const same = path.at(-1) === 'complete' && wrong === true;
        if (!same) expect([path, read(changed)]).toEqual([path, null]);
      }
  });

  it('is refused beyond its limits', () => {
    const many = (length: number): Json[] => Array.from({ length }, () => asJson(good.items[0]!));
    expect(read(change(good, ['items'], many(50)))).not.toBeNull();
    expect(read(change(good, ['items'], many(51)))).toBeNull();
    expect(read(change(good, ['items', 0, 'id'], 'x'.repeat(4097)))).toBeNull();
    expect(read(change(good, ['items', 0, 'kept', 0, 'at'], 'yesterday'))).toBeNull();
    expect(read(change(good, ['items', 0, 'kept', 0, 'at'], '2026-13-99T99:99:99Z'))).toBeNull();
  });

  it('is read by own members only, and never throws', () => {
    expect(read(JSON.parse('{"__proto__": {"type": "ProofmarkEvidenceReport"}}') as Json)).toBeNull();
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(read(value as Json)).toBeNull();
      }),
    );
  });
});
