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
  'createIssuer listIssuers getIssuer updateIssuer suspendIssuer resumeIssuer listReports decideReport getIssuerOverview getRetention updateRetention listSigningKeys rotateSigningKey',
  'linkDomain listDomains getDomain checkDomain createAchievement listAchievements getAchievement previewBadgeImage',
  'importSkillFramework listSkillFrameworks getSkillFramework searchSkills deleteSkillFramework',
  'createWebhook checkEvidence createEvidenceChallenge issueCredential getCredential listCredentials searchCredentials endorseCredential listEndorsements requestAssessment listAssessments getAssessment createClaimLink countClaims renewCredential',
  'getMailSettings updateMailSettings listMailTexts getMailText updateMailText previewMailText resetMailText listMails countMails',
  'listRecipients searchRecipients getRecipient exportRecipient exportIssuer',
  'readUploadColumns createIssuanceJob listIssuanceJobs getIssuanceJob listIssuanceJobRows followIssuanceJob retryIssuanceJob cancelIssuanceJob resumeIssuanceJob undoIssuanceJob',
  'listWebhooks getWebhook testWebhook rotateWebhookSecret replayWebhook listWebhookDeliveries replayWebhookDelivery updateWebhook',
  'createViewingLink listViewingLinks revokeViewingLink listEvents createApiKey listApiKeys deleteApiKey listAuditLog',
  'updateAchievement suspendCredential resumeCredential resendCredential resendCredentials correctCredential listCorrections decideCorrection suspendCredentials listBulkActs undoBulkAct resumeCredentials revokeCredentials revokeCredential eraseCredential',
  'eraseRecipient unlinkDomain revokeSigningKey deleteWebhook',
]
  .join(' ')
  .split(' ');

/** What needs an organisation, which people alone make, in a browser. */
const OF_PEOPLE = ['giveIssuer', 'allowMailDomain', 'disallowMailDomain'];

/** What an answer gives an id to, for the operations after it. */
const MAKES: Readonly<Record<string, string>> = {
  createIssuer: 'issuerId',
  linkDomain: 'domainId',
  createAchievement: 'achievementId',
  importSkillFramework: 'frameworkId',
  issueCredential: 'credentialId',
  requestAssessment: 'assessmentId',
  createViewingLink: 'linkId',
  createApiKey: 'apiKeyId',
  createWebhook: 'webhookId',
  createIssuanceJob: 'jobId',
};
/** Examples that name a thing or a place of another service, and parameters of admin keys. */
const NOT_HERE = ['cursor', 'after', 'issuer', 'achievement', 'credential', 'service'];

let stage: Stage;
let operations: ReadonlyMap<string, Described>;
const ids: Record<string, string> = { kind: 'issued', language: 'en' };
let issuerKey: string;

beforeAll(async () => {
  stage = await startStage();
  const document = await (await fetch(`${stage.service.baseUrl}/openapi.json`)).json();
  const all = Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method, path })),
  );
  operations = new Map(all.filter(({ security }) => security?.some((scheme) => 'apiKey' in scheme)).map((one) => [one.operationId, one]));
});

const keyOf = ({ description }: Described): string =>
  description.includes('Needs an admin key.') ? stage.service.adminKey! : (issuerKey ?? stage.service.adminKey!);

async function send({ method, path, parameters = [], requestBody }: Described, key: string, query = ''): Promise<Response> {
  const headers = parameters
    .filter((one) => one.in === 'header')
    .map(({ name, example }) => [name, name === 'If-Match' ? ids.etag : `${example} ${path}`.replace(/\W/g, '')]);
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

const work = () => ({ url: `${stage.service.baseUrl}/example/todo-api.mjs` });
const ESSAY = { private: true, name: 'Essay', mediaType: 'text/plain', content: 'eA==' } as const;
const NDJSON = 'application/x-ndjson';
/** A job of one row. */
async function job(row: object): Promise<string> {
  const file = { type: NDJSON, bytes: new TextEncoder().encode(JSON.stringify(row)) } as const;
  return (await stage.client.issuanceJobs.create({ achievementId: ids.achievementId! }, file)).id;
}

/** What an example takes for granted: a key of the issuer, a report of it, a delivery of an event, jobs at an end or not, an act, a badge over private work. */
async function prepare(operationId: string): Promise<void> {
  if (operationId === 'listReports')
    await fetch(`${stage.service.baseUrl}/issuers/riverside/report`, {
      method: 'POST',
      body: new URLSearchParams({ reason: 'impersonation' }),
    });
  if (operationId === 'updateAchievement') {
    ids.etag = (await send(operations.get('getAchievement')!, issuerKey)).headers.get('etag') ?? '';
    // Its example asks for more work than this badge has.
    const body = { recipient: { email: 'joan@example.org' }, evidence: [work(), ESSAY] };
    ids.suspendedId = (await stage.client.credentials.issue(ids.achievementId!, body)).id;
    ids.misnamedId = (await stage.client.credentials.issue(ids.achievementId!, { ...body, recipient: { email: 'g@example.org' } })).id;
  }
  if (operationId === 'undoIssuanceJob') {
    ids.jobId = await job({ recipient: { email: 'grace@example.org' }, evidence: [work()] });
    await vi.waitUntil(async () => (await stage.client.issuanceJobs.get(ids.jobId!)).state === 'ended', { timeout: 60_000 });
  }
  if (operationId === 'undoBulkAct') {
    const { acts } = await stage.client.credentials.suspendMany({ credentials: [{ id: ids.suspendedId! }], undoable: true });
    ids.actId = acts[0]!.id;
  }
  if (operationId === 'updateIssuer')
    issuerKey = (await stage.client.apiKeys.create({ name: 'examples', issuerId: ids.issuerId, scopes: SCOPES })).key;
  if (operationId === 'replayWebhookDelivery')
    ids.deliveryId = await vi.waitUntil(async () => (await deliveries()).find(({ type }) => type !== 'webhook.test')?.id, {
      timeout: 60_000,
    });
  if (operationId === 'cancelIssuanceJob') {
    // Nobody answers for this work, so that the job is not at its end.
    ids.jobId = await job({ recipient: { email: 'ada@example.org' }, evidence: [{ url: 'http://localhost:1/ada/todo.mjs' }] });
  }
  if (operationId === 'decideCorrection') {
    const { url } = await stage.client.credentials.createClaimLink(ids.misnamedId!);
    const page = (await fetch(url, { method: 'POST', redirect: 'manual' })).headers.get('location')!;
    await fetch(new URL(page, url), { method: 'POST', body: new URLSearchParams({ do: 'correct', name: 'Grace Hopper', email: '' }) });
    for await (const one of stage.client.corrections.list({ issuer: ids.issuerId! })) ids.correctionId = one.id;
  }
  if (operationId === 'createViewingLink') {
    const body = { recipient: { email: 'ada@example.org' }, evidence: [work(), ESSAY] };
    ids.credentialId = (await stage.client.credentials.issue(ids.achievementId!, body)).id;
  }
}

describe('the examples of the API reference', () => {
  it('cover every operation that takes keys', () => {
    expect([...operations.keys()].sort()).toEqual([...ORDER, ...OF_PEOPLE].sort());
  });

  it('are taken by a running service, one after the other, with the status that the reference promises', async () => {
    const answers: [string, number, unknown][] = [];
    for (const operationId of ORDER) {
      await prepare(operationId);
      const operation = operations.get(operationId)!;
      const response = await send(operation, keyOf(operation));
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') === true;
      const body = isJson ? JSON.parse(text) : null;
      const promised = Object.keys(operation.responses).filter((status) => status.startsWith('2'));
      const made = promised.find((status) => status === '201' || status === '202') ?? promised[0];
      if (String(response.status) !== made) answers.push([operationId, response.status, body]);
      if (MAKES[operationId] !== undefined) ids[MAKES[operationId]] = body?.id;
      if (operationId === 'issueCredential') ids.recipientId = body?.recipient?.id;
      if (operationId === 'listSigningKeys') ids.keyId = body.data[0].id;
      if (operationId === 'listReports') ids.reportId = body.data[0].id;
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
        const { status } = await send(operation, keyOf(operation), `?${name}=${encodeURIComponent(String(example))}`);
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
