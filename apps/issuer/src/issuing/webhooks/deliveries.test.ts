import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { good } from '../issuing.fixture.js';
import { issueBadges, type Received, serveUntil } from './receiver.fixture.js';
import { isSignedBy, WebhookStage } from './webhook-stage.fixture.js';

const stage = new WebhookStage();
beforeAll(() => stage.open());
afterAll(() => stage.issuing.close());
beforeEach(() => stage.begin());
afterEach(() => stage.receiver.close());

describe('the secret of a webhook', () => {
  it('of before a rotation signs too for a day, and then no more', async () => {
    const hook = await stage.make();
    const { secret, secrets } = good(await stage.issuing.useCases.rotateWebhookSecret({ actor: stage.tenant.actor, input: hook.id }));
    expect(secrets).toHaveLength(2);
    const [badge = ''] = await issueBadges(stage.issuing, stage.tenant, 1);
    await serveUntil(stage.issuing.useCases, hook, () => stage.receiver.received.length > 0);
    const opens = ({ body, headers }: Received, text: string): boolean => {
      try {
        return new Webhook(text).verify(body, headers as Record<string, string>) !== undefined;
      } catch {
        return false;
      }
    };
    expect([secret, hook.secret].map((text) => opens(stage.receiver.received[0]!, text))).toEqual([true, true]);
    expect(secrets.every(({ publicKey }) => isSignedBy(publicKey, stage.receiver.received[0]!))).toBe(true);
    stage.ahead = 24 * 3_600_000 + 1000;
    await stage.suspend(badge);
    await serveUntil(stage.later, hook, () => stage.receiver.received.length > 1);
    // The library takes no message from the future.
    const signatures = String(stage.receiver.received[1]!.headers['webhook-signature']).split(' ');
    expect(signatures.map((one) => one.slice(0, one.indexOf(',')))).toEqual(['v1', 'v1a']);
    expect(secrets.map(({ publicKey }) => isSignedBy(publicKey, stage.receiver.received[1]!))).toEqual([true, false]);
  });

  it('is sealed in the database under the keyring, and bound to its webhook', async () => {
    const hook = await stage.make();
    const { rows } = await stage.issuing.database.pool.query('SELECT s::text AS row FROM webhook_secret s WHERE webhook_id = $1', [
      hook.id,
    ]);
    const raw = hook.secret.replace('whsec_', '');
    for (const form of [raw, Buffer.from(raw, 'base64').toString('base64url'), Buffer.from(raw, 'base64').toString('hex')]) {
      expect(rows[0].row).not.toContain(form);
    }
    const other = await stage.make();
    await stage.issuing.database.pool.query(
      'UPDATE webhook_secret s SET sealed = o.sealed FROM webhook_secret o WHERE s.webhook_id = $1 AND o.webhook_id = $2',
      [other.id, hook.id],
    );
    await issueBadges(stage.issuing, stage.tenant, 1);
    await serveUntil(stage.issuing.useCases, other, async () => (await stage.read(other)).disabledAt !== null);
    expect((await stage.read(other)).disabledReason).toBe('secret-lost');
  });
});

describe('what was sent', () => {
  it('is sent again, one event or all since a time, with the id that it had', async () => {
    const hook = await stage.make();
    const [first = ''] = await issueBadges(stage.issuing, stage.tenant, 1);
    const since = new Date();
    await stage.suspend(first);
    await stage.suspend(first, 'resumeCredential');
    await serveUntil(
      stage.issuing.useCases,
      hook,
      async () => stage.receiver.received.length >= 3 && !(await stage.states(hook)).includes('waiting'),
    );
    const [one, two, three] = stage.receiver.received.map(({ id }) => id);
    const replayed = await stage.issuing.useCases.replayDelivery({
      actor: stage.tenant.actor,
      input: { webhookId: hook.id, deliveryId: two! },
    });
    expect(good(replayed)).toMatchObject({ state: 'waiting', attempts: 0 });
    await serveUntil(
      stage.issuing.useCases,
      hook,
      async () => stage.receiver.received.length >= 4 && !(await stage.states(hook)).includes('waiting'),
    );
    await stage.issuing.useCases.replayWebhook({ actor: stage.tenant.actor, input: { webhookId: hook.id, since: since.toISOString() } });
    await serveUntil(
      stage.issuing.useCases,
      hook,
      async () => stage.receiver.received.length >= 6 && !(await stage.states(hook)).includes('waiting'),
    );
    await stage.issuing.useCases.replayWebhook({ actor: stage.tenant.actor, input: { webhookId: hook.id, since: '2000-01-01T00:00:00Z' } });
    await serveUntil(
      stage.issuing.useCases,
      hook,
      async () => stage.receiver.received.length >= 9 && !(await stage.states(hook)).includes('waiting'),
    );
    expect(stage.receiver.received.map(({ id }) => id)).toEqual([one, two, three, two, two, three, one, two, three]);
  });

  it('is forgotten after its time, what waits is not, and a deleted webhook goes with all of it', async () => {
    const hook = await stage.make();
    const [first = ''] = await issueBadges(stage.issuing, stage.tenant, 1);
    await serveUntil(stage.issuing.useCases, hook, async () => (await stage.states(hook)).includes('delivered'));
    stage.receiver.answer = 500;
    await stage.suspend(first);
    await serveUntil(stage.issuing.useCases, hook, () => stage.receiver.received.length >= 2);
    await stage.issuing.useCases.pruneDeliveries();
    expect(await stage.deliveries(hook)).toHaveLength(2);
    stage.ahead = 31 * 86_400_000;
    await stage.later.pruneDeliveries();
    expect(await stage.states(hook)).toEqual(['waiting']);
    good(await stage.issuing.useCases.deleteWebhook({ actor: stage.tenant.actor, input: hook.id }));
    await stage.issuing.useCases.pruneDeliveries();
    const left = ['webhook', 'webhook_delivery'].map(
      (table) => `SELECT count(*)::int AS n FROM ${table} WHERE issuer_id = '${stage.tenant.issuer.id}'`,
    );
    expect((await stage.issuing.database.pool.query(left.join(' UNION ALL '))).rows).toEqual([{ n: 0 }, { n: 0 }]);
  });

  it('about an erased badge keeps no word of an answer', async () => {
    const hook = await stage.make();
    const [badge = ''] = await issueBadges(stage.issuing, stage.tenant, 1);
    stage.receiver.answer = (_, response) => void response.end('hello ada@example.org');
    await serveUntil(stage.issuing.useCases, hook, async () => (await stage.states(hook)).includes('delivered'));
    expect((await stage.deliveries(hook))[0]?.excerpt).toBe('hello ada@example.org');
    good(await stage.issuing.useCases.eraseCredential({ actor: stage.tenant.actor, input: { credentialId: badge, revoke: true } }));
    expect((await stage.deliveries(hook)).find(({ subject }) => subject === badge)?.excerpt).toBeNull();
  });
});

describe('a test delivery', () => {
  it('is sent at once, is signed, and tells what came back', async () => {
    const hook = await stage.make();
    stage.receiver.answer = (_, response) => void response.writeHead(202).end('thanks');
    const sent = good(await stage.issuing.useCases.testWebhook({ actor: stage.tenant.actor, input: hook.id }));
    expect(sent).toMatchObject({ type: 'webhook.test', state: 'delivered', status: 202, excerpt: 'thanks' });
    const [{ body, headers } = expect.fail()] = stage.receiver.received;
    expect(new Webhook(hook.secret).verify(body, headers as Record<string, string>)).toMatchObject({
      id: sent.eventId,
      type: 'webhook.test',
    });
    await stage.receiver.close();
    expect(good(await stage.issuing.useCases.testWebhook({ actor: stage.tenant.actor, input: hook.id }))).toMatchObject({
      state: 'failed',
      failure: 'unreachable',
      status: null,
    });
    expect(await stage.states(hook)).toEqual(['failed', 'delivered']);
  });
});
