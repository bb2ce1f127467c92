import { setTimeout as wait } from 'node:timers/promises';
import { attempt } from '../load/acts.mjs';
import { followEvents } from '../load/follow-events.mjs';
import { orderLooks, orderRegular } from '../load/order-jobs.mjs';
import { attemptJob } from '../load/upload-jobs.mjs';
import { checkAudit } from './audit.mjs';
import { checkBadges } from './badges.mjs';
import { checkEvents } from './events.mjs';
import { checkIntents } from './intents.mjs';
import { checkIssuanceJobs } from './issuance-jobs.mjs';
import { checkJobs } from './jobs.mjs';
import { checkRows } from './rows.mjs';
import { checkStatus } from './status.mjs';

/** For so long another process may serve a list from memory, in milliseconds. */
const IN_MEMORY = 1100;

/**
 * Looks whether everything is as clients were told. All processes are ready and nobody asks for anything.
 *
 * @param all whether everything of all rounds is looked at, or what this round touched and a sample of the rest
 */
export async function checkRound(world, { all, say }) {
  const tenants = all ? [...world.former, ...world.tenants] : world.tenants;
  say('repeating what got no answer');
  world.ledger.checking('the requests');
  await settle(world, tenants);
  for (const [name, check] of [
    ['the jobs that issue many', checkIssuanceJobs],
    ['the rows', checkRows],
    ['the badges', checkBadges],
    ['one badge for each intent', checkIntents],
    ['the status lists', checkStatus],
    ['what is done by workers', checkJobs],
    ['the events', checkEvents],
    ['the audit log', checkAudit],
  ]) {
    say(`checking ${name}`);
    world.ledger.checking(name);
    await check(world, { all, tenants });
  }
}

/**
 * Sends every request with a key again that got no answer. The claims of processes that were killed last two minutes: here they are over at once,
 * as nothing is at work.
 */
async function settle(world, tenants) {
  const { ledger, stage } = world;
  await stage.query("UPDATE idempotency SET lease_until = now() - interval '1 second' WHERE credential_id IS NULL");
  for (const intent of ledger.intents) {
    if (intent.state !== 'open') continue;
    await attempt(world, intent);
    if (intent.state === 'open')
      ledger.fail('lost', `intent ${intent.n} with the key ${intent.key} gets no answer, though nothing else is at work`);
  }
  for (const job of ledger.jobs) {
    if (job.id !== null || job.unknown) continue;
    await attemptJob(world, job);
    if (job.id === null && !job.unknown)
      ledger.fail('lost', `job ${job.n} with the key ${job.key} gets no answer, though nothing else is at work`);
  }
  for (const tenant of tenants) await followEvents(world, tenant);
  // They are done while the rest is looked at.
  const changed = ledger.acknowledged.filter(({ work }) => work !== null && work.changed === ledger.round());
  await orderLooks(
    stage,
    changed.map(({ badge }) => badge.id),
  );
  await orderRegular(stage);
  await wait(IN_MEMORY);
}
