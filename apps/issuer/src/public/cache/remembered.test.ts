import type { Hono } from 'hono';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, good, type Issuing, makeTenant, startIssuing, type Tenant } from '../../issuing/issuing.fixture.js';
import { untoldWrites } from '../../store/distributed/record-statements.js';
import { kyselyOver } from '../../store/postgres-store.js';
import { publicReads } from '../../store/public-reads.js';
import { publicRoutes } from '../index.js';
import { type Remembering, remembering } from './remembering.fixture.js';

let issuing: Issuing;
let acme: Tenant;
let globex: Tenant;
let one: Remembering;
let uncached: Hono;
beforeAll(async () => {
  issuing = await startIssuing();
  await untoldWrites();
  [acme, globex] = [await makeTenant(issuing, 'acme'), await makeTenant(issuing, 'globex')];
  one = remembering(issuing.database.pool);
  uncached = publicRoutes({ publicBaseUrl: BASE, reads: publicReads(kyselyOver(issuing.database.pool)), now: () => new Date() });
});
afterAll(async () => {
  // Whatever was done here to badges, issuers and achievements.
  expect(await untoldWrites()).toEqual([]);
  await issuing.close();
});

async function issue(tenant = acme, more: object = {}): Promise<string> {
  const body = { recipient: { email: 'ada@example.org' }, ...more };
  const input = { achievementId: tenant.achievement.id, body, idempotencyKey: null };
  return good(await issuing.useCases.issueCredential({ actor: tenant.actor, input })).credential.id;
}

const HTML = { accept: 'text/html' };
const JSON_LD = { accept: 'application/ld+json' };

/** Every kind of document there is of a badge and its issuer, with what a client asks for. */
async function addressesOf(id: string, { issuer, achievement }: Tenant): Promise<readonly (readonly [string, Record<string, string>])[]> {
  const badge = `/credentials/${id}`;
  const json = await (await uncached.request(`${BASE}${badge}.json`)).json();
  const list = new URL(json.credentialStatus?.statusListCredential ?? `${BASE}/none`).pathname;
  const forms = ['.json', '.jwt', '.svg', '.png', '/status', '/salt', '/evidence-report', '/work-log'].map(
    (end) => [badge + end, {}] as const,
  );
  return [
    [badge, HTML],
    [badge, { accept: 'application/vc' }],
    [badge, { accept: '*/*', 'sec-fetch-dest': 'empty' }],
    ...forms,
    [list, {}],
    [`${list}/suspension`, {}],
    [`/issuers/${issuer.slug}`, HTML],
    [`/issuers/${issuer.slug}`, JSON_LD],
    ...['did.json', 'jwks.json', 'record'].map((end) => [`/issuers/${issuer.slug}/${end}`, {}] as const),
    ['/.well-known/jwks.json', {}],
    [`/.well-known/jwks.json?iss=${encodeURIComponent(issuer.did)}`, {}],
    [`/achievements/${achievement.id}`, HTML],
    [`/achievements/${achievement.id}`, JSON_LD],
    [`/achievements/${achievement.id}/image`, { accept: 'image/svg+xml' }],
    [`/oembed?url=${encodeURIComponent(`${BASE}${badge}`)}`, {}],
  ];
}

async function seen(app: Hono, path: string, headers: Record<string, string>) {
  const answer = await app.request(`${BASE}${path}`, { headers });
  return { path, headers, status: answer.status, etag: answer.headers.get('etag'), body: await answer.text() };
}

type Addresses = Awaited<ReturnType<typeof addressesOf>>;
async function all(app: Hono, addresses: Addresses) {
  const answers = [];
  for (const [path, headers] of addresses) answers.push(await seen(app, path, headers));
  return answers;
}

/** Remembers everything, changes something, and compares with what is made anew; answers the addresses whose answer changed. */
async function changedBy(addresses: Addresses, change: () => Promise<unknown>): Promise<readonly string[]> {
  const before = await all(one.app, addresses);
  await change();
  one.later();
  const [after, fresh] = [await all(one.app, addresses), await all(uncached, addresses)];
  expect(after).toEqual(fresh);
  return after.filter(({ body }, n) => body !== before[n]?.body).map(({ path }) => path);
}

describe('public documents in memory', () => {
  it('cost no query when nothing changed, whatever is asked for', async () => {
    const addresses = await addressesOf(await issue(), acme);
    const first = await all(one.app, addresses);
    // What is not there is asked for each time.
    const there = addresses.filter((_, n) => first[n]?.status === 200);
    expect(there.length).toBeGreaterThan(15);
    const before = one.queries();
    for (let n = 0; n < 3; n += 1) expect(await all(one.app, there)).toEqual(first.filter(({ status }) => status === 200));
    expect(one.queries() - before).toBe(0);
    // Nor after a second, and when others were issued.
    await issue();
    await issue(globex);
    one.later();
    await all(one.app, there);
    expect(one.queries() - before).toBe(0);
  });

  it('answer 304 and HEAD, and compress once', async () => {
    const path = `${BASE}/credentials/${await issue()}`;
    const first = await one.app.request(path, { headers: { ...HTML, 'accept-encoding': 'br' } });
    const before = one.queries();
    const known = await one.app.request(path, {
      headers: { ...HTML, 'accept-encoding': 'br', 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect([known.status, await known.text(), first.headers.get('content-encoding')]).toEqual([304, '', 'br']);
    const head = await one.app.request(path, { method: 'HEAD', headers: HTML });
    expect([head.status, await head.text(), Number(head.headers.get('content-length')) > 1000]).toEqual([200, '', true]);
    expect(one.queries()).toBe(before);
  });

  it('show a withdrawal, a suspension, its lifting, a renewal and an erasure', async () => {
    const id = await issue();
    const addresses = await addressesOf(id, acme);
    const page = `/credentials/${id}`;
    const of = { actor: acme.actor, input: { credentialId: id, reason: 'A mistake.' } };
    expect(await changedBy(addresses, () => issuing.useCases.suspendCredential(of).then(good))).toContain(page);
    expect(
      await changedBy(addresses, () => issuing.useCases.resumeCredential({ ...of, input: { credentialId: id } }).then(good)),
    ).toContain(page);
    let successor = '';
    const renew = {
      actor: acme.actor,
      input: { credentialId: id, body: { recipient: { email: 'ada@example.org' } }, idempotencyKey: null },
    };
    const renewed = await changedBy(addresses, async () => {
      successor = good(await issuing.useCases.renewCredential(renew)).credential.id;
    });
    expect(renewed).toContain(page);
    const both = [...addresses, ...(await addressesOf(successor, acme))];
    expect(await changedBy(both, () => issuing.useCases.revokeCredential(of).then(good))).toContain(page);
    // Of the one that is erased nothing is left, neither at its addresses nor on the page of the one that renews it.
    const erased = await changedBy(both, () =>
      issuing.useCases.eraseCredential({ actor: acme.actor, input: { credentialId: id } }).then(good),
    );
    expect(erased).toEqual(expect.arrayContaining([page, `${page}.json`, `${page}.jwt`, `${page}.png`, `/credentials/${successor}`]));
    expect((await seen(one.app, page, HTML)).status).toBe(410);
  });

  it('show what an issuer and an achievement are now', async () => {
    const addresses = await addressesOf(await issue(), acme);
    const { issuer, achievement, actor } = acme;
    const name = await changedBy(addresses, () =>
      issuing.useCases.updateIssuer({ actor, input: { issuerId: issuer.id, changes: { name: 'Acme School' } } }).then(good),
    );
    expect(name).toContain('/issuers/acme');
    const described = await changedBy(addresses, () =>
      issuing.useCases
        .updateAchievement({ actor, input: { achievementId: achievement.id, changes: { description: 'Another one.' } } })
        .then(good),
    );
    expect(described).toContain(`/achievements/${achievement.id}`);
    let domainId = '';
    const linked = await changedBy(addresses, async () => {
      const input = { issuerId: issuer.id, origin: 'https://acme.example' };
      domainId = good(await issuing.useCases.linkDomain({ actor, input })).domain.id;
    });
    expect(linked).toContain('/issuers/acme/did.json');
    const unlink = () => issuing.useCases.unlinkDomain({ actor, input: { issuerId: issuer.id, domainId } }).then(good);
    expect(await changedBy(addresses, unlink)).toContain('/issuers/acme/did.json');
  });

  it('show who vouches for a badge, and what became of the work behind it', async () => {
    const id = await issue();
    const page = `/credentials/${id}`;
    const addresses = await addressesOf(id, acme);
    const body = { assessor: { name: 'Grace Hopper', email: 'grace@example.org' }, comment: 'Good work.' };
    let assessor = '';
    const endorsed = await changedBy(addresses, async () => {
      good(await issuing.useCases.endorseCredential({ actor: acme.actor, input: { credentialId: id, body, idempotencyKey: null } }));
      const { rows } = await issuing.database.pool.query('SELECT id FROM assessor');
      assessor = `/issuers/acme/assessors/${rows[0].id}/did.json`;
    });
    expect(endorsed).toEqual([page, `${page}/work-log`]);
    const { issuerId, credentialId } = { issuerId: acme.issuer.id, credentialId: id };
    const look = { piece: 0, at: new Date(), sameBytes: 'matches' as const, reason: null };
    await changedBy(addresses, () => issuing.store.transaction((tx) => tx.work.append({ issuerId, credentialId }, [look])));
    // The document of a person goes with the last badge that the person vouched for.
    const erase = () => issuing.useCases.eraseCredential({ actor: acme.actor, input: { credentialId } }).then(good);
    expect(await changedBy([...addresses, [assessor, {}]], erase)).toContain(assessor);
  });

  it('show which keys count, and the record of what was issued', async () => {
    const addresses = await addressesOf(await issue(), acme);
    const { actor, issuer } = acme;
    const did = '/issuers/acme/did.json';
    expect(await changedBy(addresses, () => issuing.useCases.recordIssued())).toEqual(expect.arrayContaining([did]));
    const rotate = () => issuing.useCases.rotateSigningKey({ actor, input: { issuerId: issuer.id, algorithm: 'Ed25519' } }).then(good);
    expect(await changedBy(addresses, rotate)).toEqual(expect.arrayContaining([did, '/.well-known/jwks.json']));
    await issue();
    const key = await issuing.store.signingKeys.active(issuer.id, 'Ed25519');
    const revoke = () => issuing.useCases.revokeSigningKey({ actor, input: { issuerId: issuer.id, keyId: key?.id ?? '' } }).then(good);
    expect(await changedBy(addresses, revoke)).toContain(did);
    const newcomer = await changedBy(addresses, () => makeTenant(issuing, 'newcomer'));
    expect(newcomer).toEqual(['/.well-known/jwks.json']);
  });

  it('are signed again after a theft, as soon as they are', async () => {
    const id = await issue();
    const addresses = await addressesOf(id, acme);
    const key = await issuing.store.signingKeys.active(acme.issuer.id, 'Ed25519');
    await issuing.useCases.recordIssued();
    good(await issuing.useCases.revokeSigningKey({ actor: acme.actor, input: { issuerId: acme.issuer.id, keyId: key?.id ?? '' } }));
    const resigned = await changedBy(addresses, async () => {
      await issuing.useCases.tendRecords();
      await issuing.useCases.resignBadges();
    });
    expect(resigned).toContain(`/credentials/${id}.json`);
  });

  it('are made each time while a process of a release before changes them and tells nobody', async () => {
    const path = '/issuers/globex';
    const named = async () => JSON.parse((await seen(one.app, path, JSON_LD)).body).name;
    const before = await named();
    const { url } = issuing.database;
    const old = new pg.Client({ connectionString: url, application_name: 'proofmark' });
    await old.connect();
    one.later();
    for (const name of ['One', 'Two', before]) {
      await old.query("UPDATE issuer SET name = $1 WHERE slug = 'globex'", [name]);
      expect(await named()).toBe(name);
    }
    await old.end();
    // It may come back: for a minute nothing is kept.
    one.later();
    const queries = one.queries();
    await named();
    expect(one.queries()).toBeGreaterThan(queries);
    for (let n = 0; n < 14; n += 1) {
      one.later();
      await one.follower.current();
    }
    await named();
    const kept = one.queries();
    await named();
    expect(one.queries()).toBe(kept);
  });

  it('are never those of another address, or of another tenant', async () => {
    const [mine, theirs] = [await addressesOf(await issue(), acme), await addressesOf(await issue(globex), globex)];
    for (const addresses of [mine, theirs, mine, theirs]) expect(await all(one.app, addresses)).toEqual(await all(uncached, addresses));
    // Another host, another case and another query name the same document, or none.
    const [[page]] = mine as unknown as [[string]];
    for (const other of [
      page.toUpperCase().replace('/CREDENTIALS', '/credentials'),
      `${page}?x=1`,
      `${page}/`,
      page.replace('/credentials', '//credentials'),
    ]) {
      expect([other, await seen(one.app, other, HTML)]).toEqual([other, await seen(uncached, other, HTML)]);
    }
  });
});
