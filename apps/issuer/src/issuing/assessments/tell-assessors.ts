import type { AssessorToTell } from '../../store/index.js';
import type { PostMail } from '../people/mails/post-mail.js';
import type { Clock, Store } from '../ports.js';

/** Between two mails to one person. */
const DAY = 86_400_000;
/** What came waits so long before it is told, so that the first badge of a long list is not told alone. */
const GATHERED = 30 * 60_000;
/** People of one read. */
const PAGE = 200;

export interface AssessorTelling {
  readonly store: Store;
  readonly clock: Clock;
  /** Null where nobody would ever read a mail. */
  readonly post: PostMail | null;
  readonly baseUrl: string;
}

/**
 * Writes to assessors how many badges wait for them, of all their organisations together: at most once a day, and only where something has come since the last mail.
 * Who has switched that off, or has not proved their address, gets none.
 */
export async function tellAssessors(deps: AssessorTelling, signal: AbortSignal): Promise<void> {
  const { store, clock, post } = deps;
  if (post === null) return;
  const before = new Date(clock.now().getTime() - DAY);
  for (let after: string | null = null; !signal.aborted; ) {
    const people: readonly AssessorToTell[] = await store.assessorsToTell.due(before, { after, limit: PAGE });
    for (const person of people) {
      if (signal.aborted) return;
      await tell(deps, post, person);
    }
    after = people.at(-1)?.personId ?? null;
    if (after === null || people.length < PAGE) return;
  }
}

async function somethingNew(
  { assessorsToTell }: Pick<Store, 'assessorsToTell'>,
  { personId, issuerIds }: AssessorToTell,
  since: Parameters<Store['assessorsToTell']['isNew']>[2],
): Promise<boolean> {
  for (const issuerId of issuerIds) if (await assessorsToTell.isNew(issuerId, personId, since)) return true;
  return false;
}

async function tell({ store, clock, baseUrl }: AssessorTelling, post: PostMail, person: AssessorToTell): Promise<void> {
  const { personId, email, language, toldAt, issuerIds } = person;
  const now = clock.now();
  const since = { toldAt, until: new Date(now.getTime() - GATHERED) };
  if (!(await somethingNew(store, person, since))) return;
  const waiting: string[] = [];
  let count = 0;
  for (const issuerId of issuerIds) {
    const here = await store.assessorsToTell.count(issuerId, personId);
    if (here > 0) waiting.push(issuerId);
    count += here;
  }
  const [only] = waiting;
  const slug = waiting.length === 1 && only !== undefined ? (await store.issuers.find(only))?.slug : undefined;
  const link = `${baseUrl}/console/#${slug === undefined ? '' : `/at/${slug}`}/assess`;
  await store.transaction(async (tx) => {
    // Another process may have told them meanwhile.
    if (!(await tx.assessorsToTell.told(personId, toldAt, now))) return;
    await post(tx, { kind: 'assessments', to: email, language: language ?? 'en', link, names: { count: `${count}` } }, personId);
  });
}
