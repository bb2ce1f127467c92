import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeTenant, type Tenant } from '../issuing/issuing.fixture.js';
import { type Api, KEY_OPERATIONS, startApi } from '../routes/v1/api.fixture.js';
import { V1_OPERATIONS } from '../routes/v1/index.js';
import { openapi } from './index.js';

// biome-ignore lint/suspicious/noExplicitAny: the document is looked into by path
const document = openapi('https://badges.example') as any;

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1, says the published schema', async () => {
    const result = await new Validator().validate(structuredClone(document));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(document.openapi).toBe('3.1.0');
  });

  it.each(V1_OPERATIONS)('describes $operationId whole: security, every problem, an example', ({ method, path, operationId }) => {
    const operation = document.paths[path][method];
    expect(operation).toMatchObject({ operationId, security: expect.any(Array) });
    const always = operation.security.length === 0 ? ['403', '500'] : ['401', '403', '500'];
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(always));
    const body = operation.requestBody?.content['application/json']?.schema;
    if (body === undefined) return;
    const schema = document.components.schemas[body.$ref.split('/').at(-1)];
    expect(schema.example ?? Object.values(schema.properties)).toBeTruthy();
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['400', '413', '415', '422']));
  });

  it('gives examples that the service takes', () => {
    for (const { route, operationId } of V1_OPERATIONS) {
      const content = route.request?.body?.content['application/json'];
      if (content === undefined) continue;
      const body = 'schema' in content ? content.schema : undefined;
      if (!(body instanceof z.ZodType)) throw new TypeError(`${operationId} has a body without a schema`);
      const { example } = body.meta() ?? {};
      expect(example, operationId).toBeDefined();
      expect(body.safeParse(example), operationId).toMatchObject({ success: true });
    }
  });
});

describe('what the service answers', () => {
  let api: Api;
  let acme: Tenant;
  beforeAll(async () => {
    api = await startApi();
    acme = await makeTenant(api, 'acme');
  });
  afterAll(() => api.close());

  it('has the shape that the document promises', async () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'doc', components: document.components });
    const seen: string[] = [];
    const call = async (operationId: string, path: string, body?: unknown) => {
      const endpoint = V1_OPERATIONS.find((one) => one.operationId === operationId)!;
      const key = endpoint.scope === 'admin' ? api.adminKey : acme.key;
      const answer = await api.call(endpoint.method.toUpperCase(), path, { key, body });
      const { content } = document.paths[endpoint.path][endpoint.method].responses[String(answer.status)];
      const { schema } = content[answer.headers.get('content-type')!];
      const check = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('#/components', 'doc#/components')));
      expect(check(answer.body), `${operationId} ${JSON.stringify(check.errors)}`).toBe(true);
      seen.push(`${operationId} ${answer.status}`);
      return answer.body;
    };
    const { achievement, issuer } = acme;
    await call('createIssuer', '/v1/issuers', { slug: 'shape', name: 'Shape' });
    await call('createIssuer', '/v1/issuers', { slug: 'shape', name: 'Shape' });
    await call('giveIssuer', `/v1/issuers/${issuer.id}/organisation`, { organisationId: issuer.id });
    await call('allowMailDomain', `/v1/organisations/${issuer.id}/mail-domains`, { domain: 'school.example' });
    await call('disallowMailDomain', `/v1/organisations/${issuer.id}/mail-domains/school.example`);
    await call('listIssuers', '/v1/issuers');
    await call('getIssuer', `/v1/issuers/${issuer.id}`);
    await call('updateIssuer', `/v1/issuers/${issuer.id}`, { description: 'x' });
    await call('getIssuerOverview', `/v1/issuers/${issuer.id}/overview`);
    await call('getRetention', `/v1/issuers/${issuer.id}/retention`);
    await call('updateRetention', `/v1/issuers/${issuer.id}/retention`, { jobDays: 10 });
    await call('getMailSettings', `/v1/issuers/${issuer.id}/mail`);
    await call('updateMailSettings', `/v1/issuers/${issuer.id}/mail`, { issued: true });
    const texts = `/v1/issuers/${issuer.id}/mail-texts`;
    await call('updateMailText', `${texts}/issued/de`, { subject: 'X {badge}', paragraphs: ['X'], button: 'X' });
    await call('updateMailText', `${texts}/issued/de`, { subject: '{x}' });
    await call('getMailText', `${texts}/issued/de`);
    await call('listMailTexts', texts);
    await call('previewMailText', `${texts}/issued/de/preview`, {});
    await call('resetMailText', `${texts}/unknown/de`);
    const keys = await call('listSigningKeys', `/v1/issuers/${issuer.id}/keys`);
    await call('revokeSigningKey', `/v1/issuers/${issuer.id}/keys/${keys.data[0].id}/revoke`, { confirm: 'revoke', reason: 'x' });
    await call('revokeSigningKey', `/v1/issuers/${issuer.id}/keys/${'A'.repeat(43)}/revoke`, {});
    await call('rotateSigningKey', `/v1/issuers/${issuer.id}/keys`, { algorithm: 'ES256' });
    await call('rotateSigningKey', `/v1/issuers/${issuer.id}/keys`, { algorithm: 'ES256' });
    const domain = await call('linkDomain', `/v1/issuers/${issuer.id}/domains`, { origin: 'https://acme.example' });
    await call('linkDomain', `/v1/issuers/${issuer.id}/domains`, { origin: 'https://acme.example' });
    await call('listDomains', `/v1/issuers/${issuer.id}/domains`);
    await call('getDomain', `/v1/issuers/${issuer.id}/domains/${domain.id}`);
    await call('checkDomain', `/v1/issuers/${issuer.id}/domains/${domain.id}/check`);
    await call('createAchievement', '/v1/achievements', { name: 'x', description: 'x', criteria: { narrative: 'x' } });
    await call('createAchievement', '/v1/achievements', {});
    await call('listAchievements', '/v1/achievements');
    await call('getAchievement', `/v1/achievements/${achievement.id}`);
    await call('updateAchievement', `/v1/achievements/${achievement.id}`, { version: '2' });
    const skills = { CFDocument: { title: 'x' }, CFItems: [{ uri: 'https://skills.example/x', fullStatement: 'Sing' }] };
    const framework = await call('importSkillFramework', '/v1/skill-frameworks', skills);
    await call('importSkillFramework', '/v1/skill-frameworks', skills);
    await call('importSkillFramework', '/v1/skill-frameworks?replace=true', skills);
    await call('importSkillFramework', '/v1/skill-frameworks', { CFDocument: {} });
    await call('listSkillFrameworks', '/v1/skill-frameworks');
    await call('getSkillFramework', `/v1/skill-frameworks/${framework.id}`);
    await call('deleteSkillFramework', `/v1/skill-frameworks/${issuer.id}`);
    await call('searchSkills', '/v1/skills?q=si');
    const path = `/v1/achievements/${achievement.id}/credentials`;
    const evidence = [{ url: 'https://github.com/ada/todo' }];
    const badge = await call('issueCredential', path, {
      recipient: { email: 'a@b.example' },
      evidence,
      validUntil: '2999-01-01T00:00:00Z',
    });
    await call('getCredential', `/v1/credentials/${badge.id}`);
    await call('endorseCredential', `/v1/credentials/${badge.id}/endorsements`, { assessor: { name: 'x' }, comment: 'x' });
    await call('endorseCredential', `/v1/credentials/${badge.id}/endorsements`, { jwt: 'a.b.c' });
    await call('listEndorsements', `/v1/credentials/${badge.id}/endorsements`);
    const asked = await call('requestAssessment', `/v1/credentials/${badge.id}/assessment`, { note: 'x' });
    await call('requestAssessment', `/v1/credentials/${badge.id}/assessment`, {});
    await call('listAssessments', '/v1/assessments');
    await call('getAssessment', `/v1/assessments/${asked.id}`);
    await call('renewCredential', `/v1/credentials/${badge.id}/renew`, {});
    await call('renewCredential', `/v1/credentials/${badge.id}/renew`, {});
    await call('exportIssuer', `/v1/issuers/${issuer.id}/export`);
    await call('exportRecipient', `/v1/recipients/${badge.recipient.id}/export`);
    await call('correctCredential', `/v1/credentials/${badge.id}/correct`, { recipient: { name: 'B' } });
    await call('checkEvidence', '/v1/evidence/check', { credentialId: badge.id });
    await call('suspendCredential', `/v1/credentials/${badge.id}/suspend`, { reason: 'x' });
    await call('resumeCredential', `/v1/credentials/${badge.id}/resume`);
    await call('revokeCredential', `/v1/credentials/${badge.id}/revoke`, { confirm: 'revoke', reason: 'x' });
    await call('suspendCredential', `/v1/credentials/${badge.id}/suspend`, {});
    await call('resumeCredential', `/v1/credentials/${badge.id}/resume`);
    await call('revokeCredentials', '/v1/credentials/revoke', { confirm: 'revoke', credentials: [{ id: badge.id }, { id: issuer.id }] });
    const many = { credentials: [{ id: badge.id }, { id: issuer.id }] };
    await call('resendCredentials', '/v1/credentials/resend', many);
    await call('resendCredential', `/v1/credentials/${badge.id}/resend`);
    await call('createClaimLink', `/v1/credentials/${badge.id}/claim-link`);
    await call('countClaims', '/v1/claims');
    const misnamed = await call('issueCredential', path, { recipient: { email: 'c@d.example', name: 'C' } });
    const { url } = await call('createClaimLink', `/v1/credentials/${misnamed.id}/claim-link`);
    const outcome = await api.useCases.claimBadge(url.split('/').at(-1));
    await api.useCases.proposeCorrection(outcome.claimed ? outcome.token : '', { name: 'D', email: '' }, 'en');
    const corrections = await call('listCorrections', '/v1/corrections');
    await call('decideCorrection', `/v1/corrections/${corrections.data[0]?.id ?? issuer.id}/decide`, { accept: false });
    await api.useCases.serveMails(new AbortController().signal);
    await call('listMails', '/v1/mails');
    await call('countMails', '/v1/mail-counts');
    await call('suspendCredentials', '/v1/credentials/suspend', many);
    const acted = await call('suspendCredentials', '/v1/credentials/suspend', { ...many, undoable: true });
    await call('listBulkActs', '/v1/bulk-acts');
    await call('undoBulkAct', `/v1/bulk-acts/${acted.acts[0]?.id ?? issuer.id}/undo`);
    await call('resumeCredentials', '/v1/credentials/resume', many);
    await call('searchCredentials', '/v1/credentials/search', { email: 'ada@example.org' });
    await call('searchRecipients', '/v1/recipients/search', { email: 'ada@example.org' });
    await call('listRecipients', '/v1/recipients');
    await call('getRecipient', `/v1/recipients/${badge.recipient.id}`);
    await call('eraseRecipient', `/v1/recipients/${badge.recipient.id}/erase`, { confirm: 'erase' });
    await call('eraseCredential', `/v1/credentials/${badge.id}/erase`, { confirm: 'erase' });
    await call('getCredential', `/v1/credentials/${badge.id}`);
    await call('listCredentials', '/v1/credentials');
    await call('checkEvidence', '/v1/evidence/check', { achievementId: achievement.id, evidence });
    const secret = await call('issueCredential', path, {
      recipient: { email: 'a@b.example' },
      evidence: [{ private: true, name: 'x', mediaType: 'text/plain', content: 'eA==' }],
    });
    await call('createClaimLink', `/v1/credentials/${secret.id}/claim-link`, { days: 2 });
    const links = `/v1/credentials/${secret.id}/viewing-links`;
    await call('createViewingLink', links, { for: 'x' });
    await call('createViewingLink', links, { for: 'x', evidence: 'urn:uuid:x' });
    await call('listViewingLinks', links);
    await call('revokeViewingLink', `${links}/${issuer.id}`);
    await call('previewBadgeImage', '/v1/badge-images/preview', {
      title: 'Web API design',
      design: { shape: 'shield', colour: '#1f4b8f' },
    });
    await call('createEvidenceChallenge', '/v1/evidence/challenges', {
      issuerId: issuer.id,
      recipient: { email: 'ada@example.org' },
      url: 'https://github.com/ada/todo',
    });
    await call('createApiKey', '/v1/api-keys', { name: 'x', scopes: ['credentials:read'] });
    await call('listApiKeys', '/v1/api-keys');
    await call('listEvents', `/v1/events?issuer=${issuer.id}`);
    const hook = await call('createWebhook', '/v1/webhooks', { url: 'http://localhost:9/' });
    await call('createWebhook', '/v1/webhooks', { url: 'https://user@hooks.example/' });
    await call('listWebhooks', '/v1/webhooks');
    await call('getWebhook', `/v1/webhooks/${hook.id}`);
    await call('updateWebhook', `/v1/webhooks/${hook.id}`, { enabled: false });
    await call('rotateWebhookSecret', `/v1/webhooks/${hook.id}/rotate-secret`);
    await call('testWebhook', `/v1/webhooks/${hook.id}/test`);
    await call('replayWebhook', `/v1/webhooks/${hook.id}/replay`, { since: '2026-01-01T00:00:00Z' });
    await call('listWebhookDeliveries', `/v1/webhooks/${hook.id}/deliveries`);
    await call('replayWebhookDelivery', `/v1/webhooks/${hook.id}/deliveries/${hook.id}/replay`);
    await call('readUploadColumns', '/v1/issuance-jobs/columns', { text: 'E-Mail\tKurs\nada@x.example\tA\n' });
    await call('readUploadColumns', '/v1/issuance-jobs/columns', {});
    const job = await call('createIssuanceJob', '/v1/issuance-jobs', { achievementId: achievement.id, rows: [{ recipient: {} }] });
    await call('createIssuanceJob', '/v1/issuance-jobs', { achievementId: achievement.id, rows: [] });
    await call('listIssuanceJobs', '/v1/issuance-jobs');
    await call('getIssuanceJob', `/v1/issuance-jobs/${job.id}`);
    await call('cancelIssuanceJob', `/v1/issuance-jobs/${job.id}/cancel`);
    await call('undoIssuanceJob', `/v1/issuance-jobs/${job.id}/undo`, { confirm: 'revoke' });
    await call('retryIssuanceJob', `/v1/issuance-jobs/${job.id}/retry`);
    await call('resumeIssuanceJob', `/v1/issuance-jobs/${job.id}/resume`);
    await api.useCases.readJob({ issuerId: issuer.id, jobId: job.id }, new AbortController().signal);
    await call('listIssuanceJobRows', `/v1/issuance-jobs/${job.id}/rows`);
    await call('listAuditLog', '/v1/audit-log');
    await call('getCredential', '/v1/credentials/none');
    await api.useCases.reportIssuer({ issuerId: issuer.id, credentialId: null, reason: 'untrue', text: 'x', email: null });
    const reports = await call('listReports', '/v1/reports');
    await call('decideReport', `/v1/reports/${reports.data[0].id}/decide`, { decision: 'dismissed' });
    await call('suspendIssuer', `/v1/issuers/${issuer.id}/suspend`, { reason: 'x' });
    await call('resumeIssuer', `/v1/issuers/${issuer.id}/resume`);
    expect(new Set(seen.map((one) => one.split(' ')[0])).size).toBe(KEY_OPERATIONS.length - 4);
  });
});
