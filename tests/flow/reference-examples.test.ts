import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { SCOPES } from '@proofmark/schemas/api';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Stage, startStage } from './stage.js';

/** The parts of the OpenAPI document that are followed here. */
interface Operation {
  readonly operationId: string;
  readonly description: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly required?: boolean; readonly example?: unknown }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}
interface Described extends Operation {
  readonly method: string;
  readonly path: string;
}

/** In an order in which each finds what it is about: who issues, what can be earned, a badge and its life, and what ends. */
const ORDER = [
  'createIssuer listIssuers getIssuer updateIssuer getRetention updateRetention listSigningKeys rotateSigningKey',
  'linkDomain listDomains getDomain createAchievement listAchievements getAchievement previewBadgeImage',
  'importSkillFramework listSkillFrameworks getSkillFramework searchSkills deleteSkillFramework',
  'createWebhook checkEvidence createEvidenceChallenge issueCredential getCredential listCredentials searchCredentials endorseCredential listEndorsements createClaimLink countClaims renewCredential',
  'listRecipients searchRecipients getRecipient exportRecipient exportIssuer',
  'createIssuanceJob listIssuanceJobs getIssuanceJob listIssuanceJobRows followIssuanceJob retryIssuanceJob cancelIssuanceJob resumeIssuanceJob',
  'listWebhooks getWebhook testWebhook rotateWebhookSecret replayWebhook listWebhookDeliveries replayWebhookDelivery updateWebhook',
  'createViewingLink listViewingLinks revokeViewingLink listEvents createApiKey listApiKeys deleteApiKey listAuditLog',
  'updateAchievement suspendCredential resumeCredential resendCredential resendCredentials correctCredential suspendCredentials resumeCredentials revokeCredentials revokeCredential eraseCredential',
  'eraseRecipient unlinkDomain revokeSigningKey deleteWebhook',
]
  .join(' ')
  .split(' ');

/** What an answer gives an id to, for the operations after it. */
const MAKES: Readonly<Record<string, string>> = {
  createIssuer: 'issuerId',
  linkDomain: 'domainId',
  createAchievement: 'achievementId',
  importSkillFramework: 'frameworkId',
  issueCredential: 'credentialId',
  createViewingLink: 'linkId',
  createApiKey: 'apiKeyId',
  createWebhook: 'webhookId',
  createIssuanceJob: 'jobId',
};
/** Examples that name a thing or a place of another service, and parameters of admin keys. */
const NOT_HERE = ['cursor', 'after', 'issuer', 'achievement', 'service'];

let stage: Stage;
let operations: ReadonlyMap<string, Described>;
const ids: Record<string, string> = {};
let issuerKey: string;

beforeAll(async () => {
  stage = await startStage();
  const document = await (await fetch(`${stage.service.baseUrl}/openapi.json`)).json();
  const all = Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method, path })),
  );
  operations = new Map(all.filter(({ security }) => security?.some((scheme) => 'apiKey' in scheme)).map((one) => [one.operationId, one]));
});

async function send({ method, path, parameters = [], requestBody }: Described, key: string, query = ''): Promise<Response> {
  const headers = parameters
    .filter((one) => one.in === 'header')
    .map(({ name, example }) => [name, `${example} ${path}`.replace(/\W/g, '')]);
  const [[type, content] = []] = Object.entries(requestBody?.content ?? {});
  const needed = parameters
    .filter((one) => one.in === 'query' && one.required === true)
    .map(({ name, example }) => [name, String(example)]);
  const asked = new URLSearchParams([...needed, ...new URLSearchParams(query)]);
  return fetch(`${stage.service.baseUrl}${path.replace(/\{(\w+)\}/g, (_, name) => ids[name] ?? '')}?${asked}`, {
    method: method.toUpperCase(),
    headers: { authorization: `Bearer ${key}`, ...(type === undefined ? {} : { 'content-type': type }), ...Object.fromEntries(headers) },
    ...(content === undefined ? {} : { body: JSON.stringify(here(content.example)) }),
  });
}

/** An example that names an achievement names the one that was made here. */
function here(example: unknown): unknown {
  const names = typeof example === 'object' && example !== null && 'achievementId' in example;
  return names ? { ...example, achievementId: ids.achievementId } : example;
}

async function deliveries(): Promise<readonly { readonly id: string; readonly type: string }[]> {
  return (await (await send(operations.get('listWebhookDeliveries')!, issuerKey)).json()).data;
}

/** What an example takes for granted: a key of the issuer, a delivery of an event, and a badge over private work. */
async function prepare(operationId: string): Promise<void> {
  if (operationId === 'updateIssuer')
    issuerKey = (await stage.client.apiKeys.create({ name: 'examples', issuerId: ids.issuerId, scopes: SCOPES })).key;
  if (operationId === 'replayWebhookDelivery')
    ids.deliveryId = await vi.waitUntil(async () => (await deliveries()).find(({ type }) => type !== 'webhook.test')?.id, {
      timeout: 20_000,
    });
  if (operationId === 'cancelIssuanceJob') {
    // Nobody answers for this work, so that the job is not at its end.
    const row = { recipient: { email: 'ada@example.org' }, evidence: [{ url: 'http://localhost:1/ada/todo.mjs' }] };
    const file = { type: 'application/x-ndjson', bytes: new TextEncoder().encode(JSON.stringify(row)) } as const;
    ids.jobId = (await stage.client.issuanceJobs.create({ achievementId: ids.achievementId! }, file)).id;
  }
  if (operationId === 'createViewingLink') {
    const work = { private: true, name: 'Essay', mediaType: 'text/plain', content: 'eA==' } as const;
    const body = { recipient: { email: 'ada@example.org' }, evidence: [{ url: `${stage.service.baseUrl}/example/todo-api.mjs` }, work] };
    ids.credentialId = (await stage.client.credentials.issue(ids.achievementId!, body)).id;
  }
}

describe('the examples of the API reference', () => {
  it('cover every operation that takes keys', () => {
    expect([...operations.keys()].sort()).toEqual([...ORDER].sort());
  });

  it('are taken by a running service, one after the other, with the status that the reference promises', async () => {
    const { adminKey } = stage.service;
    const answers: [string, number, unknown][] = [];
    for (const operationId of ORDER) {
      await prepare(operationId);
      const operation = operations.get(operationId)!;
      const key = operation.description.includes('Needs an admin key.') ? adminKey! : (issuerKey ?? adminKey!);
      const response = await send(operation, key);
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') === true;
      const body = isJson ? JSON.parse(text) : null;
      const promised = Object.keys(operation.responses).filter((status) => status.startsWith('2'));
      const made = promised.find((status) => status === '201' || status === '202') ?? promised[0];
      if (String(response.status) !== made) answers.push([operationId, response.status, body]);
      if (MAKES[operationId] !== undefined) ids[MAKES[operationId]] = body?.id;
      if (operationId === 'issueCredential') ids.recipientId = body?.recipient?.id;
      if (operationId === 'listSigningKeys') ids.keyId = body.data[0].id;
    }
    expect(answers).toEqual([]);
  });

  it('begin with a request that a shell can send', async () => {
    const { info } = await (await fetch(`${stage.service.baseUrl}/openapi.json`)).json();
    const [, lines = ''] = /```sh\n([\s\S]*?)```/.exec(info.description) ?? [];
    const script = lines.replace('pm_admin_…', stage.service.adminKey!).replace('riverside', 'from-a-shell');
    const { stdout } = await promisify(execFile)('sh', ['-e', '-c', script]);
    expect(JSON.parse(stdout)).toMatchObject({ slug: 'from-a-shell', name: 'Riverside College' });
  });

  it('are taken as parameters, too, where they name nothing of another service', async () => {
    const answers: [string, number][] = [];
    ids.webhookId = (await (await send(operations.get('createWebhook')!, issuerKey)).json()).id;
    const uploads = ['createIssuanceJob', 'importSkillFramework'];
    const optional = ({ parameters = [] }: Described) => parameters.filter((one) => one.in === 'query' && one.required !== true);
    for (const operation of [...operations.values()].filter(({ operationId }) => !uploads.includes(operationId)))
      for (const { name, example } of optional(operation).filter((one) => !NOT_HERE.includes(one.name))) {
        const { status } = await send(operation, issuerKey, `?${name}=${encodeURIComponent(String(example))}`);
        answers.push([`${operation.operationId} ${name}`, status]);
      }
    // Those of an upload go with a file as the body.
    const { path, requestBody, parameters = [] } = operations.get('createIssuanceJob')!;
    for (const { name, example } of parameters.filter((one) => one.in === 'query' && one.name !== 'achievement')) {
      const query = new URLSearchParams({ achievement: ids.achievementId!, [name]: String(example) });
      const headers = { authorization: `Bearer ${issuerKey}`, 'content-type': 'text/csv' };
      const body = String(requestBody?.content['text/csv']?.example);
      const { status } = await fetch(`${stage.service.baseUrl}${path}?${query}`, { method: 'POST', headers, body });
      answers.push([`createIssuanceJob ${name}`, status === 202 ? 200 : status]);
    }
    const framework = operations.get('importSkillFramework')!;
    const given = optional(framework).filter((one) => !NOT_HERE.includes(one.name));
    const query = new URLSearchParams(given.map(({ name, example }) => [name, String(example)]));
    expect((await send(framework, issuerKey, `?${query}`)).status).toBe(201);
    answers.push(['importSkillFramework', (await send(framework, issuerKey, `?${query}`)).status]);
    expect(answers.length).toBeGreaterThan(10);
    expect(answers.filter(([, status]) => status !== 200 && status !== 410)).toEqual([]);
  });
});
