import type { DeliveryFailure } from '@proofmark/schemas/api';
import type { JobName } from '../issuing/jobs.js';
import type { IssuingMeters } from '../issuing/meters.js';
import type { RequestReport } from '../server/report-request.js';
import type { TaskKind } from '../verification/task.js';
import type { Outcome } from '../verification/verifier.js';

/** What the parts of the service tell of their work, to be counted. Nothing here names a person, an issuer or a badge. */
export interface Meters extends IssuingMeters {
  request(report: Pick<RequestReport, 'method' | 'route' | 'status' | 'ms'>): void;
  /** One attempt to deliver an event ended; `failure` is null when it arrived. */
  deliveryAttempted(attempt: { readonly failure: DeliveryFailure | null; readonly durationMs: number }): void;
  verified(task: { readonly kind: TaskKind; readonly outcome: Outcome<unknown>['kind'] | 'failed'; readonly seconds: number }): void;
  jobEnded(job: { readonly name: JobName; readonly failed: boolean; readonly seconds: number }): void;
}
