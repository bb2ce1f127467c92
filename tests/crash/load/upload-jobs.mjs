import { issue, send, unexpected } from './acts.mjs';
import { leavesOpen } from './ask.mjs';

/** Jobs of one round: each has some hundred rows at most, and the machine has others to serve. */
const MOST_A_ROUND = 6;

/** The name of the recipient of a row: by it the badge of the row is found. */
export const nameOfRow = (job, row) => `Row ${row} of job ${job.n}`;

/** Uploads rows, each for somebody who has no badge yet, and one that is wrong. */
export async function uploadJob(world) {
  const { ledger, random, tenants } = world;
  if (ledger.jobs.filter(({ round }) => round === ledger.round()).length >= MOST_A_ROUND) return issue(world);
  // Where a second badge is allowed, nothing but the row itself says that it is done.
  const onDuplicate = random.pick(['allow', 'refuse']);
  return attemptJob(world, ledger.beginJob({ tenant: random.pick(tenants), rows: 20 + random.below(160), onDuplicate }));
}

/** Sends the rows of a job, for the first time or again. Answers whether an answer came. */
export async function attemptJob(world, job) {
  const { tenant, rows, onDuplicate, key } = job;
  const body = {
    achievementId: tenant.achievementId,
    onDuplicate,
    rows: [
      ...Array.from({ length: rows }, (_, at) => ({
        recipient: { email: `row-${at + 1}-of-${job.n}@example.org`, name: nameOfRow(job, at + 1) },
      })),
      { recipient: { email: 'nobody', name: nameOfRow(job, rows + 1) } },
    ],
  };
  const answer = await send(world, 'POST', '/v1/issuance-jobs', { key, body });
  if (answer.status === 200 || answer.status === 202) {
    if (job.id !== null && job.id !== answer.body.id)
      world.ledger.fail('doubled', `job ${job.n} is ${job.id}, and later ${answer.body.id}`);
    job.id = answer.body.id;
  } else if (answer.status === 404 || answer.status === 405) {
    // A process of an earlier release knows no jobs.
    job.unknown = true;
  } else if (!leavesOpen(answer)) unexpected(world, `uploading job ${job.n}`, answer);
  return answer.status !== 0;
}
