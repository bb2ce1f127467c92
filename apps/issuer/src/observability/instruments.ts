import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds of what is answered at once, and of what waits for others: databases, forges, receivers. */
const QUICK = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const SLOW = [0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
const BATCH = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/** Every metric there is, with one line for operators each. Labels are closed sets: patterns of routes, codes, names of jobs. */
export function instruments() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <L extends string>(name: string, help: string, ...labelNames: L[]) => new Counter({ name, help, labelNames, registers });
  const gauge = <L extends string>(name: string, help: string, ...labelNames: L[]) => new Gauge({ name, help, labelNames, registers });
  const histogram = <L extends string>(name: string, help: string, buckets: number[], ...labelNames: L[]) =>
    new Histogram({ name, help, buckets, labelNames, registers });
  return {
    registry,
    requests: counter('proofmark_http_requests_total', 'Requests that were answered.', 'method', 'route', 'status'),
    requestSeconds: histogram(
      'proofmark_http_request_duration_seconds',
      'From the header of a request to its answer.',
      QUICK,
      'method',
      'route',
    ),
    issued: counter('proofmark_credentials_issued_total', 'Badges that were stored, renewals included.'),
    batchSize: histogram('proofmark_issue_batch_size', 'Badges of one commit.', BATCH),
    batchSeconds: histogram('proofmark_issue_commit_duration_seconds', 'One commit of badges in the database.', QUICK),
    listSeconds: histogram('proofmark_status_list_duration_seconds', 'Changing, signing and storing a status list.', QUICK),
    listChanges: counter('proofmark_status_list_changes_total', 'Withdrawals, suspensions and their ends.'),
    verifications: counter('proofmark_verifications_total', 'Tasks with documents of strangers.', 'kind', 'outcome'),
    verificationSeconds: histogram('proofmark_verification_duration_seconds', 'The same, with what was fetched for them.', SLOW, 'kind'),
    jobs: counter('proofmark_jobs_total', 'Jobs that ended in this process.', 'name', 'outcome'),
    jobSeconds: histogram('proofmark_job_duration_seconds', 'How long they took.', SLOW, 'name'),
    jobsWaiting: gauge('proofmark_jobs_waiting', 'Jobs that could be done now, in the database.', 'name'),
    jobsOldest: gauge('proofmark_jobs_oldest_seconds', 'Since when the oldest of them could have been begun.', 'name'),
    deliveries: counter('proofmark_webhook_attempts_total', 'Attempts to deliver an event: delivered, or why not.', 'outcome'),
    deliverySeconds: histogram('proofmark_webhook_attempt_duration_seconds', 'How long receivers took.', SLOW),
    webhooks: gauge('proofmark_webhooks', 'Webhooks that are sent events, and those that fail.', 'state'),
    deliveriesWaiting: gauge('proofmark_webhook_deliveries_waiting', 'Deliveries that wait, in the database.'),
    outboxLag: gauge('proofmark_outbox_lag_seconds', 'Age of the oldest event that a webhook has yet to take.'),
    connections: gauge('proofmark_database_connections', 'Connections of this process.', 'pool', 'state'),
    connectionsWaiting: gauge('proofmark_database_waiting', 'Those who wait for a connection.', 'pool'),
    databaseUp: gauge('proofmark_database_up', '1 while the database answers, else 0.'),
    ready: gauge('proofmark_ready', '1 while /readyz would say so, else 0.'),
  };
}

export type Instruments = ReturnType<typeof instruments>;
