import { decodeBase64url, type Json, type JsonObject } from '@proofmark/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sources } from '../documents/sources.js';
import {
  acme,
  acmeJwt,
  check,
  ISSUER,
  ISSUER_DOCUMENT,
  issuerDocument,
  JWT_METHOD,
  LIST,
  methodOf,
  NOW,
  portsOf,
  rawToken,
  signed,
  statusList,
  token,
  type World,
} from '../fixtures/badges.fixture.js';
import { CONFIGURATION, claiming, configuration, linkage, linkageToken, ORIGIN } from '../fixtures/issuer.fixture.js';
import type { VerifyInput } from '../input/verify-input.js';
import { changed, RICH } from './changes.fixture.js';
import { verifyPlain } from './verify-plain.js';

const REFERENCE = 'https://badges.example/credentials/1/status';
const badge = await signed(RICH);
const list = await statusList({ set: [1, 2, 94567] });
const { proof: _proof, ...bareList } = list;
/** The domain linkage token of our issuers, whose claims say the same as the credential in it. */
const domainToken = linkageToken(linkage(), { exp: Date.parse('2031-11-22T09:00:00Z') / 1000 });
const payloadOf = (jwt: string): JsonObject => JSON.parse(new TextDecoder().decode(decodeBase64url(jwt.split('.')[1] ?? '') ?? undefined));
const claims = payloadOf(await token(RICH));
const linked = payloadOf(domainToken);
const document = claiming(ORIGIN);
const world: World = {
  [ISSUER_DOCUMENT]: document,
  [LIST]: await statusList(),
  [REFERENCE]: { status: 'revoked', reason: 'Issued in error', date: '2027-02-01T00:00:00Z' },
  [CONFIGURATION]: configuration(domainToken),
};

/** Whether the plain path answers by itself. */
const isPlain = async (input: VerifyInput, web: World): Promise<boolean> => {
  const ports = portsOf({ [ISSUER_DOCUMENT]: issuerDocument(), ...web });
  return (await verifyPlain(input, ports, { at: NOW }, sources(ports.documents))) !== null;
};

const isSignable = (document: JsonObject): Promise<JsonObject | null> => signed(document).catch(() => null);

// `check` demands that both paths give the same report and ask the same addresses.
async function agree(make: fc.Arbitrary<() => Promise<readonly [VerifyInput, World] | null>>, numRuns: number): Promise<void> {
  const counts = { plain: 0, full: 0 };
  await fc.assert(
    fc.asyncProperty(make, async (made) => {
      const given = await made();
      if (given === null) return;
      const [input, web] = given;
      await check(input, web);
      counts[(await isPlain(input, web)) ? 'plain' : 'full'] += 1;
    }),
    { numRuns },
  );
  expect(Math.min(counts.plain, counts.full), JSON.stringify(counts)).toBeGreaterThan(numRuns / 20);
}

describe('the plain path says what the full verification says, of', () => {
  it('a badge that was changed before it was signed', async () => {
    await agree(
      changed(RICH).map((document) => async () => {
        const json = await isSignable(document);
        return json === null ? null : [{ json }, world];
      }),
      150,
    );
  }, 120_000);

  it('a badge that was changed afterwards, or its proof', async () => {
    await agree(
      changed(badge).map((json) => async () => [{ text: JSON.stringify(json) }, world]),
      120,
    );
  }, 120_000);

  it('a token that was changed before it was signed, or its header', async () => {
    const header = { alg: 'ES256', kid: JWT_METHOD, typ: 'JWT' };
    await agree(
      fc
        .tuple(changed(claims), fc.oneof({ arbitrary: fc.constant(header), weight: 5 }, { arbitrary: changed(header), weight: 1 }))
        .map(([payload, head]) => async () => [{ text: rawToken(head, payload, acmeJwt) }, world]),
      250,
    );
  }, 120_000);

  it('the document of its issuer', async () => {
    await agree(
      changed(document).map((other) => async () => [{ json: badge }, { ...world, [ISSUER_DOCUMENT]: other }]),
      150,
    );
  }, 120_000);

  it('the status list, for a badge that is withdrawn and for one that is not', async () => {
    const withdrawn = { ...bareList } as JsonObject;
    await agree(
      fc.tuple(changed(withdrawn), fc.boolean()).map(([other, after]) => async () => {
        const served = after ? { ...other, proof: list.proof as Json } : await isSignable(other);
        return served === null ? null : [{ json: badge }, { ...world, [LIST]: served }];
      }),
      150,
    );
  }, 120_000);

  it('the reason of a withdrawal', async () => {
    await agree(
      changed({ status: 'revoked', reason: 'Issued in error', date: '2027-02-01T00:00:00Z' }).map((said) => async () => [
        { json: badge },
        { ...world, [LIST]: list, [REFERENCE]: said },
      ]),
      60,
    );
  }, 120_000);

  it('the token by which a web domain names the issuer', async () => {
    await agree(
      changed(linked).map((payload) => async () => {
        const other = rawToken({ alg: 'ES256', kid: JWT_METHOD }, payload, acmeJwt);
        return [{ json: badge }, { ...world, [CONFIGURATION]: configuration(other) }];
      }),
      150,
    );
    await agree(
      changed(configuration(domainToken)).map((hosted) => async () => [{ json: badge }, { ...world, [CONFIGURATION]: hosted }]),
      60,
    );
  }, 120_000);

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
    expect(methodOf(ISSUER, acme)).toContain('#z6Mk');
  }, 120_000);
});
