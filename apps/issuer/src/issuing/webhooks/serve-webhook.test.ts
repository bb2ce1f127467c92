import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { good } from '../issuing.fixture.js';
import { hookOf, issueBadges, serveUntil, startReceiver } from './receiver.fixture.js';
import { RETRIES } from './schedule.js';
import { isSignedBy, WebhookStage } from './webhook-stage.fixture.js';

const stage = new WebhookStage();
beforeAll(() => stage.open());
afterAll(() => stage.issuing.close());
beforeEach(() => stage.begin());
afterEach(() => stage.receiver.close());

describe('a webhook', () => {
  it('is sent what happens from its making on, in order and signed in both ways', async () => {
    const events = async () =>
      good(
        await stage.issuing.useCases.listEvents({
          actor: stage.tenant.actor,
          input: { issuerId: null, after: null, type: null, limit: 10 },
        }),
      );
    await issueBadges(stage.issuing, stage.tenant, 1);
    // Behind every transaction that runs, also of other tests on this server. Of what is not, it may be sent, too.
    await expect.poll(async () => (await events()).length, { timeout: 60_000 }).toBe(1);
    const hook = await stage.make();
    const [badge = ''] = await issueBadges(stage.issuing, stage.tenant, 1);
    await stage.suspend(badge);
    await serveUntil(stage.issuing.useCases, hook, () => stage.receiver.received.length >= 2);
    expect(stage.came()).toEqual([`credential.issued ${badge}`, `credential.suspended ${badge}`]);
    const listed = await events();
    for (const [index, message] of stage.receiver.received.entries()) {
      const event = listed[index + 1]!;
      expect(JSON.parse(message.body)).toEqual({
        id: event.id,
        type: event.type,
        timestamp: event.at.toISOString(),
        data: { issuerId: stage.tenant.issuer.id, credentialId: badge },
      });
      expect(message.headers).toMatchObject({ 'webhook-id': event.id, 'content-type': 'application/json' });
      expect(new Webhook(hook.secret).verify(message.body, message.headers as Record<string, string>)).toEqual(JSON.parse(message.body));
      expect(isSignedBy(hook.secrets[0]!.publicKey, message)).toBe(true);
      expect(isSignedBy(hook.secrets[0]!.publicKey, { ...message, body: `${message.body} ` })).toBe(false);
    }
    await serveUntil(stage.issuing.useCases, hook, async () => !(await stage.states(hook)).includes('waiting'));
    expect(await stage.deliveries(hook)).toMatchObject([
      { type: 'credential.suspended', state: 'delivered', attempts: 1, status: 204, failure: null, excerpt: null },
      { type: 'credential.issued', state: 'delivered', attempts: 1, status: 204 },
    ]);
    expect((await stage.read(hook)).lastDeliveredAt).not.toBeNull();
  });

  it('is sent only the types that it wants', async () => {
    const hook = await stage.make({ eventTypes: ['credential.suspended'] });
    const [badge = ''] = await issueBadges(stage.issuing, stage.tenant, 1);
    await stage.suspend(badge);
    await serveUntil(stage.issuing.useCases, hook, () => stage.receiver.received.length > 0);
    expect([stage.came(), (await stage.deliveries(hook)).length]).toEqual([[`credential.suspended ${badge}`], 1]);
  });

  it('has the events of one badge in order, and those of others meanwhile', async () => {
    const hook = await stage.make();
    const [stuck = '', other = ''] = await issueBadges(stage.issuing, stage.tenant, 2);
    for (const badge of [stuck, other]) await stage.suspend(badge);
    stage.receiver.answer = ({ credentialId }, response) => void response.writeHead(credentialId === stuck ? 500 : 200).end();
    await serveUntil(stage.issuing.useCases, hook, () => stage.came().includes(`credential.suspended ${other}`));
    expect(stage.came()).not.toContain(`credential.suspended ${stuck}`);
    stage.receiver.answer = 200;
    stage.ahead = 2 * RETRIES[0]!;
    await serveUntil(stage.later, hook, () => stage.came().includes(`credential.suspended ${stuck}`));
    expect(
      stage
        .came()
        .filter((one) => one.endsWith(stuck))
        .slice(-2),
    ).toEqual([`credential.issued ${stuck}`, `credential.suspended ${stuck}`]);
  });

  it('that fails is tried again and again with longer pauses, and disabled after three days with a notice', async () => {
    const second = await startReceiver();
    const told = await hookOf(stage.issuing, stage.tenant, { url: second.url, eventTypes: ['webhook.disabled'] });
    const hook = await stage.make();
    await issueBadges(stage.issuing, stage.tenant, 1);
    stage.receiver.answer = 500;
    const pauses: number[] = [];
    await serveUntil(stage.later, hook, () => stage.receiver.received.length > 0);
    for (let tries = 1; (await stage.read(hook)).disabledAt === null; tries += 1) {
      const [{ nextAt, attemptedAt, attempts, state } = expect.fail()] = await stage.deliveries(hook);
      expect([attempts, state]).toEqual([tries, 'waiting']);
      pauses.push(nextAt.getTime() - attemptedAt!.getTime());
      stage.ahead = nextAt.getTime() - Date.now() - 1000;
      await stage.later.serveWebhook({ issuerId: stage.tenant.issuer.id, webhookId: hook.id }, new AbortController().signal);
      expect(stage.receiver.received).toHaveLength(tries);
      stage.ahead += 2000;
      await serveUntil(stage.later, hook, () => stage.receiver.received.length > tries);
    }
    expect(pauses.map((pause, n) => Math.abs(pause / RETRIES[n]! - 1) < 0.15)).toEqual(pauses.map(() => true));
    expect(pauses.reduce((sum, pause) => sum + pause) / 3_600_000).toBeGreaterThan(60);
    expect(new Set(stage.receiver.received.map(({ id }) => id)).size).toBe(1);
    expect(await stage.read(hook)).toMatchObject({ disabledReason: 'failing' });
    await serveUntil(stage.later, told, () => second.received.length > 0);
    expect(JSON.parse(second.received[0]!.body).data).toEqual({ issuerId: stage.tenant.issuer.id, webhookId: hook.id, reason: 'failing' });
    const { rows } = await stage.issuing.database.pool.query(
      "SELECT * FROM audit_entry WHERE object_id = $1 AND action = 'webhook.disabled'",
      [hook.id],
    );
    expect(rows).toMatchObject([{ actor: 'service', details: { reason: 'failing' } }]);
    await second.close();
  });

  it('goes on where it stopped when it is enabled again, and loses nothing', async () => {
    const hook = await stage.make();
    const set = async (enabled: boolean) =>
      good(await stage.issuing.useCases.updateWebhook({ actor: stage.tenant.actor, input: { webhookId: hook.id, changes: { enabled } } }));
    expect((await set(false)).webhook.disabledReason).toBe('paused');
    const badges = await issueBadges(stage.issuing, stage.tenant, 3);
    const key = { issuerId: stage.tenant.issuer.id, webhookId: hook.id };
    expect(await stage.issuing.useCases.serveWebhook(key, new AbortController().signal)).toBe(false);
    expect((await set(true)).webhook).toMatchObject({ disabledAt: null, disabledReason: null });
    await serveUntil(stage.issuing.useCases, hook, () => stage.receiver.received.length >= 3);
    expect([...stage.came()].sort()).toEqual(badges.map((id) => `credential.issued ${id}`).sort());
  });

  it('that answers 410 is disabled at once', async () => {
    const hook = await stage.make();
    await issueBadges(stage.issuing, stage.tenant, 20);
    stage.receiver.answer = 410;
    await serveUntil(stage.issuing.useCases, hook, async () => (await stage.read(hook)).disabledAt !== null);
    expect((await stage.read(hook)).disabledReason).toBe('gone');
    // Those that were on their way with the first.
    expect(stage.receiver.received.length).toBeLessThanOrEqual(8);
  });

  it('is not followed where it redirects to', async () => {
    const hook = await stage.make();
    await issueBadges(stage.issuing, stage.tenant, 1);
    const inside = await startReceiver();
    stage.receiver.answer = (_, response) => void response.writeHead(307, { location: inside.url }).end();
    await serveUntil(stage.issuing.useCases, hook, () => stage.receiver.received.length > 0);
    await serveUntil(stage.issuing.useCases, hook, async () => (await stage.deliveries(hook))[0]?.status === 307);
    expect(await stage.deliveries(hook)).toMatchObject([{ state: 'waiting', failure: 'redirect' }]);
    expect(inside.received).toEqual([]);
    await inside.close();
  });

  it.each([1, 24])('is served at once after the clock was set back by %i hours, also what a dead process had in hand', async (hours) => {
    const { issuing, tenant, receiver } = stage;
    const hook = await stage.make();
    stage.ahead = hours * 3_600_000;
    const [failed = ''] = await issueBadges(issuing, tenant, 1);
    receiver.answer = 500;
    await serveUntil(stage.later, hook, () => receiver.received.length > 0);
    // A process that took its lease and died.
    const now = new Date(Date.now() + stage.ahead);
    const key = { issuerId: tenant.issuer.id, webhookId: hook.id };
    await issuing.database.pool.query('UPDATE webhook SET lease = NULL, lease_until = NULL WHERE id = $1', [hook.id]);
    expect(await issuing.store.serving.claim(key, tenant.issuer.id, now, new Date(now.getTime() + 15_000))).not.toBeNull();
    const [untried = ''] = await issueBadges(issuing, tenant, 1);
    receiver.answer = 204;
    stage.ahead = 0;
    const came = () => receiver.received.slice(1).map(({ credentialId }) => credentialId);
    for (let looks = 0; came().length < 2 && looks < 1000; looks += 1) {
      const due = await issuing.useCases.dueWebhooks(1000);
      if (due.some(({ webhookId }) => webhookId === hook.id)) await issuing.useCases.serveWebhook(key, new AbortController().signal);
    }
    expect(came().sort()).toEqual([failed, untried].sort());
  });

  it('is left alone as long as it asks for', async () => {
    const hook = await stage.make();
    await issueBadges(stage.issuing, stage.tenant, 1);
    stage.receiver.answer = (_, response) => void response.writeHead(429, { 'retry-after': '600' }).end('slow down');
    await serveUntil(stage.issuing.useCases, hook, async () => (await stage.deliveries(hook))[0]?.status === 429);
    const [{ nextAt, excerpt } = expect.fail()] = await stage.deliveries(hook);
    expect([excerpt, nextAt.getTime() - Date.now() > 590_000]).toEqual(['slow down', true]);
    const due = async (seconds: number) =>
      (await stage.issuing.store.serving.due(new Date(Date.now() + seconds * 1000), 1000)).map((one) => one.webhookId);
    expect([(await due(300)).includes(hook.id), (await due(700)).includes(hook.id)]).toEqual([false, true]);
  });

  it('shows the beginning of what came back in one line', async () => {
    const hook = await stage.make();
    await issueBadges(stage.issuing, stage.tenant, 1);
    stage.receiver.answer = (_, response) => void response.writeHead(500).end(`<h1>\n\u0000Error\u202e</h1>${'x'.repeat(10_000)}`);
    await serveUntil(stage.issuing.useCases, hook, async () => (await stage.deliveries(hook))[0]?.status === 500);
    const [{ excerpt } = expect.fail()] = await stage.deliveries(hook);
    expect([excerpt?.slice(0, 18), excerpt?.length]).toEqual(['<h1> Error </h1>xx', 500]);
  });

  it('whose secret cannot be read any more is disabled, and works again with a new one', async () => {
    const hook = await stage.make();
    await issueBadges(stage.issuing, stage.tenant, 1);
    await stage.issuing.database.pool.query('DELETE FROM webhook_secret WHERE webhook_id = $1', [hook.id]);
    await serveUntil(stage.issuing.useCases, hook, async () => (await stage.read(hook)).disabledAt !== null);
    expect((await stage.read(hook)).disabledReason).toBe('secret-lost');
    const { secret } = good(await stage.issuing.useCases.rotateWebhookSecret({ actor: stage.tenant.actor, input: hook.id }));
    good(
      await stage.issuing.useCases.updateWebhook({ actor: stage.tenant.actor, input: { webhookId: hook.id, changes: { enabled: true } } }),
    );
    await serveUntil(stage.issuing.useCases, hook, () => stage.receiver.received.length > 0);
    const [{ body, headers } = expect.fail()] = stage.receiver.received;
    expect(() => new Webhook(secret).verify(body, headers as Record<string, string>)).not.toThrow();
  });
});
