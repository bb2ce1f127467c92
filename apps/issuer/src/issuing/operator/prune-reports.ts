import type { Clock, Store } from '../ports.js';

const DAY = 86_400_000;

/** What was written is kept for so many days after the decision, and after it came at most; that there was a report, for longer. */
const KEPT_DAYS = { decided: 30, created: 180, all: 730 };

/** Forgets what people wrote in reports, and in the end the reports. */
export async function pruneReports({ store, clock }: { readonly store: Pick<Store, 'reports'>; readonly clock: Clock }): Promise<void> {
  const ago = (days: number): Date => new Date(clock.now().getTime() - days * DAY);
  await store.reports.prune({ decided: ago(KEPT_DAYS.decided), created: ago(KEPT_DAYS.created), all: ago(KEPT_DAYS.all) });
}
