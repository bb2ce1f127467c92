import type { Backlog } from './backlog.js';
import { type Instruments, instruments } from './instruments.js';
import type { Meters } from './meters.js';

/** What is looked at when somebody reads the metrics. */
export interface Observed {
  readonly pools: Readonly<Record<string, { readonly totalCount: number; readonly idleCount: number; readonly waitingCount: number }>>;
  /** Null while it cannot be had. */
  backlog(): Promise<Backlog | null>;
  databaseAnswers(): boolean;
  ready(): Promise<boolean>;
}

export interface PrometheusMetrics {
  readonly meters: Meters;
  readonly contentType: string;
  /** All metrics in the text format of Prometheus. */
  read(observed: Observed): Promise<string>;
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Counts what it is told. A process has one. */
export function prometheusMetrics(): PrometheusMetrics {
  const all = instruments();
  return {
    meters: metersOf(all),
    contentType: all.registry.contentType,
    async read(observed) {
      await look(all, observed);
      return all.registry.metrics();
    },
  };
}

function metersOf(all: Instruments): Meters {
  return {
    request({ method: sent, route, status, ms }) {
      // Whatever a client calls its method must not become a series of its own.
      const method = METHODS.has(sent) ? sent : 'other';
      all.requests.inc({ method, route, status });
      all.requestSeconds.observe({ method, route }, ms / 1000);
    },
    badgesCommitted({ badges, seconds }) {
      all.issued.inc(badges);
      all.batchSize.observe(badges);
      all.batchSeconds.observe(seconds);
    },
    statusListSigned({ changes, seconds }) {
      all.listChanges.inc(changes);
      all.listSeconds.observe(seconds);
    },
    deliveryAttempted({ failure, durationMs }) {
      all.deliveries.inc({ outcome: failure ?? 'delivered' });
      all.deliverySeconds.observe(durationMs / 1000);
    },
    verified({ kind, outcome, seconds }) {
      all.verifications.inc({ kind, outcome });
      all.verificationSeconds.observe({ kind }, seconds);
    },
    jobEnded({ name, failed, seconds }) {
      all.jobs.inc({ name, outcome: failed ? 'failed' : 'done' });
      all.jobSeconds.observe({ name }, seconds);
    },
  };
}

async function look(all: Instruments, { pools, backlog, databaseAnswers, ready }: Observed): Promise<void> {
  for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
    all.connections.set({ pool, state: 'idle' }, idleCount);
    all.connections.set({ pool, state: 'busy' }, totalCount - idleCount);
    all.connectionsWaiting.set({ pool }, waitingCount);
  }
  all.databaseUp.set(databaseAnswers() ? 1 : 0);
  all.ready.set((await ready()) ? 1 : 0);
  all.jobsWaiting.reset();
  all.jobsOldest.reset();
  const found = await backlog();
  // What is not known is left out: a number of before would be shown as one of now.
  all.webhooks.reset();
  for (const gauge of [all.deliveriesWaiting, all.outboxLag]) gauge.remove();
  if (found === null) return;
  for (const { name, waiting, oldestSeconds } of found.jobs) {
    all.jobsWaiting.set({ name }, waiting);
    all.jobsOldest.set({ name }, oldestSeconds);
  }
  const { enabled, failing, waiting, outboxLagSeconds } = found.webhooks;
  all.webhooks.set({ state: 'enabled' }, enabled);
  all.webhooks.set({ state: 'failing' }, failing);
  all.deliveriesWaiting.set(waiting);
  all.outboxLag.set(outboxLagSeconds);
}
