import { setTimeout as wait } from 'node:timers/promises';
import { nameOf } from '../load/ledger.mjs';
import { expireJobs, orderRegular } from '../load/order-jobs.mjs';

/** How long what waits may take until it is done, and after how long a job that was taken counts as one whose process died, in milliseconds. */
const PATIENCE = 60_000;
const LEFT = 10_000;
const PAUSE = 250;

/** What must not be left once the workers have done what waited for them. Each statement lists what is. */
const LEFT_OVER = [
  [
    'a job that waits',
    "SELECT name || ' ' || data AS id FROM pgboss.job WHERE name IN ('recheck-work', 'archive-work') AND state < 'completed'",
  ],
  ['an entry of the audit log without its place in the chain', 'SELECT id FROM audit_entry WHERE seq IS NULL'],
  ['an entry that is not in the record of what was issued', 'SELECT id FROM record_entry'],
  ['a badge that is not in the record of what was issued', 'SELECT id FROM credential WHERE record_salt IS NULL'],
];

/** What was queued is done in the end, however many workers were killed over it, and what it tells is told once. */
export async function checkJobs(world) {
  const { stage, ledger } = world;
  const begun = performance.now();
  let expired = begun;
  let found = await faults(world);
  while (found.length > 0 && performance.now() - begun < PATIENCE) {
    await wait(PAUSE);
    if (performance.now() - expired > LEFT) {
      await expireJobs(stage);
      expired = performance.now();
    }
    await orderRegular(stage);
    found = await faults(world);
  }
  for (const fault of found) ledger.fail('lost', fault);
  const failed = await stage.query("SELECT name || ' ' || data AS id FROM pgboss.job WHERE name = 'recheck-work' AND state = 'failed'");
  for (const { id } of failed) ledger.fail('lost', `a job was given up: ${id}`);
}

async function faults({ stage, ledger }) {
  const found = [];
  for (const [what, statement] of LEFT_OVER) {
    for (const { id } of await stage.query(statement)) found.push(`${what}: ${id}`);
  }
  for (const intent of ledger.acknowledged) {
    if (intent.work === null || intent.work.changed !== ledger.round()) continue;
    const fault = await faultOfLooks(stage, intent);
    if (fault !== null) found.push(`${nameOf(intent)}: ${fault}`);
  }
  return found;
}

/** Each change of the work was seen, and told once. */
async function faultOfLooks({ query, work }, { badge, work: { url, changes } }) {
  const [look] = await query('SELECT same_bytes FROM work_look WHERE credential_id = $1 ORDER BY seq DESC LIMIT 1', [badge.id]);
  const expected = work.isChanged(url) ? 'changed' : 'matches';
  if (look?.same_bytes !== expected) return `the last look at its work says ${look?.same_bytes}, and not ${expected}`;
  const [{ told }] = await query("SELECT count(*)::int AS told FROM api_event WHERE credential_id = $1 AND type = 'evidence.changed'", [
    badge.id,
  ]);
  return told === changes ? null : `its work became another ${changes} times, which was told ${told} times`;
}
