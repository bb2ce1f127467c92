import { createPublicKey, verify } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import type { UseCases } from '../use-cases.js';
import type { WebhookMade } from './create-webhook.js';
import { hookOf, issueBadges, type Received, type Receiver, serveUntil, startReceiver } from './receiver.fixture.js';
import { RETRIES } from './schedule.js';

let issuing: Issuing;
let tenant: Tenant;
let receiver: Receiver;
let tenants = 0;
/** Milliseconds by which the clock of `later` is ahead. */
let ahead = 0;
let later: UseCases;
beforeAll(async () => {
  issuing = await startIssuing();
  later = issuing.with({ clock: { now: () => new Date(Date.now() + ahead) } });
});
afterAll(() => issuing.close());
beforeEach(async () => {
  ahead = 0;
  tenants += 1;
  tenant = await makeTenant(issuing, `acme-${tenants}`);
  receiver = await startReceiver();
});
afterEach(() => receiver.close());

const make = (more: object = {}) => hookOf(issuing, tenant, { url: receiver.url, ...more });
const deliveries = async (hook: WebhookMade) => {
  const page = { limit: 100, after: null };
  return good(await issuing.useCases.listDeliveries({ actor: tenant.actor, input: { webhookId: hook.id, state: null, page } }));
};
const states = async (hook: WebhookMade) => (await deliveries(hook)).map(({ state }) => state);
const read = async (hook: WebhookMade) => good(await issuing.useCases.getWebhook({ actor: tenant.actor, input: hook.id }));
const suspend = async (credentialId: string, act: 'suspendCredential' | 'resumeCredential' = 'suspendCredential') =>
  good(await issuing.useCases[act]({ actor: tenant.actor, input: { credentialId } }));
const came = () => receiver.received.map(({ type, credentialId }) => `${type} ${credentialId}`);

/** Whether one of the `v1a` signatures is by this public key (Standard Webhooks 1.0). */
function isSignedBy(publicKey: string, { headers, body, id }: Received): boolean {
  const x = Buffer.from(publicKey.replace('whpk_', ''), 'base64').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const message = Buffer.from(`${id}.${String(headers['webhook-timestamp'])}.${body}`);
  const signatures = String(headers['webhook-signature']).split(' ');
  return signatures.some((one) => one.startsWith('v1a,') && verify(null, message, key, Buffer.from(one.slice(4), 'base64')));
}

describe('a webhook', () => {
  it('is sent what happens from its making on, in order and signed in both ways', async () => {
    await issueBadges(issuing, tenant, 1);
    const hook = await make();
    const [badge = ''] = await issueBadges(issuing, tenant, 1);
    await suspend(badge);
    await serveUntil(issuing.useCases, hook, () => receiver.received.length >= 2);
    expect(came()).toEqual([`credential.issued ${badge}`, `credential.suspended ${badge}`]);
    const events = good(
      await issuing.useCases.listEvents({ actor: tenant.actor, input: { issuerId: null, after: null, type: null, limit: 10 } }),
    );
    for (const [index, message] of receiver.received.entries()) {
      const event = events[index + 1]!;
      expect(JSON.parse(message.body)).toEqual({
        id: event.id,
        type: event.type,
        timestamp: event.at.toISOString(),
        data: { issuerId: tenant.issuer.id, credentialId: badge },
      });
      expect(message.headers).toMatchObject({ 'webhook-id': event.id, 'content-type': 'application/json' });
      expect(new Webhook(hook.secret).verify(message.body, message.headers as Record<string, string>)).toEqual(JSON.parse(message.body));
      expect(isSignedBy(hook.secrets[0]!.publicKey, message)).toBe(true);
      expect(isSignedBy(hook.secrets[0]!.publicKey, { ...message, body: `${message.body} ` })).toBe(false);
    }
    await serveUntil(issuing.useCases, hook, async () => !(await states(hook)).includes('waiting'));
    expect(await deliveries(hook)).toMatchObject([
      { type: 'credential.suspended', state: 'delivered', attempts: 1, status: 204, failure: null, excerpt: null },
      { type: 'credential.issued', state: 'delivered', attempts: 1, status: 204 },
    ]);
    expect((await read(hook)).webhook.lastDeliveredAt).not.toBeNull();
  });

  it('is sent only the types that it wants', async () => {
    const hook = await make({ eventTypes: ['credential.suspended'] });
    const [badge = ''] = await issueBadges(issuing, tenant, 1);
    await suspend(badge);
    await serveUntil(issuing.useCases, hook, () => receiver.received.length > 0);
    expect([came(), (await deliveries(hook)).length]).toEqual([[`credential.suspended ${badge}`], 1]);
  });

  it('has the events of one badge in order, and those of others meanwhile', async () => {
    const hook = await make();
    const [stuck = '', other = ''] = await issueBadges(issuing, tenant, 2);
    for (const badge of [stuck, other]) await suspend(badge);
    receiver.answer = ({ credentialId }, response) => void response.writeHead(credentialId === stuck ? 500 : 200).end();
    await serveUntil(issuing.useCases, hook, () => came().includes(`credential.suspended ${other}`));
    expect(came()).not.toContain(`credential.suspended ${stuck}`);
    receiver.answer = 200;
    ahead = 2 * RETRIES[0]!;
    await serveUntil(later, hook, () => came().includes(`credential.suspended ${stuck}`));
    expect(
      came()
        .filter((one) => one.endsWith(stuck))
        .slice(-2),
    ).toEqual([`credential.issued ${stuck}`, `credential.suspended ${stuck}`]);
  });

  it('that fails is tried again and again with longer pauses, and disabled after three days with a notice', async () => {
    const second = await startReceiver();
    const told = await hookOf(issuing, tenant, { url: second.url, eventTypes: ['webhook.disabled'] });
    const hook = await make();
    await issueBadges(issuing, tenant, 1);
    receiver.answer = 500;
    const pauses: number[] = [];
    await serveUntil(later, hook, () => receiver.received.length > 0);
    for (let tries = 1; (await read(hook)).webhook.disabledAt === null; tries += 1) {
      const [{ nextAt, attemptedAt, attempts, state } = expect.fail()] = await deliveries(hook);
      expect([attempts, state]).toEqual([tries, 'waiting']);
      pauses.push(nextAt.getTime() - attemptedAt!.getTime());
      ahead = nextAt.getTime() - Date.now() - 1000;
      await later.serveWebhook({ issuerId: tenant.issuer.id, webhookId: hook.id }, new AbortController().signal);
      expect(receiver.received).toHaveLength(tries);
      ahead += 2000;
      await serveUntil(later, hook, () => receiver.received.length > tries);
    }
    expect(pauses.map((pause, n) => Math.abs(pause / RETRIES[n]! - 1) < 0.15)).toEqual(pauses.map(() => true));
    expect(pauses.reduce((sum, pause) => sum + pause) / 3_600_000).toBeGreaterThan(60);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
    expect((await read(hook)).webhook).toMatchObject({ disabledReason: 'failing' });
    await serveUntil(later, told, () => second.received.length > 0);
    expect(JSON.parse(second.received[0]!.body).data).toEqual({ issuerId: tenant.issuer.id, webhookId: hook.id, reason: 'failing' });
    const { rows } = await issuing.database.pool.query("SELECT * FROM audit_entry WHERE object_id = $1 AND action = 'webhook.disabled'", [
      hook.id,
    ]);
    expect(rows).toMatchObject([{ actor: 'service', details: { reason: 'failing' } }]);
    await second.close();
  });

  it('goes on where it stopped when it is enabled again, and loses nothing', async () => {
    const hook = await make();
    const set = async (enabled: boolean) =>
      good(await issuing.useCases.updateWebhook({ actor: tenant.actor, input: { webhookId: hook.id, changes: { enabled } } }));
    expect((await set(false)).webhook.disabledReason).toBe('paused');
    const badges = await issueBadges(issuing, tenant, 3);
    const key = { issuerId: tenant.issuer.id, webhookId: hook.id };
    expect(await issuing.useCases.serveWebhook(key, new AbortController().signal)).toBe(false);
    expect((await set(true)).webhook).toMatchObject({ disabledAt: null, disabledReason: null });
    await serveUntil(issuing.useCases, hook, () => receiver.received.length >= 3);
    expect(came().sort()).toEqual(badges.map((id) => `credential.issued ${id}`).sort());
  });

  it('that answers 410 is disabled at once', async () => {
    const hook = await make();
    await issueBadges(issuing, tenant, 20);
    receiver.answer = 410;
    await serveUntil(issuing.useCases, hook, async () => (await read(hook)).webhook.disabledAt !== null);
    expect((await read(hook)).webhook.disabledReason).toBe('gone');
    // Those that were on their way with the first.
    expect(receiver.received.length).toBeLessThanOrEqual(8);
  });

  it('is not followed where it redirects to', async () => {
    const hook = await make();
    await issueBadges(issuing, tenant, 1);
    const inside = await startReceiver();
    receiver.answer = (_, response) => void response.writeHead(307, { location: inside.url }).end();
    await serveUntil(issuing.useCases, hook, () => receiver.received.length > 0);
    await serveUntil(issuing.useCases, hook, async () => (await deliveries(hook))[0]?.status === 307);
    expect(await deliveries(hook)).toMatchObject([{ state: 'waiting', failure: 'redirect' }]);
    expect(inside.received).toEqual([]);
    await inside.close();
  });

  it('is left alone as long as it asks for', async () => {
    const hook = await make();
    await issueBadges(issuing, tenant, 1);
    receiver.answer = (_, response) => void response.writeHead(429, { 'retry-after': '600' }).end('slow down');
    await serveUntil(issuing.useCases, hook, async () => (await deliveries(hook))[0]?.status === 429);
    const [{ nextAt, excerpt } = expect.fail()] = await deliveries(hook);
    expect([excerpt, nextAt.getTime() - Date.now() > 590_000]).toEqual(['slow down', true]);
    const due = async (seconds: number) =>
      (await issuing.store.serving.due(new Date(Date.now() + seconds * 1000), 1000)).map((one) => one.webhookId);
    expect([(await due(300)).includes(hook.id), (await due(700)).includes(hook.id)]).toEqual([false, true]);
  });

  it('shows the beginning of what came back in one line', async () => {
    const hook = await make();
    await issueBadges(issuing, tenant, 1);
    receiver.answer = (_, response) => void response.writeHead(500).end(`<h1>\n\u0000Error\u202e</h1>${'x'.repeat(10_000)}`);
    await serveUntil(issuing.useCases, hook, async () => (await deliveries(hook))[0]?.status === 500);
    const [{ excerpt } = expect.fail()] = await deliveries(hook);
    expect([excerpt?.slice(0, 18), excerpt?.length]).toEqual(['<h1> Error </h1>xx', 500]);
  });

  it('whose secret cannot be read any more is disabled, and works again with a new one', async () => {
    const hook = await make();
    await issueBadges(issuing, tenant, 1);
    await issuing.database.pool.query('DELETE FROM webhook_secret WHERE webhook_id = $1', [hook.id]);
    await serveUntil(issuing.useCases, hook, async () => (await read(hook)).webhook.disabledAt !== null);
    expect((await read(hook)).webhook.disabledReason).toBe('secret-lost');
    const { secret } = good(await issuing.useCases.rotateWebhookSecret({ actor: tenant.actor, input: hook.id }));
    good(await issuing.useCases.updateWebhook({ actor: tenant.actor, input: { webhookId: hook.id, changes: { enabled: true } } }));
    await serveUntil(issuing.useCases, hook, () => receiver.received.length > 0);
    const [{ body, headers } = expect.fail()] = receiver.received;
    expect(() => new Webhook(secret).verify(body, headers as Record<string, string>)).not.toThrow();
  });
});

describe('the secret of a webhook', () => {
  it('of before a rotation signs too for a day, and then no more', async () => {
    const hook = await make();
    const { secret, secrets } = good(await issuing.useCases.rotateWebhookSecret({ actor: tenant.actor, input: hook.id }));
    expect(secrets).toHaveLength(2);
    const [badge = ''] = await issueBadges(issuing, tenant, 1);
    await serveUntil(issuing.useCases, hook, () => receiver.received.length > 0);
    const opens = ({ body, headers }: Received, text: string): boolean => {
      try {
        return new Webhook(text).verify(body, headers as Record<string, string>) !== undefined;
      } catch {
        return false;
      }
    };
    expect([secret, hook.secret].map((text) => opens(receiver.received[0]!, text))).toEqual([true, true]);
    expect(secrets.every(({ publicKey }) => isSignedBy(publicKey, receiver.received[0]!))).toBe(true);
    ahead = 24 * 3_600_000 + 1000;
    await suspend(badge);
    await serveUntil(later, hook, () => receiver.received.length > 1);
    // The library takes no message from the future.
    const signatures = String(receiver.received[1]!.headers['webhook-signature']).split(' ');
    expect(signatures.map((one) => one.slice(0, one.indexOf(',')))).toEqual(['v1', 'v1a']);
    expect(secrets.map(({ publicKey }) => isSignedBy(publicKey, receiver.received[1]!))).toEqual([true, false]);
  });

  it('is sealed in the database under the keyring, and bound to its webhook', async () => {
    const hook = await make();
    const { rows } = await issuing.database.pool.query('SELECT s::text AS row FROM webhook_secret s WHERE webhook_id = $1', [hook.id]);
    const raw = hook.secret.replace('whsec_', '');
    for (const form of [raw, Buffer.from(raw, 'base64').toString('base64url'), Buffer.from(raw, 'base64').toString('hex')]) {
      expect(rows[0].row).not.toContain(form);
    }
    const other = await make();
    await issuing.database.pool.query(
      'UPDATE webhook_secret s SET sealed = o.sealed FROM webhook_secret o WHERE s.webhook_id = $1 AND o.webhook_id = $2',
      [other.id, hook.id],
    );
    await issueBadges(issuing, tenant, 1);
    await serveUntil(issuing.useCases, other, async () => (await read(other)).webhook.disabledAt !== null);
    expect((await read(other)).webhook.disabledReason).toBe('secret-lost');
  });
});

describe('what was sent', () => {
  it('is sent again, one event or all since a time, with the id that it had', async () => {
    const hook = await make();
    const [first = ''] = await issueBadges(issuing, tenant, 1);
    const since = new Date();
    await suspend(first);
    await suspend(first, 'resumeCredential');
    await serveUntil(issuing.useCases, hook, async () => receiver.received.length >= 3 && !(await states(hook)).includes('waiting'));
    const [one, two, three] = receiver.received.map(({ id }) => id);
    const replayed = await issuing.useCases.replayDelivery({ actor: tenant.actor, input: { webhookId: hook.id, deliveryId: two! } });
    expect(good(replayed)).toMatchObject({ state: 'waiting', attempts: 0 });
    await serveUntil(issuing.useCases, hook, async () => receiver.received.length >= 4 && !(await states(hook)).includes('waiting'));
    await issuing.useCases.replayWebhook({ actor: tenant.actor, input: { webhookId: hook.id, since: since.toISOString() } });
    await serveUntil(issuing.useCases, hook, async () => receiver.received.length >= 6 && !(await states(hook)).includes('waiting'));
    await issuing.useCases.replayWebhook({ actor: tenant.actor, input: { webhookId: hook.id, since: '2000-01-01T00:00:00Z' } });
    await serveUntil(issuing.useCases, hook, async () => receiver.received.length >= 9 && !(await states(hook)).includes('waiting'));
    expect(receiver.received.map(({ id }) => id)).toEqual([one, two, three, two, two, three, one, two, three]);
  });

  it('is forgotten after its time, what waits is not, and a deleted webhook goes with all of it', async () => {
    const hook = await make();
    const [first = ''] = await issueBadges(issuing, tenant, 1);
    await serveUntil(issuing.useCases, hook, async () => (await states(hook)).includes('delivered'));
    receiver.answer = 500;
    await suspend(first);
    await serveUntil(issuing.useCases, hook, () => receiver.received.length >= 2);
    await issuing.useCases.pruneDeliveries();
    expect(await deliveries(hook)).toHaveLength(2);
    ahead = 31 * 86_400_000;
    await later.pruneDeliveries();
    expect(await states(hook)).toEqual(['waiting']);
    good(await issuing.useCases.deleteWebhook({ actor: tenant.actor, input: hook.id }));
    await issuing.useCases.pruneDeliveries();
    const left = ['webhook', 'webhook_delivery'].map(
      (table) => `SELECT count(*)::int AS n FROM ${table} WHERE issuer_id = '${tenant.issuer.id}'`,
    );
    expect((await issuing.database.pool.query(left.join(' UNION ALL '))).rows).toEqual([{ n: 0 }, { n: 0 }]);
  });

  it('about an erased badge keeps no word of an answer', async () => {
    const hook = await make();
    const [badge = ''] = await issueBadges(issuing, tenant, 1);
    receiver.answer = (_, response) => void response.end('hello ada@example.org');
    await serveUntil(issuing.useCases, hook, async () => (await states(hook)).includes('delivered'));
    expect((await deliveries(hook))[0]?.excerpt).toBe('hello ada@example.org');
    good(await issuing.useCases.eraseCredential({ actor: tenant.actor, input: { credentialId: badge, revoke: true } }));
    expect((await deliveries(hook)).find(({ subject }) => subject === badge)?.excerpt).toBeNull();
  });
});

describe('a test delivery', () => {
  it('is sent at once, is signed, and tells what came back', async () => {
    const hook = await make();
    receiver.answer = (_, response) => void response.writeHead(202).end('thanks');
    const sent = good(await issuing.useCases.testWebhook({ actor: tenant.actor, input: hook.id }));
    expect(sent).toMatchObject({ type: 'webhook.test', state: 'delivered', status: 202, excerpt: 'thanks' });
    const [{ body, headers } = expect.fail()] = receiver.received;
    expect(new Webhook(hook.secret).verify(body, headers as Record<string, string>)).toMatchObject({
      id: sent.eventId,
      type: 'webhook.test',
    });
    await receiver.close();
    expect(good(await issuing.useCases.testWebhook({ actor: tenant.actor, input: hook.id }))).toMatchObject({
      state: 'failed',
      failure: 'unreachable',
      status: null,
    });
    expect(await states(hook)).toEqual(['failed', 'delivered']);
  });
});
