import type { Problem } from '@proofmark/schemas/api';
import type { Hono } from 'hono';
import { BASE, type Issuing, startIssuing } from '../../issuing/issuing.fixture.js';
import { createApp } from '../../server/create-app.js';
import { createLogger } from '../../server/logger.js';
import { onBehalfOf } from '../../store/database/shares.js';
import type { Operation } from './http/operation.js';
import { isUpload, LARGE_BODIES, V1_OPERATIONS, v1Routes } from './index.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  readonly body: any;
}

/** The API with the server's own middleware around it, over a real database. */
export interface Api extends Issuing {
  readonly app: Hono;
  readonly context: { local: boolean };
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** How many rows every table has: to show that nothing was written. */
  rowCounts(): Promise<Readonly<Record<string, number>>>;
}

export interface CallOptions {
  readonly key?: string | null;
  /** A value is sent as JSON; text and bytes as they are. */
  readonly body?: unknown;
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function startApi(): Promise<Api> {
  const issuing = await startIssuing();
  const context = { useCases: issuing.useCases, baseUrl: BASE, local: true, now: () => new Date(), onBehalfOf };
  const logger = createLogger('error', (line) => console.error(line));
  const app = createApp({ baseUrl: BASE, logger, ready: () => [], largeBodies: LARGE_BODIES, limitsItself: isUpload }, (root) => {
    root.route('/', v1Routes(context));
  });
  return {
    ...issuing,
    app,
    context,
    async call(method, path, { key = issuing.adminKey, body, raw, headers = {} } = {}) {
      const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const response = await app.request(`${BASE}${path}`, {
        method,
        headers: {
          ...(key === null ? {} : { authorization: `Bearer ${key}` }),
          ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(sent === undefined ? {} : { body: sent }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
    },
    async rowCounts() {
      const tables = [
        'issuer',
        'signing_key',
        'sealed_key',
        'issuer_domain',
        'api_key',
        'achievement',
        'status_list',
        'credential',
        'evidence_report',
        'capture',
        'archive_request',
        'private_work',
        'viewing_link',
        'viewing',
        'status_event',
        'idempotency',
      ];
      const counts = tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`).join(', ');
      return (await issuing.database.pool.query(`SELECT ${counts}`)).rows[0];
    },
  };
}

/** The operations that API keys may ask for, with the scope. */
export const KEY_OPERATIONS: readonly Operation[] = V1_OPERATIONS.filter(({ scope }) => scope !== 'person' && scope !== 'public');

/** The problem of an answer, for a short comparison. */
export function problemIn({ status, body }: Answer): { status: number; code: string; errors: [string, string][] } {
  const { code, errors = [] } = body as Problem;
  return { status, code, errors: errors.map((error) => [error.pointer, error.code]) };
}
