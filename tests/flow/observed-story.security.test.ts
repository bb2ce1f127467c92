import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@proofmark/client';
import { createTestDatabase, type TestDatabase } from '@proofmark/issuer/testing';
import type { CredentialResource } from '@proofmark/schemas/api';
import { loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, type Killable, startKillable } from './killable.js';

// T26: a badge's whole life, after which the log, the metrics and the traces are searched for what is about a person, and for secrets.

const EMAIL = 'zaphod.beeblebrox@learners.example';
const NAME = 'Zaphod Beeblebrox';
const METRICS_TOKEN = 'metrics-token-0123456789';
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const TRACEPARENT = `00-${TRACE}-00f067aa0ba902b7-01`;

interface Span {
  readonly traceId: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string; readonly intValue?: number } }[];
}

let database: TestDatabase;
let dataDir: string;
let base: string;
let metricsPort: number;
let running: Killable;
let adminKey: string;
let client: Client;
const secrets: Record<string, string> = {};
const spans: Span[] = [];
let collected = '';
const closers: (() => Promise<unknown>)[] = [];

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

/** A request as no client of ours sends it; answers the status and the id that the service gave it. */
async function send(
  path: string,
  init: RequestInit = {},
): Promise<{ readonly status: number; readonly id: string; readonly text: string }> {
  const answer = await fetch(`${base}${path}`, { redirect: 'manual', ...init });
  return { status: answer.status, id: answer.headers.get('x-request-id') ?? '', text: await answer.text() };
}

const metricsNow = async (): Promise<string> => {
  const answer = await fetch(`http://127.0.0.1:${metricsPort}/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
  return answer.text();
};

/** Reads the metrics until one of them is there; each reading is a request of its own, so that this ends with the test at the latest. */
async function metricsWith(series: RegExp): Promise<string> {
  for (;;) {
    const text = await metricsNow();
    if (series.test(text)) return text;
  }
}

let badge: CredentialResource;
let traced: string;

beforeAll(async () => {
  const collector = await loopbackServer(async (request, response) => {
    const body = await bodyOf(request);
    collected += body;
    const { resourceSpans } = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
    spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  // It repeats what it was sent, which is then kept as the beginning of its answer.
  const receiver = await loopbackServer(async (request, response) => void response.end(`${NAME} ${await bodyOf(request)}`));
  closers.push(collector.close, receiver.close);
  [dataDir, database, metricsPort] = await Promise.all([mkdtemp(join(tmpdir(), 'proofmark-story-')), createTestDatabase(), freePort()]);
  const port = await freePort();
  base = `http://localhost:${port}`;
  const settings = {
    ...{ PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: 'trace' },
    ...{ METRICS_PORT: String(metricsPort), METRICS_TOKEN },
    ...{ OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin, OTEL_BSP_SCHEDULE_DELAY: '50', OTEL_SERVICE_NAME: 'story' },
  };
  running = await startKillable(settings, (printed) => /Try next/.test(printed));
  adminKey = /pm_admin_[\w-]+/.exec(running.printed)?.[0] ?? '';
  client = createClient({ baseUrl: base, apiKey: adminKey });

  const issuer = await client.issuers.create({ slug: 'story', name: 'Story' });
  const achievement = await client.achievements.create({
    ...{ issuerId: issuer.id, name: 'Web API design', description: 'Designs.', evidencePolicy: 'none' },
    criteria: { narrative: 'A reviewed project.' },
  });
  const key = await client.apiKeys.create({ issuerId: issuer.id, name: 'story', scopes: ['credentials:issue', 'credentials:read'] });
  const hook = await send('/v1/webhooks', {
    ...{ method: 'POST', headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' } },
    body: JSON.stringify({ issuerId: issuer.id, url: `${receiver.origin}/hooks?token=hook-token-of-zaphod` }),
  });
  badge = await client.credentials.issue(
    achievement.id,
    { recipient: { email: EMAIL, name: NAME } },
    { idempotencyKey: `award ${EMAIL}`.replace(' ', '-') },
  );
  const [identity] = (badge.credential.credentialSubject as { identifier: { salt: string }[] }).identifier;
  const { salt } = JSON.parse((await send(`/credentials/${badge.id}/salt`)).text) as { salt: string };
  Object.assign(secrets, {
    'the address of the person': EMAIL,
    'the name of the person': NAME,
    'the part of the address before the at sign': 'zaphod',
    'the admin key': adminKey,
    'an API key': key.key,
    'the secret of the webhook': (JSON.parse(hook.text) as { secret: string }).secret,
    'the token in the address of the webhook': 'hook-token',
    'the salt of the identity': identity?.salt,
    'the salt of the record': salt,
    'the token of the metrics': METRICS_TOKEN,
  });

  await client.credentials.search({ email: EMAIL, issuer: issuer.id });
  await client.recipients.search({ email: EMAIL, issuer: issuer.id });
  const encoded = encodeURIComponent(EMAIL);
  traced = (
    await send(`/v1/credentials?q=${encodeURIComponent(NAME)}`, {
      headers: { traceparent: TRACEPARENT, authorization: `Bearer ${key.key}` },
    })
  ).id;
  await send(`/v1/credentials?recipient=${encoded}`, { headers: { authorization: `Bearer ${key.key}` } });
  await send(`/v1/credentials/${encoded}`, { headers: { authorization: `Bearer ${key.key}` } });
  await send(`/people/${EMAIL}?name=${encodeURIComponent(NAME)}`);
  await send(`/view/pm_view_${'Zaphod'.repeat(8)}`);
  await send(`/credentials/${badge.id}?email=${encoded}`, { headers: { 'x-request-id': EMAIL, 'user-agent': NAME } });
  await send('/v1/issuers', {
    method: 'POST',
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
    body: `{"name":"${NAME}",`,
  });
  await send('/v1/issuers', { headers: { authorization: `Bearer ${adminKey}x` } });
  const question = { verifiableCredential: badge.credential, options: {} };
  await send('/vc-api/credentials/verify', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });
  await client.credentials.suspend(badge.id, { reason: `${NAME} asked for it` });
  await metricsWith(/proofmark_webhook_attempts_total\{outcome="delivered"\} [2-9]/);
  await client.credentials.erase(badge.id, { confirm: 'erase' });
});

afterAll(async () => {
  await running.end();
  for (const close of closers) await close();
  await database.close();
  await rm(dataDir, { recursive: true });
});

describe('a service that is watched', () => {
  it('counts what happened, by the patterns of routes', async () => {
    const text = await metricsNow();
    for (const series of [
      /proofmark_http_requests_total\{method="POST",route="\/v1\/achievements\/:achievementId\/credentials",status="201"\} 1\n/,
      /proofmark_http_requests_total\{method="GET",route="none",status="404"\} [1-9]/,
      /proofmark_http_requests_total\{method="GET",route="\/credentials\/[^"]*",status="200"\} [1-9]/,
      /proofmark_credentials_issued_total [2-9]/,
      /proofmark_issue_batch_size_count [1-9]/,
      /proofmark_status_list_changes_total [1-9]/,
      /proofmark_verifications_total\{kind="question",outcome="done"\} 1\n/,
      /proofmark_jobs_total\{name="[\w-]+",outcome="done"\} [1-9]/,
      /proofmark_webhooks\{state="enabled"\} 1\n/,
      /proofmark_outbox_lag_seconds [\d.]+\n/,
      /proofmark_database_connections\{pool="requests",state="idle"\} \d/,
      /proofmark_ready 1\n/,
    ]) {
      expect(text).toMatch(series);
    }
    expect(text).not.toContain(badge.id);
  });

  it('names the trace of the caller in the log, and goes on with it in its own', async () => {
    const line = linesOf(running).find(({ id }) => id === traced);
    expect(line).toMatchObject({ trace: TRACE, status: 200, path: '/v1/credentials' });
    const found = spans.find(({ traceId }) => traceId === TRACE);
    expect(found?.name).toBe('GET /v1/credentials');
    const url = found?.attributes.find(({ key }) => key === 'url.full')?.value.stringValue;
    expect(url).toBe(`${base}/v1/credentials`);
  });

  it('writes nothing about the person and no secret into its log, its metrics or its traces', async () => {
    const [log, text] = [linesOf(running).map((line) => JSON.stringify(line)), await metricsNow()];
    expect(log.length).toBeGreaterThan(20);
    expect(spans.length).toBeGreaterThan(20);
    for (const [what, secret] of Object.entries(secrets)) {
      expect(secret.length, what).toBeGreaterThan(5);
      for (const form of new Set([secret, encodeURIComponent(secret), secret.replaceAll(' ', '%20')])) {
        const holds = (where: string): boolean => where.toLowerCase().includes(form.toLowerCase());
        expect(log.filter(holds), `${what} in the log`).toEqual([]);
        expect(holds(text), `${what} in the metrics`).toBe(false);
        expect(holds(collected), `${what} in the traces`).toBe(false);
      }
    }
  });
});

/** The lines of the log; what is printed for people is left out. */
function linesOf({ output }: Killable): readonly Readonly<Record<string, unknown>>[] {
  const lines = output().split('\n');
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);
}
