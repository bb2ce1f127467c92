import type { Logger } from './logger.js';

/** How one request ended. */
export interface RequestReport {
  /** The id that was answered as `X-Request-Id`. */
  readonly id: string;
  readonly method: string;
  /** The path as the log may hold it. */
  readonly path: string;
  /** The pattern of its route, such as `/credentials/:id`; `NO_ROUTE` where it met none. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  /** The API key and its issuer, by their ids; the issuer of an admin key is null. */
  readonly key?: string;
  readonly issuer?: string | null;
  /** The trace that it belongs to (W3C Trace Context). */
  readonly trace?: string;
}

/** Of a request that met no route: refused before one was looked for, or sent to an address that does not exist. */
export const NO_ROUTE = 'none';

/** Is told of every request that was answered, whichever way it took through the server. */
export type ReportRequest = (report: RequestReport) => void;

/** Probes that come every few seconds, and the service's own fetch of its example. */
const QUIET = /^\/(healthz|readyz|example\/.*|\.well-known\/proofmark\.txt)$/;

/** Writes a line for each request, and has it counted. */
export function reportRequests(logger: Logger, count?: ReportRequest): ReportRequest {
  return (report) => {
    count?.(report);
    const { route: _, ...fields } = report;
    if (QUIET.test(report.path)) logger.debug(fields, 'request');
    else logger.info(fields, 'request');
  };
}
