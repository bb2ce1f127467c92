import type { Page } from 'playwright';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Microseconds of processor time of this thread. */
  readonly tdur?: number;
}

interface Measured<T> {
  readonly milliseconds: number;
  readonly answer: T;
}

const TASK = 'ThreadControllerImpl::RunTask';
/** What promises have to do is done behind the task that settled them, before the thread is free again. */
const MICROTASKS = 'BlinkScheduler_PerformMicrotaskCheckpoint';
const MARK = 'the page that is measured';

/** A browser records one trace at a time: a test that ran out of time may still have one. */
let recorded: Promise<unknown> = Promise.resolve();

/**
 * The longest time, in milliseconds, for which a page's main thread has nothing but one task, while something is done with the page. Counts the
 * processor's time of that thread: on a machine that is busy with other things, the time by the clock says little.
 */
export function longestTask<T>(page: Page, during: () => Promise<T>): Promise<Measured<T>> {
  const measured = recorded.then(() => measure(page, during));
  recorded = measured.catch(() => undefined);
  return measured;
}

async function measure<T>(page: Page, during: () => Promise<T>): Promise<Measured<T>> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page belongs to no browser');
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  let trace: Buffer | undefined;
  let answer: T;
  try {
    await page.evaluate((mark) => performance.mark(mark), MARK);
    answer = await during();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { readonly traceEvents: readonly TraceEvent[] };
  const page_ = traceEvents.find(({ name }) => name === MARK);
  if (page_ === undefined) throw new Error('the trace does not show the page');
  let longest = 0;
  let task = 0;
  const own = traceEvents.filter(({ pid, tid, tdur }) => pid === page_.pid && tid === page_.tid && tdur !== undefined);
  for (const { name, tdur = 0 } of own.sort((one, other) => one.ts - other.ts)) {
    if (name === TASK) task = tdur;
    else if (name === MICROTASKS) task += tdur;
    longest = Math.max(longest, task);
  }
  if (longest === 0) throw new Error('the trace has no tasks: Chromium names them in another way than before');
  return { milliseconds: longest / 1000, answer };
}
