import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { JobWithProgress } from '../../../issuing/issuance-jobs/job-with-progress.js';
import { done, type Result, refused } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { uuid } from '../http/shapes.js';
import { representJob } from './represent.js';

/** Milliseconds between two looks, and those after which something is said although nothing happened. */
const EVERY = 1000;
const QUIET = 15_000;
/** A stream ends after so many milliseconds; whoever wants to go on opens another. */
const LONGEST = 600_000;
/** Streams of this process at the same time. */
const MOST = 100;
let open = 0;

export const listIssuanceJobEventsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/issuance-jobs/{jobId}/events',
    operationId: 'followIssuanceJob',
    tags: ['Issuance jobs'],
    summary: 'Follow a job',
    description:
      'Server-sent events: `progress` with the job as its data whenever it got further, and `end` at last. Each has an id; a stream that is opened with it as `Last-Event-ID`, as browsers do by themselves, does not repeat what was seen. A stream ends after ten minutes; open another one to go on.',
    scope: 'credentials:issue',
    request: { params: z.object({ jobId: uuid }) },
    responses: {
      200: {
        description: 'The events.',
        content: { 'text/event-stream': { schema: { type: 'string' }, example: 'event: progress\ndata: {…}\n\n' } },
      },
    },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { actor } = c.var;
    const input = c.req.valid('param').jobId;
    const look = (): Promise<Result<JobWithProgress>> => api.useCases.getJob({ actor, input });
    const first = await look();
    if (!first.ok) return first;
    if (open >= MOST)
      return refused('too-many-requests', 'Too many jobs are followed at once. Read the job from time to time instead.', undefined, 10);
    const seen = c.req.header('last-event-id') ?? null;
    return done({ status: 200, text: events(first.value, look, seen), headers: { 'content-type': 'text/event-stream' } });
  },
);

async function* events(first: JobWithProgress, look: () => Promise<Result<JobWithProgress>>, seen: string | null): AsyncGenerator<string> {
  open += 1;
  try {
    let [said, quiet] = ['', 0];
    let found: Result<JobWithProgress> = done(first);
    if (seen === idOf(first)) said = JSON.stringify(representJob(first));
    for (let time = 0; found.ok && time < LONGEST; time += EVERY) {
      const job = representJob(found.value);
      const data = JSON.stringify(job);
      quiet += EVERY;
      if (data !== said) yield event('progress', found.value, data);
      else if (quiet >= QUIET) yield ': still there\n\n';
      if (data !== said || quiet >= QUIET) quiet = 0;
      said = data;
      if (job.state !== 'reading' && job.state !== 'running') {
        yield event('end', found.value, data);
        return;
      }
      await wait(EVERY, undefined, { ref: false });
      found = await look();
    }
  } finally {
    open -= 1;
  }
}

function event(name: 'progress' | 'end', job: JobWithProgress, data: string): string {
  return `event: ${name}\nid: ${idOf(job)}\ndata: ${data}\n\n`;
}

/** How far a job is: two looks at which nothing differs have one id. */
function idOf({ job, progress }: JobWithProgress): string {
  const { done: issued, existing, refused: wrong, waiting, valid } = progress;
  return [job.state, job.readBytes, job.readRows, issued, existing, wrong, waiting, valid].join('-');
}
