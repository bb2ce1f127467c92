import { AUDIT_ACTIONS } from '@proofmark/schemas/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKey, makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Api, KEY_OPERATIONS, startApi } from './api.fixture.js';
import { V1_OPERATIONS } from './index.js';
import { SKILL_PACKAGE } from './skills/package.fixture.js';

// T17: who did what can be found out afterwards.
let api: Api;
let acme: Tenant;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
});
afterAll(() => api.close());

const RECIPIENT = { email: 'ada@example.org', name: 'Ada Lovelace' };
const WORK = { private: true, name: 'Notes on Ada', mediaType: 'text/plain', content: 'eA==' };

const MAIL_TEXT = { subject: 'X {badge}', paragraphs: ['X'], button: 'X' };
interface Call {
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string;
}

async function badge(body: object = {}): Promise<string> {
  const path = `/v1/achievements/${acme.achievement.id}/credentials`;
  return (await api.call('POST', path, { key: acme.key, body: { recipient: RECIPIENT, ...body } })).body.id;
}

async function domain(): Promise<string> {
  const path = `/v1/issuers/${acme.issuer.id}/domains`;
  return (await api.call('POST', path, { key: acme.key, body: { origin: 'https://other.example' } })).body.id;
}

async function webhook(): Promise<string> {
  return (await api.call('POST', '/v1/webhooks', { key: acme.key, body: { url: 'http://localhost:9/' } })).body.id;
}

async function job(...acts: readonly string[]): Promise<string> {
  const body = { achievementId: acme.achievement.id, rows: [{ recipient: RECIPIENT }] };
  const { id } = (await api.call('POST', '/v1/issuance-jobs', { key: acme.key, body })).body;
  for (const act of acts) await api.call('POST', `/v1/issuance-jobs/${id}/${act}`, { key: acme.key });
  return id;
}

async function withLink(): Promise<{ readonly credential: string; readonly link: string }> {
  const credential = await badge({ evidence: [WORK] });
  const made = await api.call('POST', `/v1/credentials/${credential}/viewing-links`, { key: acme.key, body: { for: 'Initech' } });
  return { credential, link: made.body.id };
}

/** An organisation that has nothing. */
async function organisation(): Promise<string> {
  const { rows } = await api.database.pool.query("INSERT INTO organisation VALUES (gen_random_uuid(), 'Elsewhere', now()) RETURNING id");
  return rows[0].id;
}

/** A request of each changing operation that changes something, made from what is there. A new operation without one fails. */
const CALLS: Readonly<Record<string, () => Promise<Call>>> = {
  createIssuer: async () => ({ path: '/v1/issuers', body: { slug: 'globex', name: 'Globex' }, key: api.adminKey }),
  giveIssuer: async () => ({
    path: `/v1/issuers/${acme.issuer.id}/organisation`,
    body: { organisationId: await organisation() },
    key: api.adminKey,
  }),
  allowMailDomain: async () => ({
    path: `/v1/organisations/${await organisation()}/mail-domains`,
    body: { domain: 'school.example' },
    key: api.adminKey,
  }),
  disallowMailDomain: async () => {
    const path = `/v1/organisations/${await organisation()}/mail-domains`;
    await api.call('POST', path, { body: { domain: 'other.example' } });
    return { path: `${path}/other.example`, key: api.adminKey };
  },
  updateIssuer: async () => ({ path: `/v1/issuers/${acme.issuer.id}`, body: { description: 'A school.' } }),
  suspendIssuer: async () => {
    const { id } = (await makeTenant(api, 'to-suspend')).issuer;
    return { path: `/v1/issuers/${id}/suspend`, body: { reason: 'It calls itself Ada Lovelace College.' }, key: api.adminKey };
  },
  resumeIssuer: async () => {
    const { id } = (await makeTenant(api, 'to-resume')).issuer;
    await api.call('POST', `/v1/issuers/${id}/suspend`, { body: { reason: 'X' } });
    return { path: `/v1/issuers/${id}/resume`, key: api.adminKey };
  },
  decideReport: async () => {
    const about = { issuerId: acme.issuer.id, credentialId: null };
    await api.useCases.reportIssuer({ ...about, reason: 'untrue', text: 'Ada cheated.', email: null });
    const [report] = (await api.call('GET', '/v1/reports')).body.data;
    return { path: `/v1/reports/${report.id}/decide`, body: { decision: 'dismissed' }, key: api.adminKey };
  },
  updateRetention: async () => ({ path: `/v1/issuers/${acme.issuer.id}/retention`, body: { refusedRowDays: 3 } }),
  updateMailSettings: async () => ({ path: `/v1/issuers/${acme.issuer.id}/mail`, body: { issued: true, replyTo: RECIPIENT.email } }),
  updateMailText: async () => ({ path: `/v1/issuers/${acme.issuer.id}/mail-texts/issued/de`, body: MAIL_TEXT }),
  resetMailText: async () => {
    const path = `/v1/issuers/${acme.issuer.id}/mail-texts/issued/nl`;
    await api.call('PUT', path, { key: acme.key, body: MAIL_TEXT });
    return { path };
  },
  previewMailText: async () => ({ path: `/v1/issuers/${acme.issuer.id}/mail-texts/issued/de/preview`, body: {} }),
  rotateSigningKey: async () => ({ path: `/v1/issuers/${acme.issuer.id}/keys`, body: { algorithm: 'ES256' } }),
  revokeSigningKey: async () => {
    const { data } = (await api.call('GET', `/v1/issuers/${acme.issuer.id}/keys`, { key: acme.key })).body;
    return { path: `/v1/issuers/${acme.issuer.id}/keys/${data[0].id}/revoke`, body: { reason: 'Ada’s laptop was stolen.' } };
  },
  linkDomain: async () => ({ path: `/v1/issuers/${acme.issuer.id}/domains`, body: { origin: 'https://acme.example' } }),
  checkDomain: async () => ({ path: `/v1/issuers/${acme.issuer.id}/domains/${await domain()}/check` }),
  unlinkDomain: async () => ({ path: `/v1/issuers/${acme.issuer.id}/domains/${await domain()}` }),
  createAchievement: async () => ({ path: '/v1/achievements', body: { name: 'X', description: 'X', criteria: { narrative: 'X' } } }),
  updateAchievement: async () => ({ path: `/v1/achievements/${acme.achievement.id}`, body: { version: '2' } }),
  importSkillFramework: async () => ({ path: '/v1/skill-frameworks?name=Ada’s', body: SKILL_PACKAGE }),
  deleteSkillFramework: async () => {
    const { id } = (await api.call('POST', '/v1/skill-frameworks', { key: acme.key, body: SKILL_PACKAGE })).body;
    return { path: `/v1/skill-frameworks/${id}` };
  },
  issueCredential: async () => ({ path: `/v1/achievements/${acme.achievement.id}/credentials`, body: { recipient: RECIPIENT } }),
  revokeCredential: async () => ({ path: `/v1/credentials/${await badge()}/revoke`, body: { confirm: 'revoke', reason: 'Ada cheated.' } }),
  revokeCredentials: async () => ({
    path: '/v1/credentials/revoke',
    body: { confirm: 'revoke', credentials: [{ id: await badge() }], reason: 'Ada cheated.' },
  }),
  suspendCredentials: async () => ({
    path: '/v1/credentials/suspend',
    body: { credentials: [{ id: await badge() }], reason: 'Ada is asked.' },
  }),
  resumeCredentials: async () => {
    const id = await badge();
    await api.call('POST', `/v1/credentials/${id}/suspend`, { key: acme.key });
    return { path: '/v1/credentials/resume', body: { credentials: [{ id }] } };
  },
  undoBulkAct: async () => {
    const body = { credentials: [{ id: await badge() }], undoable: true };
    const { acts } = (await api.call('POST', '/v1/credentials/suspend', { key: acme.key, body })).body;
    return { path: `/v1/bulk-acts/${acts[0].id}/undo` };
  },
  requestAssessment: async () => ({ path: `/v1/credentials/${await badge()}/assessment`, body: { note: 'Ada may have cheated.' } }),
  decideCorrection: async () => {
    const id = await badge();
    const { url } = (await api.call('POST', `/v1/credentials/${id}/claim-link`, { key: acme.key })).body;
    const claimed = await api.useCases.claimBadge(url.split('/').at(-1));
    await api.useCases.proposeCorrection(claimed.claimed ? claimed.token : '', { name: 'Ada King', email: '' }, 'en');
    const corrections = (await api.call('GET', '/v1/corrections', { key: acme.key })).body.data;
    return { path: `/v1/corrections/${corrections.at(-1).id}/decide`, body: { accept: false } };
  },
  resendCredential: async () => ({ path: `/v1/credentials/${await badge()}/resend` }),
  createClaimLink: async () => ({ path: `/v1/credentials/${await badge()}/claim-link` }),
  resendCredentials: async () => ({ path: '/v1/credentials/resend', body: { credentials: [{ id: await badge() }] } }),
  searchCredentials: async () => ({ path: '/v1/credentials/search', body: { email: RECIPIENT.email } }),
  searchRecipients: async () => ({ path: '/v1/recipients/search', body: { email: RECIPIENT.email } }),
  eraseRecipient: async () => {
    const read = await api.call('GET', `/v1/credentials/${await badge()}`, { key: acme.key });
    return { path: `/v1/recipients/${read.body.recipient.id}/erase`, body: { confirm: 'erase', revoke: true } };
  },
  suspendCredential: async () => ({ path: `/v1/credentials/${await badge()}/suspend`, body: { reason: 'Ada is asked.' } }),
  resumeCredential: async () => {
    const path = `/v1/credentials/${await badge()}`;
    await api.call('POST', `${path}/suspend`, { key: acme.key });
    return { path: `${path}/resume` };
  },
  renewCredential: async () => ({ path: `/v1/credentials/${await badge()}/renew`, body: {} }),
  correctCredential: async () => ({ path: `/v1/credentials/${await badge()}/correct`, body: { recipient: { name: 'Ada Hopper' } } }),
  eraseCredential: async () => ({ path: `/v1/credentials/${await badge()}/erase`, body: { confirm: 'erase', revoke: true } }),
  endorseCredential: async () => ({
    path: `/v1/credentials/${await badge()}/endorsements`,
    body: { assessor: { name: 'Grace Hopper' }, comment: 'Ada did it.' },
  }),
  createViewingLink: async () => ({
    path: `/v1/credentials/${await badge({ evidence: [WORK] })}/viewing-links`,
    body: { for: 'Initech' },
  }),
  revokeViewingLink: async () => {
    const { credential, link } = await withLink();
    return { path: `/v1/credentials/${credential}/viewing-links/${link}` };
  },
  checkEvidence: async () => ({ path: '/v1/evidence/check', body: { evidence: [WORK] } }),
  previewBadgeImage: async () => ({ path: '/v1/badge-images/preview', body: { title: 'Web API design' } }),
  createEvidenceChallenge: async () => ({ path: '/v1/evidence/challenges', body: { recipient: { email: 'ada@example.org' } } }),
  createApiKey: async () => ({ path: '/v1/api-keys', body: { name: 'Ada’s laptop', scopes: ['credentials:read'] } }),
  createWebhook: async () => ({ path: '/v1/webhooks', body: { url: 'http://localhost:9/ada@example.org', description: 'Ada’s' } }),
  updateWebhook: async () => ({ path: `/v1/webhooks/${await webhook()}`, body: { description: 'Ada’s' } }),
  deleteWebhook: async () => ({ path: `/v1/webhooks/${await webhook()}` }),
  rotateWebhookSecret: async () => ({ path: `/v1/webhooks/${await webhook()}/rotate-secret` }),
  testWebhook: async () => ({ path: `/v1/webhooks/${await webhook()}/test` }),
  replayWebhook: async () => ({ path: `/v1/webhooks/${await webhook()}/replay`, body: { since: '2026-01-01T00:00:00Z' } }),
  replayWebhookDelivery: async () => {
    const [id, events] = [await webhook(), (await api.call('GET', '/v1/events', { key: acme.key })).body.data];
    const [issuerId, webhookId, at] = [acme.issuer.id, id, new Date()];
    const made = { state: 'delivered', attempts: 1, nextAt: at, attemptedAt: at, createdAt: at } as const;
    const empty = { status: 200, failure: null, durationMs: 1, excerpt: null };
    const delivery = { issuerId, webhookId, eventId: events[0].id, type: events[0].type, subject: issuerId, ...made, ...empty };
    await api.store.deliveries.insert(delivery);
    return { path: `/v1/webhooks/${id}/deliveries/${delivery.eventId}/replay` };
  },
  readUploadColumns: async () => ({ path: '/v1/issuance-jobs/columns', body: { text: 'email\n' } }),
  createIssuanceJob: async () => ({
    path: '/v1/issuance-jobs',
    body: { achievementId: acme.achievement.id, rows: [{ recipient: RECIPIENT }] },
  }),
  cancelIssuanceJob: async () => ({ path: `/v1/issuance-jobs/${await job()}/cancel` }),
  resumeIssuanceJob: async () => ({ path: `/v1/issuance-jobs/${await job('cancel')}/resume` }),
  undoIssuanceJob: async () => ({ path: `/v1/issuance-jobs/${await job('cancel')}/undo`, body: { confirm: 'revoke' } }),
  retryIssuanceJob: async () => {
    const id = await job();
    const key = { issuerId: acme.issuer.id, jobId: id };
    await api.useCases.readJob(key, new AbortController().signal);
    return { path: `/v1/issuance-jobs/${id}/retry` };
  },
  deleteApiKey: async () => ({ path: `/v1/api-keys/${(await makeKey(api, acme.issuer.id, ['credentials:read'])).key.record.id}` }),
};

const CHANGING = KEY_OPERATIONS.filter(({ method }) => method !== 'get');

async function entries(): Promise<readonly Record<string, unknown>[]> {
  return (await api.database.pool.query('SELECT * FROM audit_entry ORDER BY txid, id')).rows;
}

describe('every operation that changes something', () => {
  it('has a request here', () => {
    expect(CHANGING.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(CALLS).sort());
  });

  it.each(CHANGING)('leaves exactly the audit entry that its route names: $operationId', async ({ operationId, method, audit }) => {
    const { path, body, key = acme.key } = await CALLS[operationId]!();
    const before = await entries();
    const headers = { 'x-request-id': `request-${operationId}` };
    const answer = await api.call(method.toUpperCase(), path, { key, body, headers });
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    const added = (await entries()).slice(before.length);
    if (typeof audit !== 'string') return expect([added, audit?.none]).toEqual([[], expect.stringMatching(/\w/)]);
    expect(added).toMatchObject([
      { action: audit, object_type: audit.split('.')[0], actor: 'api-key', request_id: `request-${operationId}` },
    ]);
    const byAdmin = key === api.adminKey;
    const actors = await api.database.pool.query('SELECT issuer_id FROM api_key WHERE id = $1', [added[0]!.api_key_id]);
    expect(actors.rows).toEqual([{ issuer_id: byAdmin ? null : acme.issuer.id }]);
    // What the operator does to an issuer stands in the issuer's log; what a key of the service does otherwise, in the service's.
    const own = byAdmin
      ? /\/(?:suspend|resume|organisation)$/.test(path)
        ? (answer.body?.id ?? acme.issuer.id)
        : '00000000-0000-0000-0000-000000000000'
      : acme.issuer.id;
    expect(added[0]!.issuer_id).toBe(own);
    if (answer.body?.id !== undefined && method === 'post' && !/\/(revoke|erase|replay|undo)$/.test(path))
      expect(added[0]!.object_id).toBe(answer.body.id);
    expect(JSON.stringify(added)).not.toMatch(/\bada\b|lovelace|hopper|initech|example\.org|cheated|laptop/i);
  });

  it('leaves no entry when it is refused, or changes nothing', async () => {
    const credential = await badge();
    await api.call('POST', `/v1/credentials/${credential}/revoke`, { key: acme.key, body: { confirm: 'revoke' } });
    const before = (await entries()).length;
    const calls: [string, string, unknown?][] = [
      ['POST', `/v1/credentials/${credential}/revoke`, { confirm: 'revoke' }],
      ['POST', `/v1/credentials/${credential}/endorsements`, { assessor: { name: 'Eve' }, comment: 'X' }],
      ['POST', '/v1/issuers', { slug: 'x', name: 'X' }],
      ['POST', '/v1/achievements', { name: '' }],
      ['DELETE', `/v1/api-keys/${credential}`],
    ];
    for (const [method, path, body] of calls) await api.call(method, path, { key: acme.key, body });
    expect((await entries()).length).toBe(before);
  });

  it('is rolled back with its entry', async () => {
    const before = (await entries()).length;
    const path = `/v1/achievements/${acme.achievement.id}/credentials`;
    await api.database.pool.query('ALTER TABLE audit_entry RENAME TO hidden');
    const answer = await api.call('POST', path, { key: acme.key, body: { recipient: { email: 'eve@example.org' } } });
    await api.database.pool.query('ALTER TABLE hidden RENAME TO audit_entry');
    expect(answer.status).toBe(500);
    const found = await api.call('POST', '/v1/credentials/search', { key: acme.key, body: { email: 'eve@example.org' } });
    expect([found.body.data, (await entries()).length]).toEqual([[], before]);
  });
});

/** What only the operator does, by a command at the machine; keyring.test.ts, sign-in-links.security.test.ts and moving-issuer.test.ts do it. */
const AT_THE_MACHINE = ['keyring.passphrase-changed', 'keyring.begun-anew', 'sign-in-link.created', 'issuer.imported'];

/** What the service does by itself, or for a learner; serve-webhook.test.ts, jobs.test.ts, people.test.ts and own-correction.security.test.ts have it. */
const BY_ITSELF = ['webhook.disabled', 'issuance-job.issued', 'owner-link.created', 'correction.requested'];

it('every action of the audit log belongs to an operation, to a command at the machine, or to the service itself', () => {
  const named = new Set<unknown>([...V1_OPERATIONS.map(({ audit }) => audit), ...AT_THE_MACHINE, ...BY_ITSELF]);
  expect(AUDIT_ACTIONS.filter((action) => !named.has(action))).toEqual([]);
});

describe('the database', () => {
  it.each([
    "UPDATE audit_entry SET action = 'credential.issued'",
    "UPDATE audit_entry SET seq = 99, previous = '', hash = '', at = now()",
    'UPDATE audit_entry SET seq = NULL',
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
  ])('refuses %s', async (statement) => {
    await expect(api.database.pool.query(statement)).rejects.toThrow('the audit log is append-only');
  });
});
