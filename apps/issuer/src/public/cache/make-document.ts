import type { PublicContext } from '../context.js';
import type { PublicAnswer } from '../http/answer.js';
import type { MadeDocument } from './memory.js';
import { notedReads } from './reading.js';

/** How long an answer is kept that depends on the time and does not say until when it is right, in milliseconds. */
const DEPENDS_ON_TIME = 60_000;

/** Makes one answer, and finds out what it depends on. Refusals are never kept: what is not there may come at any time. */
export async function makeDocument(
  context: PublicContext,
  make: (given: PublicContext) => Promise<PublicAnswer> | PublicAnswer,
): Promise<Omit<MadeDocument, 'varies' | 'route'>> {
  const { deps } = context;
  const tags = new Set<string>();
  let askedTime: number | null = null;
  let until: number | null | undefined;
  const answer = await make({
    ...context,
    deps: {
      ...deps,
      reads: notedReads(deps.reads, tags),
      now() {
        const now = deps.now();
        askedTime ??= now.getTime();
        return now;
      },
    },
    lasts(date) {
      until = date?.getTime() ?? null;
    },
  });
  if (until === undefined) until = askedTime === null ? null : askedTime + DEPENDS_ON_TIME;
  return { answer, tags, until, keep: answer.status === 200 };
}
