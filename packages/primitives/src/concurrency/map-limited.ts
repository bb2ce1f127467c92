import pLimit from 'p-limit';

/**
 * Does the same with every item, `atOnce` at a time, and answers in the order of the items. The first failure is the answer: it rejects with
 * it, and begins with no further item.
 */
export async function mapLimited<T, R>(atOnce: number, items: readonly T[], work: (item: T, at: number) => Promise<R>): Promise<R[]> {
  const limit = pLimit({ concurrency: atOnce, rejectOnClear: true });
  const results = items.map((item, at) => limit(work, item, at));
  try {
    return await Promise.all(results);
  } catch (error) {
    limit.clearQueue();
    throw error;
  }
}
