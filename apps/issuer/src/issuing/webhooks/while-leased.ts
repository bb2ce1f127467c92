/** Milliseconds between two looks whether the lease still holds. */
const LOOK = 500;
/** Milliseconds that what is on its way is given when the process is about to stop. */
const GRACE = 1000;

/**
 * Does work as long as a lease can be kept: its signal is aborted when the lease is lost, when what is leased was changed or deleted, and soon after the
 * process begins to stop.
 *
 * @param keep prolongs the lease; false when it is lost
 */
export async function whileLeased<T>(
  keep: () => Promise<boolean>,
  stopping: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const lost = new AbortController();
  let [asking, ended] = [Promise.resolve(), false];
  const look = async (): Promise<void> => {
    // A database that does not answer leaves the lease to run out; what is under way would not be written down either.
    const kept = await keep().catch(() => false);
    if (!kept && !ended) lost.abort();
  };
  const timer = setInterval(() => {
    asking = asking.then(look);
  }, LOOK);
  const stop = (): void => void setTimeout(() => lost.abort(), GRACE).unref();
  stopping.addEventListener('abort', stop, { once: true });
  try {
    return await work(lost.signal);
  } finally {
    ended = true;
    clearInterval(timer);
    stopping.removeEventListener('abort', stop);
    await asking;
  }
}
