import { decodeBase64url, type Json, type JsonObject } from '@proofmark/primitives';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acmeJwt,
  check,
  ISSUER_DOCUMENT,
  JWT_METHOD,
  LIST,
  NOW,
  portsOf,
  rawToken,
  signed,
  statusList,
  token,
  type World,
} from './fixtures/badges.fixture.js';
import { CONFIGURATION, claiming, configuration, linkage, linkageToken, ORIGIN } from './fixtures/issuer.fixture.js';
import type { VerifyInput } from './input/verify-input.js';
import { changed, RICH } from './profile/changes.fixture.js';
import { matchProfile, matchProfileToken } from './profile/match-profile.js';
import { verify } from './verify.js';

const REFERENCE = 'https://badges.example/credentials/1/status';
const badge = await signed(RICH);
const list = await statusList({ set: [1, 2, 94567] });
const { proof: _proof, ...bareList } = list;
const domainToken = linkageToken(linkage(), { exp: Date.parse('2031-11-22T09:00:00Z') / 1000 });
const payloadOf = (jwt: string): JsonObject => JSON.parse(new TextDecoder().decode(decodeBase64url(jwt.split('.')[1] ?? '') ?? undefined));
const claims = payloadOf(await token(RICH));
const document = claiming(ORIGIN);
const world: World = {
  [ISSUER_DOCUMENT]: document,
  [LIST]: await statusList(),
  [REFERENCE]: { status: 'revoked', reason: 'Issued in error', date: '2027-02-01T00:00:00Z' },
  [CONFIGURATION]: configuration(domainToken),
};

interface Case {
  readonly input: VerifyInput;
  readonly world: World;
  /** Whether the document that was changed is of the profile. */
  readonly matched: boolean;
}

const isSignable = (document: JsonObject): Promise<JsonObject | null> => signed(document).catch(() => null);

// `check` demands that the pipeline reports the same, and asks the same addresses, with the profile and without it.
async function agree(make: fc.Arbitrary<() => Promise<Case | null>>, numRuns: number): Promise<void> {
  const counts = { matched: 0, left: 0 };
  await fc.assert(
    fc.asyncProperty(make, async (made) => {
      const given = await made();
      if (given === null) return;
      await check(given.input, given.world);
      counts[given.matched ? 'matched' : 'left'] += 1;
    }),
    { numRuns },
  );
  expect(Math.min(counts.matched, counts.left), JSON.stringify(counts)).toBeGreaterThan(numRuns / 20);
}

const isMatched = (document: JsonObject): boolean => matchProfile(document) !== null;

describe('the report is the same with the profile and without it, for', () => {
  it('a badge that was changed before it was signed', async () => {
    await agree(
      changed(RICH).map((document) => async () => {
        const json = await isSignable(document);
        return json === null ? null : { input: { json }, world, matched: isMatched(json) };
      }),
      120,
    );
  });

  it('a badge that was changed afterwards, or its proof', async () => {
    await agree(
      changed(badge).map((json) => async () => ({ input: { text: JSON.stringify(json) }, world, matched: isMatched(json) })),
      120,
    );
  });

  it('a token that was changed before it was signed, or its header', async () => {
    const header = { alg: 'ES256', kid: JWT_METHOD, typ: 'JWT' };
    await agree(
      fc
        .tuple(changed(claims), fc.oneof({ arbitrary: fc.constant(header), weight: 5 }, { arbitrary: changed(header), weight: 1 }))
        .map(([payload, head]) => async () => {
          const input = { text: rawToken(head, payload, acmeJwt) };
          return { input, world, matched: matchProfileToken(payload) };
        }),
      120,
    );
  });

  it('a status list that was changed before it was signed or afterwards', async () => {
    const withdrawn = { ...bareList } as JsonObject;
    await agree(
      fc.tuple(changed(withdrawn), fc.boolean()).map(([other, after]) => async () => {
        const served = after ? { ...other, proof: list.proof as Json } : await isSignable(other);
        return served === null ? null : { input: { json: badge }, world: { ...world, [LIST]: served }, matched: isMatched(served) };
      }),
      120,
    );
  });

  it('every date that matters', async () => {
    const times = [
      '2026-11-22T09:00:00Z',
      '2027-03-01T12:00:00Z',
      '2027-03-01T12:00:59Z',
      '2027-03-01T12:01:01Z',
      '2027-03-01T11:59:59.999Z',
    ];
    for (const validFrom of times) {
      for (const validUntil of times) {
        const dated = { ...RICH, validFrom, validUntil };
        const json = await isSignable(dated);
        if (json !== null) await check({ json }, world);
        await check({ text: await token(dated).catch(() => '') }, world);
        await check({ json: badge }, { ...world, [LIST]: await statusList({ more: { validFrom, validUntil } }) });
      }
    }
  });
});

describe('the report is the same with a trust list and without it', () => {
  it('except for the check that reads the list, and the verdict that follows from it', async () => {
    const reports = [];
    for (const trustedIssuers of [undefined, [], ['did:web:other.example'], ['did:web:badges.example:issuers:acme']]) {
      const policy = { at: NOW, ...(trustedIssuers && { trustedIssuers }) };
      const { verdict: _, because: _because, ...report } = await verify({ json: badge }, portsOf(world), policy);
      const { 'issuer-trusted': _trusted, ...checks } = report.checks;
      reports.push({ ...report, checks });
    }
    expect(new Set(reports.map((report) => JSON.stringify(report))).size).toBe(1);
  });
});
