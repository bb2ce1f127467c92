import { encodeUtf8 } from '@proofmark/primitives';
import type { IssuanceJobOptions } from '@proofmark/schemas/api';
import { good, type Issuing, type Tenant } from '../issuing.fixture.js';
import type { UseCases } from '../use-cases.js';
import type { NewJobInput } from './create-job.js';
import type { JobWithProgress } from './job-with-progress.js';
import type { JobRow } from './list-rows.js';

/** An upload, in pieces of a size. */
async function* bytesOf(content: string | Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? encodeUtf8(content) : content;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

interface Upload extends Partial<Omit<IssuanceJobOptions, 'achievementId'>> {
  readonly format?: NewJobInput['format'];
  readonly key?: string;
}

/** What a test does with jobs, as the workers of one process would. */
export function jobsOf(issuing: Pick<Issuing, 'useCases' | 'store'>, tenant: Tenant, useCases: UseCases = issuing.useCases) {
  const { actor } = tenant;
  const signal = new AbortController().signal;
  const create = (content: string | Uint8Array, { format = 'csv', key, ...options }: Upload = {}) =>
    useCases.createJob({
      actor,
      input: {
        options: { achievementId: tenant.achievement.id, ...options },
        format,
        upload: bytesOf(content),
        idempotencyKey: key ?? null,
      },
    });
  const look = async (id: string): Promise<JobWithProgress> => good(await useCases.getJob({ actor, input: id }));
  /** Reads the upload and issues rows until nothing is due. */
  async function run(id: string): Promise<JobWithProgress> {
    await useCases.readJob({ issuerId: tenant.issuer.id, jobId: id }, signal);
    while (await issuing.store.issuanceChunks.hasDue(tenant.issuer.id, new Date()))
      await useCases.issueRows({ issuerId: tenant.issuer.id }, signal);
    return look(id);
  }
  async function rows(id: string): Promise<readonly JobRow[]> {
    const found: JobRow[] = [];
    for await (const row of good(await useCases.listRows({ actor, input: { jobId: id, state: null, after: 0 } })).rows) found.push(row);
    return found;
  }
  return {
    create,
    look,
    run,
    rows,
    /** Uploads, and does all that there is to do. */
    async whole(content: string | Uint8Array, upload: Upload = {}): Promise<JobWithProgress> {
      return run(good(await create(content, upload)).job.id);
    },
  };
}

/** A table of learners: `name` and an address of a number each. */
export function learners(count: number, from = 1): string {
  const lines = Array.from({ length: count }, (_, at) => `learner-${from + at}@x.example,Learner ${from + at}`);
  return `email,name\n${lines.join('\n')}\n`;
}
