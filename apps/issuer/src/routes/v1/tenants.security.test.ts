import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveMails } from '../../issuing/badge-mails/mail-stage.fixture.js';
import { makeKey, makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Api, startApi } from './api.fixture.js';
import { describedOperations, FOR_ADMIN_KEYS } from './operations.fixture.js';
import { SKILL_PACKAGE } from './skills/package.fixture.js';
import { operatorCases, suspendedAndUndone, TENANT_TABLES, type TenantCase, withRowsOfTheService } from './tenant-tables.fixture.js';

// T17, T19: everything here is done by Globex with a key that may do everything, to what belongs to Acme.
let api: Api;
let acme: Tenant;
let globex: Tenant;
let badge: { readonly id: string; readonly recipient: { readonly id: string } };
let [link, domain] = [{ id: '' }, { id: '' }];
let otherKeyOfAcme: string;
let signingKey: string;
let webhook: string;
let [job, framework, act, correction, assessment] = ['', '', '', '', ''];
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
  globex = await makeTenant(api, 'globex');
  const work = { private: true, name: 'Notes', mediaType: 'text/plain', content: 'eA==' };
  const body = { recipient: { email: 'ada@example.org' }, evidence: [work] };
  badge = (
    await api.call('POST', `/v1/achievements/${acme.achievement.id}/credentials`, {
      key: acme.key,
      body,
      headers: { 'idempotency-key': 'first' },
    })
  ).body;
  link = (await api.call('POST', `/v1/credentials/${badge.id}/viewing-links`, { key: acme.key, body: { for: 'Initech' } })).body;
  await api.call('POST', `/v1/credentials/${badge.id}/endorsements`, {
    key: acme.key,
    body: { assessor: { name: 'Grace Hopper', email: 'grace@example.org' }, comment: 'Ada did it.' },
  });
  assessment = (await api.call('POST', `/v1/credentials/${badge.id}/assessment`, { key: acme.key, body: {} })).body.id;
  act = await suspendedAndUndone(api, acme.key, badge.id);
  await api.call('POST', '/v1/evidence/check', { key: acme.key, body: { credentialId: badge.id } });
  const claim = { key: acme.key, body: { origin: 'https://acme.example' } };
  domain = (await api.call('POST', `/v1/issuers/${acme.issuer.id}/domains`, claim)).body;
  // What is in the record of the issuer, and what waits for it.
  await api.useCases.recordIssued();
  const [first, second] = (await api.call('GET', `/v1/issuers/${acme.issuer.id}/keys`, { key: acme.key })).body.data;
  signingKey = first.id;
  await api.call('POST', `/v1/issuers/${acme.issuer.id}/keys/${second.id}/revoke`, { key: acme.key, body: {} });
  const another = { key: acme.key, body: { recipient: { email: 'grace@example.org' } } };
  await api.call('POST', `/v1/achievements/${acme.achievement.id}/credentials`, another);
  webhook = (await api.call('POST', '/v1/webhooks', { key: acme.key, body: { url: 'http://localhost:9/' } })).body.id;
  await api.call('POST', `/v1/webhooks/${webhook}/test`, { key: acme.key });
  const rows = { achievementId: acme.achievement.id, rows: [{ recipient: { email: 'joan@example.org' } }] };
  job = (await api.call('POST', '/v1/issuance-jobs', { key: acme.key, body: rows })).body.id;
  await api.useCases.readJob({ issuerId: acme.issuer.id, jobId: job }, new AbortController().signal);
  // What is kept of another upload, which nobody has read yet.
  await api.call('POST', '/v1/issuance-jobs', { key: acme.key, body: rows });
  await api.call('PATCH', `/v1/issuers/${acme.issuer.id}/retention`, { key: acme.key, body: { jobDays: 10 } });
  await api.call('PATCH', `/v1/issuers/${acme.issuer.id}/mail`, { key: acme.key, body: { issued: true } });
  await api.call('POST', `/v1/credentials/${badge.id}/resend`, { key: acme.key });
  await api.call('PUT', `/v1/issuers/${acme.issuer.id}/mail-texts/issued/de`, { key: acme.key, body: MAIL_TEXT });
  await serveMails(api, api.useCases);
  const { url } = (await api.call('POST', `/v1/credentials/${badge.id}/claim-link`, { key: acme.key })).body;
  const claimed = await api.useCases.claimBadge(url.split('/').at(-1));
  if (!claimed.claimed) throw new Error('the badge could not be claimed');
  await api.useCases.proposeCorrection(claimed.token, { name: 'Ada King', email: '' }, 'en');
  correction = (await api.call('GET', '/v1/corrections', { key: acme.key })).body.data[0].id;
  await api.useCases.giveConsent(claimed.token, { page: true, search: false, copies: false, archives: false });
  framework = (await api.call('POST', '/v1/skill-frameworks', { key: acme.key, body: SKILL_PACKAGE })).body.id;
  await withRowsOfTheService(api, acme.issuer.id);
  otherKeyOfAcme = (await makeKey(api, acme.issuer.id, ['credentials:read'])).key.record.id;
});
afterAll(() => api.close());

const MAIL_TEXT = { subject: 'X {badge}', paragraphs: ['X'], button: 'X' };
const NO_MAILS = { queued: 0, sent: 0, deferred: 0, refused: 0, bounced: 0, dropped: 0, kept: 0 };
const recipient = { email: 'eve@example.org' };
const ACHIEVEMENT = { name: 'X', description: 'X', criteria: { narrative: 'X' } };

const own = (path: string): string => `/v1/issuers/${acme.issuer.id}/${path}`;

/** One attack an operation. A new operation without one makes the first test fail. */
const CASES: Readonly<Record<string, TenantCase>> = {
  createIssuer: { path: () => '/v1/issuers', body: () => ({ slug: 'evil', name: 'Evil' }), expects: 403 },
  ...FOR_ADMIN_KEYS,
  listIssuers: { path: () => '/v1/issuers', expects: 'only-own' },
  getIssuer: { path: () => `/v1/issuers/${acme.issuer.id}`, expects: 404 },
  updateIssuer: { path: () => `/v1/issuers/${acme.issuer.id}`, body: () => ({ name: 'Taken over' }), expects: 404 },
  getIssuerOverview: { path: () => `/v1/issuers/${acme.issuer.id}/overview`, expects: 404 },
  getRetention: { path: () => `/v1/issuers/${acme.issuer.id}/retention`, expects: 404 },
  updateRetention: { path: () => own('retention'), body: () => ({ recipientDays: 1, confirm: 'erase' }), expects: 404 },
  getMailSettings: { path: () => `/v1/issuers/${acme.issuer.id}/mail`, expects: 404 },
  updateMailSettings: { path: () => `/v1/issuers/${acme.issuer.id}/mail`, body: () => ({ issued: false }), expects: 404 },
  listMailTexts: { path: () => `/v1/issuers/${acme.issuer.id}/mail-texts`, expects: 404 },
  getMailText: { path: () => `/v1/issuers/${acme.issuer.id}/mail-texts/issued/en`, expects: 404 },
  updateMailText: { path: () => `/v1/issuers/${acme.issuer.id}/mail-texts/issued/en`, body: () => MAIL_TEXT, expects: 404 },
  resetMailText: { path: () => `/v1/issuers/${acme.issuer.id}/mail-texts/issued/de`, expects: 404 },
  previewMailText: { path: () => `/v1/issuers/${acme.issuer.id}/mail-texts/issued/de/preview`, expects: 404 },
  listMails: { path: () => `/v1/mails?issuer=${acme.issuer.id}&credential=${badge.id}`, expects: 'empty' },
  countMails: { path: () => `/v1/mail-counts?issuer=${acme.issuer.id}`, expects: NO_MAILS },
  listSigningKeys: { path: () => `/v1/issuers/${acme.issuer.id}/keys`, expects: 404 },
  rotateSigningKey: { path: () => `/v1/issuers/${acme.issuer.id}/keys`, body: () => ({ algorithm: 'Ed25519' }), expects: 404 },
  revokeSigningKey: { path: () => `/v1/issuers/${acme.issuer.id}/keys/${signingKey}/revoke`, body: () => ({}), expects: 404 },
  linkDomain: { path: () => own('domains'), body: () => ({ origin: 'https://evil.example' }), expects: 404 },
  listDomains: { path: () => `/v1/issuers/${acme.issuer.id}/domains`, expects: 404 },
  getDomain: { path: () => `/v1/issuers/${acme.issuer.id}/domains/${domain.id}`, expects: 404 },
  checkDomain: { path: () => `/v1/issuers/${acme.issuer.id}/domains/${domain.id}/check`, expects: 404 },
  unlinkDomain: { path: () => `/v1/issuers/${acme.issuer.id}/domains/${domain.id}`, expects: 404 },
  createAchievement: { path: () => '/v1/achievements', body: () => ({ ...ACHIEVEMENT, issuerId: acme.issuer.id }), expects: 422 },
  listAchievements: { path: () => `/v1/achievements?issuer=${acme.issuer.id}`, expects: 'empty' },
  getAchievement: { path: () => `/v1/achievements/${acme.achievement.id}`, expects: 404 },
  updateAchievement: { path: () => `/v1/achievements/${acme.achievement.id}`, body: () => ({ name: 'Taken over' }), expects: 404 },
  importSkillFramework: {
    path: () => `/v1/skill-frameworks?issuer=${acme.issuer.id}&replace=true`,
    body: () => SKILL_PACKAGE,
    expects: 404,
  },
  listSkillFrameworks: { path: () => `/v1/skill-frameworks?issuer=${acme.issuer.id}`, expects: 'empty' },
  getSkillFramework: { path: () => `/v1/skill-frameworks/${framework}`, expects: 404 },
  deleteSkillFramework: { path: () => `/v1/skill-frameworks/${framework}`, expects: 404 },
  searchSkills: { path: () => `/v1/skills?q=sql&framework=${framework}`, expects: { data: [] } },
  issueCredential: { path: () => `/v1/achievements/${acme.achievement.id}/credentials`, body: () => ({ recipient }), expects: 404 },
  listCredentials: {
    path: () => `/v1/credentials?achievement=${acme.achievement.id}&q=ada&recipient=${badge.recipient.id}`,
    expects: 'empty',
  },
  getCredential: { path: () => `/v1/credentials/${badge.id}`, expects: 404 },
  revokeCredential: { path: () => `/v1/credentials/${badge.id}/revoke`, body: () => ({ confirm: 'revoke', reason: 'evil' }), expects: 404 },
  revokeCredentials: {
    path: () => '/v1/credentials/revoke',
    body: () => ({ confirm: 'revoke', credentials: [{ id: badge.id }], reason: 'evil' }),
    expects: 'refused-rows',
  },
  suspendCredentials: {
    path: () => '/v1/credentials/suspend',
    body: () => ({ credentials: [{ id: badge.id }], reason: 'evil' }),
    expects: 'refused-rows',
  },
  resumeCredentials: { path: () => '/v1/credentials/resume', body: () => ({ credentials: [{ id: badge.id }] }), expects: 'refused-rows' },
  listBulkActs: { path: () => `/v1/bulk-acts?issuer=${acme.issuer.id}`, expects: 'empty' },
  undoBulkAct: { path: () => `/v1/bulk-acts/${act}/undo`, expects: 404 },
  listCorrections: { path: () => `/v1/corrections?issuer=${acme.issuer.id}`, expects: 'empty' },
  decideCorrection: { path: () => `/v1/corrections/${correction}/decide`, body: () => ({ accept: true }), expects: 404 },
  requestAssessment: { path: () => `/v1/credentials/${badge.id}/assessment`, body: () => ({}), expects: 404 },
  listAssessments: { path: () => `/v1/assessments?issuer=${acme.issuer.id}`, expects: 'empty' },
  getAssessment: { path: () => `/v1/assessments/${assessment}`, expects: 404 },
  createClaimLink: { path: () => `/v1/credentials/${badge.id}/claim-link`, expects: 404 },
  countClaims: {
    path: () => `/v1/claims?issuer=${acme.issuer.id}&achievement=${acme.achievement.id}`,
    expects: { claimed: 0, unclaimed: 0, linked: 0 },
  },
  resendCredential: { path: () => `/v1/credentials/${badge.id}/resend`, expects: 404 },
  resendCredentials: { path: () => '/v1/credentials/resend', body: () => ({ credentials: [{ id: badge.id }] }), expects: 'refused-rows' },
  searchCredentials: {
    path: () => '/v1/credentials/search',
    body: () => ({ achievement: acme.achievement.id, email: 'ada@example.org' }),
    expects: 'empty',
  },
  listRecipients: { path: () => `/v1/recipients?issuer=${acme.issuer.id}`, expects: 'empty' },
  searchRecipients: {
    path: () => '/v1/recipients/search',
    body: () => ({ issuer: acme.issuer.id, email: 'ada@example.org' }),
    expects: 'empty',
  },
  getRecipient: { path: () => `/v1/recipients/${badge.recipient.id}`, expects: 404 },
  exportIssuer: { path: () => `/v1/issuers/${acme.issuer.id}/export?format=ndjson`, expects: 404 },
  exportRecipient: { path: () => `/v1/recipients/${badge.recipient.id}/export`, expects: 404 },
  eraseRecipient: {
    path: () => `/v1/recipients/${badge.recipient.id}/erase?issuer=${acme.issuer.id}`,
    body: () => ({ confirm: 'erase', revoke: true }),
    expects: 404,
  },
  suspendCredential: { path: () => `/v1/credentials/${badge.id}/suspend`, body: () => ({ reason: 'evil' }), expects: 404 },
  resumeCredential: { path: () => `/v1/credentials/${badge.id}/resume`, expects: 404 },
  renewCredential: { path: () => `/v1/credentials/${badge.id}/renew`, body: () => ({}), expects: 404 },
  correctCredential: { path: () => `/v1/credentials/${badge.id}/correct`, body: () => ({ recipient: { name: 'Eve' } }), expects: 404 },
  eraseCredential: { path: () => `/v1/credentials/${badge.id}/erase`, body: () => ({ confirm: 'erase', revoke: true }), expects: 404 },
  endorseCredential: {
    path: () => `/v1/credentials/${badge.id}/endorsements`,
    body: () => ({ assessor: { name: 'Eve' }, comment: 'Mine.' }),
    expects: 404,
  },
  listEndorsements: { path: () => `/v1/credentials/${badge.id}/endorsements`, expects: 404 },
  checkEvidence: {
    path: () => '/v1/evidence/check',
    body: () => ({ achievementId: acme.achievement.id, evidence: [{ url: 'https://github.com/ada/todo' }] }),
    expects: 404,
  },
  listEvents: { path: () => `/v1/events?issuer=${acme.issuer.id}`, expects: 'empty' },
  createWebhook: { path: () => '/v1/webhooks', body: () => ({ url: 'http://localhost:9/evil', issuerId: acme.issuer.id }), expects: 422 },
  listWebhooks: { path: () => `/v1/webhooks?issuer=${acme.issuer.id}`, expects: 'empty' },
  getWebhook: { path: () => `/v1/webhooks/${webhook}`, expects: 404 },
  updateWebhook: { path: () => `/v1/webhooks/${webhook}`, body: () => ({ url: 'http://localhost:9/evil' }), expects: 404 },
  deleteWebhook: { path: () => `/v1/webhooks/${webhook}`, expects: 404 },
  rotateWebhookSecret: { path: () => `/v1/webhooks/${webhook}/rotate-secret`, expects: 404 },
  testWebhook: { path: () => `/v1/webhooks/${webhook}/test`, expects: 404 },
  replayWebhook: { path: () => `/v1/webhooks/${webhook}/replay`, body: () => ({ since: '2026-01-01T00:00:00Z' }), expects: 404 },
  listWebhookDeliveries: { path: () => `/v1/webhooks/${webhook}/deliveries`, expects: 404 },
  replayWebhookDelivery: { path: () => `/v1/webhooks/${webhook}/deliveries/${badge.id}/replay`, expects: 404 },
  readUploadColumns: { path: () => '/v1/issuance-jobs/columns', body: () => ({}), expects: 422 },
  createIssuanceJob: {
    path: () => '/v1/issuance-jobs',
    body: () => ({ achievementId: acme.achievement.id, rows: [{ recipient }] }),
    expects: 404,
  },
  listIssuanceJobs: { path: () => `/v1/issuance-jobs?issuer=${acme.issuer.id}`, expects: 'empty' },
  getIssuanceJob: { path: () => `/v1/issuance-jobs/${job}`, expects: 404 },
  listIssuanceJobRows: { path: () => `/v1/issuance-jobs/${job}/rows`, expects: 404 },
  followIssuanceJob: { path: () => `/v1/issuance-jobs/${job}/events`, expects: 404 },
  undoIssuanceJob: { path: () => `/v1/issuance-jobs/${job}/undo`, body: () => ({ confirm: 'revoke' }), expects: 404 },
  cancelIssuanceJob: { path: () => `/v1/issuance-jobs/${job}/cancel`, expects: 404 },
  resumeIssuanceJob: { path: () => `/v1/issuance-jobs/${job}/resume`, expects: 404 },
  retryIssuanceJob: { path: () => `/v1/issuance-jobs/${job}/retry`, expects: 404 },
  createViewingLink: { path: () => `/v1/credentials/${badge.id}/viewing-links`, body: () => ({ for: 'Eve' }), expects: 404 },
  listViewingLinks: { path: () => `/v1/credentials/${badge.id}/viewing-links`, expects: 404 },
  revokeViewingLink: { path: () => `/v1/credentials/${badge.id}/viewing-links/${link.id}`, expects: 404 },
  previewBadgeImage: { path: () => '/v1/badge-images/preview', body: () => ({ issuerId: acme.issuer.id, title: 'Python' }), expects: 422 },
  createEvidenceChallenge: { path: () => '/v1/evidence/challenges', body: () => ({ issuerId: acme.issuer.id, recipient }), expects: 422 },
  createApiKey: {
    path: () => '/v1/api-keys',
    body: () => ({ name: 'evil', issuerId: acme.issuer.id, scopes: ['credentials:issue'] }),
    expects: 422,
  },
  ...operatorCases(() => acme.issuer.id),
  listApiKeys: { path: () => `/v1/api-keys?issuer=${acme.issuer.id}`, expects: 'empty' },
  listAuditLog: { path: () => `/v1/audit-log?issuer=${acme.issuer.id}`, expects: 'empty' },
  deleteApiKey: { path: () => `/v1/api-keys/${otherKeyOfAcme}`, expects: 404 },
};

async function everythingOfAcme(): Promise<string> {
  const parts = TENANT_TABLES.map((table) => {
    const tenant = table === 'issuer' ? 'id' : 'issuer_id';
    return `SELECT '${table}' AS t, md5(string_agg(r::text, ',' ORDER BY r::text)) AS h FROM ${table} r WHERE ${tenant} = '${acme.issuer.id}'`;
  });
  return JSON.stringify((await api.database.pool.query(parts.join(' UNION ALL '))).rows);
}

describe('two tenants', () => {
  it('are tried on every operation of the OpenAPI document that takes keys', () => {
    expect(
      describedOperations()
        .map(({ operationId }) => operationId)
        .sort(),
    ).toEqual(Object.keys(CASES).sort());
  });

  it.each(describedOperations())('stay apart: $operationId', async ({ operationId, method }) => {
    const attack = CASES[operationId]!;
    const before = await everythingOfAcme();
    const answer = await api.call(method.toUpperCase(), attack.path(), { key: globex.key, body: attack.body?.() });
    if (attack.expects === 'empty') expect(answer.body).toEqual({ data: [], next: null });
    else if (typeof attack.expects === 'object') expect(answer.body).toEqual(attack.expects);
    else if (attack.expects === 'only-own') expect(answer.body.data.map(({ id }: { id: string }) => id)).toEqual([globex.issuer.id]);
    else if (attack.expects === 'refused-rows')
      expect(answer.body).toMatchObject({ refused: 1, results: [{ result: 'refused', problem: { code: 'not-found' } }] });
    else expect(answer.status).toBe(attack.expects);
    if (typeof attack.expects === 'number') expect(JSON.stringify(answer.body)).not.toContain('Acme');
    expect(await everythingOfAcme()).toBe(before);
  });

  it.each(describedOperations())('need a key: $operationId', async ({ operationId, method }) => {
    const attack = CASES[operationId]!;
    for (const key of [null, 'pm_live_x', `pm_admin_${'A'.repeat(43)}`, `${globex.key}x`]) {
      const answer = await api.call(method.toUpperCase(), attack.path(), { key, body: attack.body?.() });
      expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated']);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
  });

  it('are watched in every table that names an issuer, and in each of them Acme has rows', async () => {
    const { rows } = await api.database.pool.query(
      "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'issuer_id'",
    );
    // A counter of events, which the events show.
    const named = rows.map(({ table_name }) => table_name).filter((table) => table !== 'api_event_counter');
    expect([...TENANT_TABLES].sort()).toEqual(['issuer', ...named].sort());
    const empty = [];
    for (const table of named) {
      const found = await api.database.pool.query(`SELECT FROM ${table} WHERE issuer_id = $1 LIMIT 1`, [acme.issuer.id]);
      if (found.rowCount === 0) empty.push(table);
    }
    // No work of this badge is public.
    expect(empty.sort()).toEqual(['archive_request', 'capture', 'viewing']);
  });

  it('find no viewing link of the other, even by its id', async () => {
    const { viewings } = api.store;
    const theirs = { issuerId: acme.issuer.id, credentialId: badge.id };
    expect(await viewings.find(theirs, link.id)).not.toBeNull();
    expect(await viewings.find({ ...theirs, issuerId: globex.issuer.id }, link.id)).toBeNull();
    expect(await viewings.find({ ...theirs, credentialId: globex.achievement.id }, link.id)).toBeNull();
    expect(await viewings.revoke({ ...theirs, issuerId: globex.issuer.id }, link.id, new Date())).toBe(false);
  });
});
