import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { good, type Issuing, makeTenant, startIssuing, type Tenant, testProcess } from '../issuing/issuing.fixture.js';
import { hookOf, issueBadges, type Receiver, startReceiver } from '../issuing/webhooks/receiver.fixture.js';
import { startDeliveries } from './start-deliveries.js';

let issuing: Issuing;
let tenants = 0;
const ends: (() => Promise<void>)[] = [];
beforeAll(async () => {
  issuing = await startIssuing();
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(() => issuing.close());

async function tenant(): Promise<Tenant> {
  tenants += 1;
  return makeTenant(issuing, `acme-${tenants}`);
}

async function receiver(): Promise<Receiver> {
  const started = await startReceiver();
  ends.push(started.close);
  return started;
}

/** A process that delivers, on the database of the test. */
function deliver(): { stop(): Promise<void> } {
  const process = testProcess(issuing.database.pool);
  const loop = startDeliveries({
    due: (limit) => process.store.serving.due(new Date(), limit),
    serve: process.useCases.serveWebhook,
    onError: (error) => console.error(error),
    poll: 20,
  });
  ends.push(async () => {
    await loop.stop();
    await process.close();
  });
  return loop;
}

it('two processes send each event once, and of each badge in order', async () => {
  const acme = await tenant();
  const target = await receiver();
  await hookOf(issuing, acme, { url: target.url });
  deliver();
  deliver();
  const badges = await issueBadges(issuing, acme, 20);
  for (const credentialId of badges) {
    good(await issuing.useCases.suspendCredential({ actor: acme.actor, input: { credentialId } }));
    good(await issuing.useCases.resumeCredential({ actor: acme.actor, input: { credentialId } }));
  }
  await target.got(60);
  expect(new Set(target.received.map(({ id }) => id)).size).toBe(60);
  for (const badge of badges) {
    const types = target.received.filter(({ credentialId }) => credentialId === badge).map(({ type }) => type);
    expect(types).toEqual(['credential.issued', 'credential.suspended', 'credential.resumed']);
  }
});

it('receivers that hang, of one issuer and of others, hold up nobody else', async () => {
  const [slow, quick] = [await tenant(), await tenant()];
  const hanging = await receiver();
  hanging.answer = () => undefined;
  for (let n = 0; n < 8; n += 1) await hookOf(issuing, slow, { url: hanging.url });
  const target = await receiver();
  await hookOf(issuing, quick, { url: target.url });
  await issueBadges(issuing, slow, 20);
  deliver();
  await hanging.got(4);
  const begun = performance.now();
  await issueBadges(issuing, quick, 5);
  await target.got(5);
  expect(performance.now() - begun).toBeLessThan(5000);
  // Four webhooks of one issuer at a time, and eight messages to each.
  expect(hanging.received.length).toBeLessThanOrEqual(32);
});

it('a deleted webhook gets nothing more, and what hangs is broken off', async () => {
  const acme = await tenant();
  const target = await receiver();
  let [began, brokenOff]: [() => void, () => void] = [() => undefined, () => undefined];
  const [hangs, broken] = [new Promise<void>((resolve) => (began = resolve)), new Promise<void>((resolve) => (brokenOff = resolve))];
  target.answer = (_, response) => {
    response.once('close', brokenOff);
    began();
  };
  const hook = await hookOf(issuing, acme, { url: target.url });
  await issueBadges(issuing, acme, 1);
  deliver();
  await hangs;
  const begun = performance.now();
  good(await issuing.useCases.deleteWebhook({ actor: acme.actor, input: hook.id }));
  await broken;
  expect(performance.now() - begun).toBeLessThan(5000);
  target.answer = 200;
  const other = await receiver();
  await hookOf(issuing, acme, { url: other.url });
  await issueBadges(issuing, acme, 2);
  await other.got(2);
  expect(target.received).toHaveLength(1);
});

it('what a process had begun when it died is sent by another when its lease has ended', async () => {
  const acme = await tenant();
  const target = await receiver();
  const hook = await hookOf(issuing, acme, { url: target.url });
  await issueBadges(issuing, acme, 3);
  const key = { issuerId: acme.issuer.id, webhookId: hook.id };
  const dead = '6a3d9a0e-4b0e-4b6c-8a3f-0d6a6c1b2e3f';
  expect(await issuing.store.serving.claim(key, dead, new Date(), new Date(Date.now() + 1000))).not.toBeNull();
  const taken = () => issuing.store.transaction((tx) => tx.serving.takeEvents(key, dead, new Date(), 10));
  while ((await taken()) === 0);
  const begun = Date.now();
  deliver();
  await target.got(3);
  expect(Date.now() - begun).toBeGreaterThan(500);
  expect(new Set(target.received.map(({ id }) => id)).size).toBe(3);
});
