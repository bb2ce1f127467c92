import { setTimeout as wait } from 'node:timers/promises';
import { expireJobs, orderRows } from '../load/order-jobs.mjs';
import { nameOfRow } from '../load/upload-jobs.mjs';

/** How long the rows of jobs may take until each has its result, and after how long what is held counts as held by a dead process, in milliseconds. */
const PATIENCE = 120_000;
const LEFT = 10_000;
const PAUSE = 250;

/** Every row of every job has its result, and each good one exactly one badge, whatever was killed in its middle. */
export async function checkIssuanceJobs(world, { all }) {
  const { stage, ledger } = world;
  const jobs = ledger.jobs.filter(({ id, round }) => id !== null && (all || round === ledger.round()));
  if (jobs.length === 0) return;
  await haveEnded(world, jobs);
  const badges = await badgesByName(stage);
  for (const job of jobs) await checkJob(world, job, badges);
}

async function haveEnded({ stage, ledger }, jobs) {
  const begun = performance.now();
  let expired = begun;
  const open = async () =>
    stage.query("SELECT id, state FROM issuance_job WHERE id = ANY ($1) AND state IN ('uploading', 'reading', 'running')", [
      jobs.map(({ id }) => id),
    ]);
  for (let left = await open(); left.length > 0; left = await open()) {
    const waited = performance.now() - begun;
    if (waited > PATIENCE) {
      for (const { id, state } of left) ledger.fail('lost', `the job ${id} is still ${state} after ${Math.round(waited / 1000)} s`);
      return;
    }
    await orderRows(stage);
    await wait(PAUSE);
    if (performance.now() - expired < LEFT) continue;
    await expireJobs(stage);
    expired = performance.now();
  }
}

async function badgesByName({ query }) {
  const rows = await query(
    `SELECT r.name, array_agg(c.id::text) AS ids FROM credential c JOIN recipient r ON r.issuer_id = c.issuer_id AND r.id = c.recipient_id
     WHERE r.name LIKE 'Row % of job %' GROUP BY r.name`,
  );
  return new Map(rows.map(({ name, ids }) => [name, ids]));
}

async function checkJob({ stage, ledger }, job, badges) {
  const chunks = await stage.query('SELECT results FROM issuance_chunk WHERE job_id = $1 ORDER BY nr', [job.id]);
  const results = chunks.flatMap((chunk) => chunk.results);
  if (results.length !== job.rows + 1) ledger.fail('lost', `job ${job.n} has ${results.length} rows, and not ${job.rows + 1}`);
  for (const [at, result] of results.entries()) {
    const row = at + 1;
    const ids = badges.get(nameOfRow(job, row)) ?? [];
    const wanted = row <= job.rows ? 'done' : 'refused';
    if (result?.state !== wanted) ledger.fail('lost', `row ${row} of job ${job.n} is ${result?.state}, and not ${wanted}`);
    if (ids.length > (wanted === 'done' ? 1 : 0))
      ledger.fail('doubled', `row ${row} of job ${job.n} has ${ids.length} badges: ${ids.join(', ')}`);
    else if (wanted === 'done' && ids[0] !== result?.credentialId)
      ledger.fail('lost', `row ${row} of job ${job.n} names ${result?.credentialId}, and its badge is ${ids[0]}`);
  }
  const [{ told }] = await stage.query(
    "SELECT coalesce(sum((details ->> 'count')::int), 0)::int AS told FROM audit_entry WHERE object_id = $1 AND action = 'issuance-job.issued'",
    [job.id],
  );
  const done = results.filter((result) => result?.state === 'done').length;
  if (told !== done) ledger.fail('lost', `the audit log tells of ${told} badges of job ${job.n}, of which there are ${done}`);
}
