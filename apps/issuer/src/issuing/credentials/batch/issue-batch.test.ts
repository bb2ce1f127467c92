import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IdempotencyClaim } from '../../../store/index.js';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../../issuing.fixture.js';
import type { NewBadge, Outcome } from './batch.js';
import { MOST_OF_A_BATCH } from './issue-batch.js';

let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
});
afterAll(() => issuing.close());

const query = async (text: string, values: readonly unknown[] = []) => (await issuing.database.pool.query(text, [...values])).rows;
let people = 0;

/** A badge as it is when its evidence was gathered. */
async function prepared(change: (badge: NewBadge) => NewBadge = (badge) => badge, tenant = acme): Promise<NewBadge> {
  people += 1;
  const body = { recipient: { email: `person-${people}@example.org` } };
  const parts = good(await issuing.useCases.prepareBadge(tenant.achievement, body, null));
  return change({ actor: tenant.actor, parts, claim: null, renewal: null });
}
const issueAll = (badges: readonly NewBadge[]) => issuing.useCases.issueBatch(acme.issuer.id, badges);
/** In words that are compared easily. */
const said = (settled: PromiseSettledResult<Outcome>): string =>
  settled.status === 'rejected'
    ? 'failed'
    : settled.value === 'achievement-changed'
      ? settled.value
      : settled.value.ok
        ? 'issued'
        : settled.value.refusal.code;
const claimOf = (key: string): IdempotencyClaim => ({
  issuerId: acme.issuer.id,
  owner: acme.issuer.id,
  key,
  requestHash: new Uint8Array(32),
  holder: acme.issuer.id,
});

describe('a batch of badges', () => {
  it('is one transaction, with the event and the audit entry of each badge', async () => {
    const settled = await issueAll([await prepared(), await prepared(), await prepared()]);
    expect(settled.map(said)).toEqual(['issued', 'issued', 'issued']);
    const ids = settled.flatMap((one) => (one.status === 'fulfilled' && typeof one.value !== 'string' ? [good(one.value).id] : []));
    const rows = await query(
      `SELECT c.id, c.tx = e.tx AS one, c.tx, e.n, a.action FROM credential c
       JOIN api_event e ON e.issuer_id = c.issuer_id AND e.credential_id = c.id
       JOIN audit_entry a ON a.issuer_id = c.issuer_id AND a.object_id = c.id::text
       WHERE c.id = ANY ($1) ORDER BY e.n`,
      [ids],
    );
    expect(rows.map(({ id, one, action }) => [id, one, action])).toEqual(ids.map((id) => [id, true, 'credential.issued']));
    expect(new Set(rows.map(({ tx }) => tx)).size).toBe(1);
  });

  it('stores a badge once: the signed JSON, and of its token the header and the signature', async () => {
    const [settled] = await issueAll([await prepared()]);
    const { id, issuerId, signed } = good((settled as PromiseFulfilledResult<Exclude<Outcome, string>>).value);
    const [header, payload, signature] = signed!.jwt.split('.');
    const [row] = await query('SELECT unsigned, signed_jwt, signed_json, detached_jwt FROM credential WHERE id = $1', [id]);
    expect(row).toEqual({ unsigned: null, signed_jwt: null, signed_json: signed!.json, detached_jwt: `${header}..${signature}` });
    expect(payload!.length).toBeGreaterThan(1000);
    expect((await issuing.store.credentials.find(issuerId, id))!.signed).toEqual(signed);
  });

  it('has one audit entry for all when it is one act', async () => {
    const act = { actor: acme.actor, action: 'credential.issued', objectId: 'job-1', details: { job: 'job-1' } } as const;
    const settled = await issuing.useCases.issueBatch(acme.issuer.id, [await prepared(), await prepared()], act);
    expect(settled.map(said)).toEqual(['issued', 'issued']);
    const rows = await query("SELECT action, details FROM audit_entry WHERE object_id = 'job-1'");
    expect(rows).toEqual([{ action: 'credential.issued', details: { job: 'job-1', count: 2 } }]);
  });

  it('refuses a badge that does not conform, and issues the others', async () => {
    const bad = await prepared((badge) => ({
      ...badge,
      parts: { ...badge.parts, recipient: { ...badge.parts.recipient, badge: { id: 'nobody' } } },
    }));
    expect((await issueAll([await prepared(), bad, await prepared()])).map(said)).toEqual(['issued', 'credential-refused', 'issued']);
  });

  it('fails for the one badge that the database does not take, and issues the others', async () => {
    const [first, second, third, fourth, fifth] = await Promise.all([1, 2, 3, 4, 5].map(() => prepared()));
    const twice = { ...third!, parts: { ...third!.parts, id: first!.parts.id } };
    expect((await issueAll([first!])).map(said)).toEqual(['issued']);
    expect((await issueAll([second!, twice, fourth!, fifth!])).map(said)).toEqual(['issued', 'failed', 'issued', 'issued']);
    const ids = [first, second, fourth, fifth].map((badge) => badge!.parts.id);
    expect(await query('SELECT FROM credential WHERE id = ANY ($1)', [ids])).toHaveLength(4);
    // One entry and one event each, also of those that were tried more than once.
    expect(await query('SELECT FROM audit_entry WHERE object_id = ANY ($1)', [ids])).toHaveLength(4);
    expect(await query('SELECT FROM api_event WHERE credential_id = ANY ($1)', [ids])).toHaveLength(4);
  });

  it('stores nothing of a badge whose claim another attempt holds, and ties the claims of the others to their badges', async () => {
    const [mine, lost] = [claimOf('mine'), claimOf('lost')];
    for (const claim of [mine, lost]) await issuing.store.idempotency.claim(claim, 60);
    await query("UPDATE idempotency SET holder = gen_random_uuid() WHERE key = 'lost'");
    const [first, second] = [
      await prepared((badge) => ({ ...badge, claim: mine })),
      await prepared((badge) => ({ ...badge, claim: lost })),
    ];
    expect((await issueAll([first, second])).map(said)).toEqual(['issued', 'request-in-progress']);
    const rows = await query("SELECT key, credential_id FROM idempotency WHERE key IN ('mine', 'lost') ORDER BY key");
    expect(rows).toEqual([
      { key: 'lost', credential_id: null },
      { key: 'mine', credential_id: first.parts.id },
    ]);
    expect(await query('SELECT FROM credential WHERE id = $1', [second.parts.id])).toEqual([]);
  });

  it('says of a badge whose achievement was changed since that it has to be prepared again', async () => {
    const tenant = acme;
    const other = good(await issuing.useCases.createAchievement({ actor: acme.actor, input: { ...acmeAchievement(), name: 'Other' } }));
    const [stale, fresh] = [await prepared(undefined, { ...tenant, achievement: other }), await prepared()];
    good(await issuing.useCases.updateAchievement({ actor: acme.actor, input: { achievementId: other.id, changes: { name: 'Another' } } }));
    expect((await issueAll([stale, fresh])).map(said)).toEqual(['achievement-changed', 'issued']);
  });

  it('is issued with the issuer as it is now', async () => {
    await issueAll([await prepared()]);
    good(
      await issuing.useCases.updateIssuer({ actor: issuing.admin, input: { issuerId: acme.issuer.id, changes: { name: 'Acme College' } } }),
    );
    const [settled] = await issueAll([await prepared()]);
    const { json } = good((settled as PromiseFulfilledResult<Exclude<Outcome, string>>).value).signed!;
    expect(JSON.parse(json).issuer.name).toBe('Acme College');
  });

  it('is refused above five hundred', async () => {
    const badge = await prepared();
    await expect(issueAll(Array.from({ length: MOST_OF_A_BATCH + 1 }, () => badge))).rejects.toThrow(RangeError);
  });

  it('of five hundred is issued in order, each at a place of its own', async () => {
    const badges = await Promise.all(Array.from({ length: 500 }, () => prepared()));
    const settled = await issueAll(badges);
    expect(new Set(settled.map(said))).toEqual(new Set(['issued']));
    const rows = await query(
      'SELECT count(DISTINCT (status_list_id, status_index))::int AS places, count(DISTINCT tx)::int AS transactions FROM credential WHERE id = ANY ($1)',
      [badges.map(({ parts }) => parts.id)],
    );
    expect(rows).toEqual([{ places: 500, transactions: 1 }]);
  });
});

function acmeAchievement() {
  return { description: 'Another.', criteria: { narrative: 'None.' }, evidencePolicy: 'none' } as const;
}

describe('an achievement that is kept in memory', () => {
  it('refuses nothing that it would not refuse as it is now', async () => {
    const other = issuing.with({});
    const tenant = await makeTenant(issuing, 'revived');
    const { actor, achievement } = tenant;
    const input = { achievementId: achievement.id, body: { recipient: { email: 'ada@example.org' } }, idempotencyKey: null };
    const archive = (archived: boolean) =>
      issuing.useCases.updateAchievement({ actor, input: { achievementId: achievement.id, changes: { archived } } });
    good(await other.issueCredential({ actor, input }));
    good(await archive(true));
    expect(await other.issueCredential({ actor, input })).toMatchObject({ ok: false, refusal: { code: 'conflict' } });
    good(await archive(false));
    good(await other.issueCredential({ actor, input }));
    good(await archive(true));
    expect(await other.issueCredential({ actor, input })).toMatchObject({ ok: false, refusal: { code: 'conflict' } });
  });
});
