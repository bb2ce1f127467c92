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

/** Lets the time go by in which a job that was taken counts as being done, and the pause before one that failed is tried again. */
export async function expireJobs(stage) {
  await stage.query("UPDATE pgboss.job SET started_on = started_on - interval '1 hour' WHERE state = 'active'");
  await stage.query("UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'");
}

async function order({ query }, names) {
  await query(
    `INSERT INTO pgboss.job (name, data, policy, retry_limit, expire_in)
     SELECT name, '{}', policy, retry_limit, expire_seconds * interval '1 second' FROM pgboss.queue WHERE name = ANY ($1)
     ON CONFLICT DO NOTHING`,
    [names],
  );
}
