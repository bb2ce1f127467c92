/** Has the work behind badges looked at again, now. */
export async function orderLooks(stage, badges) {
  if (badges.length === 0) return;
  await stage.query("UPDATE work_watch SET due_at = now() - interval '1 minute' WHERE credential_id = ANY ($1)", [badges]);
  await order(stage, ['find-due-work']);
}

/** Orders what is ordered each minute. */
export function orderRegular(stage) {
  return order(stage, ['find-due-work', 'seal-audit-log', 'record-issued']);
}

/** Orders the rows of jobs that nobody works on. */
export function orderRows(stage) {
  return order(stage, ['find-issuance-work']);
}

/**
 * Lets the time go by in which a job that was taken counts as being done, in which a process holds an upload or rows, and the pause before one that failed
 * is tried again. A process that lives goes on with what it holds, unless another takes it first.
 */
export async function expireJobs(stage) {
  await stage.query("UPDATE pgboss.job SET started_on = started_on - interval '1 hour' WHERE state = 'active'");
  await stage.query("UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'");
  for (const table of ['issuance_job', 'issuance_chunk'])
    await stage.query(`UPDATE ${table} SET leased_until = now() - interval '1 second' WHERE holder IS NOT NULL`);
}

async function order({ query }, names) {
  await query(
    `INSERT INTO pgboss.job (name, data, policy, retry_limit, expire_in)
     SELECT name, '{}', policy, retry_limit, expire_seconds * interval '1 second' FROM pgboss.queue WHERE name = ANY ($1)
     ON CONFLICT DO NOTHING`,
    [names],
  );
}
