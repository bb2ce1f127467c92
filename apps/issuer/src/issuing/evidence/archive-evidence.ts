import type { ArchiveRequestRecord, CredentialKey } from '../../store/index.js';
import { findAvailable, lockCredential } from '../access/load-credential.js';
import type { Clock, Store } from '../ports.js';
import type { Archive, ArchiveAnswer, Archives } from './evidence-sources.js';

export interface Archiving {
  readonly store: Store;
  readonly archives: Archives;
  readonly clock: Clock;
}

/** An archive that has said nothing final for so long is given up. */
const PATIENCE = 14 * 86_400_000;

/**
 * Asks the archives about the work of one badge, as far as they have not answered for good, and orders another question where they have
 * more to say. Done twice it asks twice, which archives put up with. Nothing is asked for a badge that was erased.
 */
export async function archiveEvidence(deps: Archiving, badge: CredentialKey, signal?: AbortSignal): Promise<void> {
  if ((await findAvailable(deps.store.credentials, badge)) === null) return;
  const open = await deps.store.evidence.openArchiveRequests(badge);
  for (const request of open) {
    if (signal?.aborted) return;
    const archive = deps.archives[request.archive];
    // An archive that was switched off since: its request stays as it is.
    if (archive === undefined || request.at > deps.clock.now()) continue;
    if (!(await isStillOpen(deps.store, request))) continue;
    const answer = withPatience(await ask(archive, request), request, deps.clock.now());
    const again = await record(deps, request, answer);
    if (!again) return;
  }
  const left = await deps.store.evidence.openArchiveRequests(badge);
  const times = left.filter(({ archive }) => deps.archives[archive] !== undefined).map(({ at }) => at.getTime());
  if (times.length > 0) await orderArchiving(deps.store.jobs, badge, new Date(Math.min(...times)));
}

/** Whether it may be asked: the learner may have said no while another archive answered. */
async function isStillOpen({ evidence }: Pick<Store, 'evidence'>, request: ArchiveRequestRecord): Promise<boolean> {
  const open = await evidence.openArchiveRequests(request);
  return open.some(({ n, archive }) => n === request.n && archive === request.archive);
}

/** Has the archives asked, or asked again, from `at` on. */
export async function orderArchiving(jobs: Pick<Store['jobs'], 'add'>, badge: CredentialKey, at: Date): Promise<void> {
  await jobs.add('archive-work', [{ payload: badge, key: badge.credentialId, startAfter: at }]);
}

function ask(archive: Archive, { job, url, swhid }: ArchiveRequestRecord): Promise<ArchiveAnswer> {
  return job === null ? archive.request({ url, swhid }) : archive.status(job, { url, swhid });
}

function withPatience(answer: ArchiveAnswer, { askedAt }: ArchiveRequestRecord, now: Date): ArchiveAnswer {
  const late = answer.state === 'requested' && now.getTime() - askedAt.getTime() > PATIENCE;
  return late ? { state: 'failed', reason: 'archive-silent' } : answer;
}

/** False when the badge was erased meanwhile. */
async function record(deps: Archiving, request: ArchiveRequestRecord, answer: ArchiveAnswer): Promise<boolean> {
  const now = deps.clock.now();
  return deps.store.transaction(async (tx) => {
    if (!(await lockCredential(tx.credentials, request)).ok) return false;
    await tx.evidence.updateArchiveRequest({
      ...request,
      state: answer.state,
      job: answer.state === 'requested' ? answer.job : request.job,
      archivedUrl: answer.state === 'kept' ? answer.url : null,
      reason: answer.state === 'failed' ? answer.reason : null,
      attempts: request.attempts + 1,
      at: answer.state === 'kept' ? answer.at : answer.state === 'requested' ? new Date(now.getTime() + answer.after * 1000) : now,
    });
    return true;
  });
}
