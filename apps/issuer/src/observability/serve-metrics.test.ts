import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Backlog } from './backlog.js';
import { remembered } from './backlog.js';
import { type Observed, type PrometheusMetrics, prometheusMetrics } from './prometheus-metrics.js';
import { serveMetrics } from './serve-metrics.js';

const IDLE = { totalCount: 3, idleCount: 2, waitingCount: 0 };
const BACKLOG: Backlog = {
  jobs: [{ name: 'recheck-work', waiting: 7, oldestSeconds: 12.5 }],
  webhooks: { enabled: 2, failing: 1, waiting: 40, outboxLagSeconds: 3 },
};
const observed: Observed = {
  pools: { requests: IDLE },
  backlog: async () => BACKLOG,
  databaseAnswers: () => true,
  ready: async () => true,
};

const closers: (() => Promise<void>)[] = [];
let metrics: PrometheusMetrics;
beforeEach(() => {
  metrics = prometheusMetrics();
});
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(token: string | null = null): Promise<string> {
  const server = await serveMetrics(metrics, observed, { host: '127.0.0.1', port: 0, token });
  closers.push(() => server.close(0));
  return `http://127.0.0.1:${server.port}`;
}

describe('/metrics', () => {
  it('answers in the text format of Prometheus, on a port that answers nothing else', async () => {
    const base = await serve();
    const answer = await fetch(`${base}/metrics`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await answer.text();
    expect(text).toContain('proofmark_database_connections{pool="requests",state="busy"} 1');
    expect(text).toContain('proofmark_jobs_oldest_seconds{name="recheck-work"} 12.5');
    expect(text).toContain('proofmark_outbox_lag_seconds 3');
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
    expect((await fetch(`${base}/healthz`)).status).toBe(404);
  });

  it.each([
    ['no header', undefined],
    ['another token', 'Bearer 0000000000000000'],
    ['the token in another scheme', 'Basic 0123456789abcdef'],
  ])('refuses %s where a token was set', async (_, authorization) => {
    const base = await serve('0123456789abcdef');
    const answer = await fetch(`${base}/metrics`, { headers: authorization === undefined ? {} : { authorization } });
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain('proofmark_http');
  });

  it('answers the one who brings the token', async () => {
    const base = await serve('0123456789abcdef');
    expect((await fetch(`${base}/metrics`, { headers: { authorization: 'Bearer 0123456789abcdef' } })).status).toBe(200);
  });

  it('makes no series of a method that a client invents', async () => {
    for (const method of ['BREW', 'ada@example.org', 'GET']) metrics.meters.request({ method, route: '/v1/issuers', status: 405, ms: 1 });
    const text = await metrics.read(observed);
    expect(text).toContain('proofmark_http_requests_total{method="other",route="/v1/issuers",status="405"} 2');
    expect(text).not.toMatch(/BREW|ada@/);
  });

  it('says nothing of a backlog that it cannot ask for, instead of repeating the last one', async () => {
    await metrics.read(observed);
    const text = await metrics.read({ ...observed, databaseAnswers: () => false, backlog: async () => null });
    expect(text).toContain('proofmark_database_up 0');
    expect(text).not.toMatch(/^proofmark_(jobs_waiting|outbox_lag_seconds|webhook_deliveries_waiting|webhooks)[ {]/m);
  });
});

describe('the backlog', () => {
  it('is asked for once in five seconds, however often metrics are read', async () => {
    let [asked, now] = [0, 0];
    const backlog = remembered(
      async () => {
        asked += 1;
        return BACKLOG;
      },
      () => now,
    );
    await Promise.all([backlog(), backlog()]);
    now = 4999;
    await backlog();
    expect(asked).toBe(1);
    now = 5000;
    await backlog();
    expect(asked).toBe(2);
  });

  it('is unknown while the database does not answer', async () => {
    expect(await remembered(() => Promise.reject(new Error('away')))()).toBeNull();
  });
});
