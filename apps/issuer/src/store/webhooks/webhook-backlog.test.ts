import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { issueBadges, serveUntil } from '../../issuing/webhooks/receiver.fixture.js';
import { WebhookStage } from '../../issuing/webhooks/webhook-stage.fixture.js';
import { kyselyOver } from '../postgres-store.js';
import { type WebhookBacklog, webhookBacklog } from './webhook-backlog.js';

const stage = new WebhookStage();
beforeAll(() => stage.open());
beforeEach(() => stage.begin());
afterAll(async () => {
  await stage.receiver.close();
  await stage.issuing.close();
});

const backlog = (seconds = 0): Promise<WebhookBacklog> =>
  webhookBacklog(kyselyOver(stage.issuing.database.pool), new Date(Date.now() + seconds * 1000));

it('tells how old the oldest event is that no webhook has taken, and how many deliveries wait', async () => {
  const before = await backlog();
  const hook = await stage.make();
  await issueBadges(stage.issuing, stage.tenant, 3);
  const behind = await backlog(60);
  expect(behind.enabled).toBe(before.enabled + 1);
  expect(behind.outboxLagSeconds).toBeGreaterThanOrEqual(60);
  expect(behind.outboxLagSeconds).toBeLessThan(120);

  stage.receiver.answer = 500;
  // Events of three transactions are handed out as these become visible, so not all at once.
  await serveUntil(
    stage.issuing.useCases,
    hook,
    async () => (await backlog()).waiting === before.waiting + 3 && stage.receiver.received.length > 0,
  );
  const failing = await backlog(60);
  expect(failing).toMatchObject({ failing: before.failing + 1, waiting: before.waiting + 3, outboxLagSeconds: 0 });
});

it('leaves out what a webhook was not sent that was stopped', async () => {
  const before = await backlog();
  const hook = await stage.make();
  await issueBadges(stage.issuing, stage.tenant, 1);
  const input = { webhookId: hook.webhook.id, changes: { enabled: false } };
  await stage.issuing.useCases.updateWebhook({ actor: stage.tenant.actor, input });
  expect(await backlog()).toEqual(before);
});
