import { readFileSync } from 'node:fs';
import { type Client, createClient } from '@proofmark/client';
import type { components } from '@proofmark/client/openapi';
import type * as Api from '@proofmark/schemas/api';
import { describe, expect, it } from 'vitest';
import { openapi } from '../../apps/issuer/src/openapi/index.js';
import { apiTypes } from './api-types.mjs';

const document = openapi('https://badges.example') as unknown as {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly operationId: string; readonly security?: readonly object[] }>>>
  >;
};
const operations = Object.entries(document.paths)
  .filter(([path]) => path.startsWith('/v1/'))
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, security = [] }]) => ({
      ...{ path, method: method.toUpperCase(), operationId },
      forKeys: security.some((scheme) => 'apiKey' in scheme),
    })),
  )
  // The others are for people, whom a browser signs in.
  .filter(({ forKeys }) => forKeys);

describe('the types of the API', () => {
  it('are those that the document has now: `npm run api-types` writes them', async () => {
    const written = readFileSync(new URL('../../packages/client/src/openapi.ts', import.meta.url), 'utf8');
    expect(written).toBe(await apiTypes(document as never));
  });
});

/** A call of each method of the client, with an answer that ends it. */
const [A, B] = ['id-a', 'id-b'];
/** Parts of an address that are no ids. */
const CHOSEN: Readonly<Record<string, string>> = { kind: 'issued', language: 'de' };
const none = {} as never;
const first = (list: AsyncGenerator<unknown>) => list.next();
const CALLS: Readonly<Record<string, (client: Client) => Promise<unknown>>> = {
  createIssuer: (c) => c.issuers.create(none),
  giveIssuer: (c) => c.issuers.give(A, none),
  listIssuers: (c) => first(c.issuers.list()),
  getIssuer: (c) => c.issuers.get(A),
  updateIssuer: (c) => c.issuers.update(A, none),
  suspendIssuer: (c) => c.issuers.suspend(A, none),
  resumeIssuer: (c) => c.issuers.resume(A),
  getIssuerOverview: (c) => c.issuers.overview(A),
  getRetention: (c) => c.issuers.retention(A),
  updateRetention: (c) => c.issuers.updateRetention(A, none),
  exportIssuer: (c) => c.issuers.export(A),
  listSigningKeys: (c) => first(c.issuers.signingKeys(A)),
  rotateSigningKey: (c) => c.issuers.rotateSigningKey(A, none),
  revokeSigningKey: (c) => c.issuers.revokeSigningKey(A, B),
  linkDomain: (c) => c.issuers.linkDomain(A, none),
  listDomains: (c) => first(c.issuers.domains(A)),
  getDomain: (c) => c.issuers.domain(A, B),
  checkDomain: (c) => c.issuers.checkDomain(A, B),
  unlinkDomain: (c) => c.issuers.unlinkDomain(A, B),
  createAchievement: (c) => c.achievements.create(none),
  listAchievements: (c) => first(c.achievements.list()),
  getAchievement: (c) => c.achievements.get(A),
  updateAchievement: (c) => c.achievements.update(A, none),
  importSkillFramework: (c) => c.skills.importFramework({ type: 'text/csv', bytes: new Uint8Array() }),
  listSkillFrameworks: (c) => first(c.skills.frameworks()),
  getSkillFramework: (c) => c.skills.framework(A),
  deleteSkillFramework: (c) => c.skills.deleteFramework(A),
  searchSkills: (c) => c.skills.search({ q: 'sql' }),
  issueCredential: (c) => c.credentials.issue(A, none),
  listCredentials: (c) => first(c.credentials.list()),
  searchCredentials: (c) => c.credentials.search(none),
  getCredential: (c) => c.credentials.get(A),
  revokeCredential: (c) => c.credentials.revoke(A, none),
  revokeCredentials: (c) => c.credentials.revokeMany(none),
  suspendCredential: (c) => c.credentials.suspend(A),
  suspendCredentials: (c) => c.credentials.suspendMany(none),
  resumeCredential: (c) => c.credentials.resume(A),
  resumeCredentials: (c) => c.credentials.resumeMany(none),
  listBulkActs: (c) => first(c.bulkActs.list()),
  undoBulkAct: (c) => c.bulkActs.undo(A),
  createClaimLink: (c) => c.credentials.createClaimLink(A),
  countClaims: (c) => c.credentials.claims(),
  resendCredential: (c) => c.credentials.resend(A),
  resendCredentials: (c) => c.credentials.resendMany(none),
  renewCredential: (c) => c.credentials.renew(A, none),
  correctCredential: (c) => c.credentials.correct(A, none),
  requestAssessment: (c) => c.assessments.request(A),
  listAssessments: (c) => first(c.assessments.list()),
  getAssessment: (c) => c.assessments.get(A),
  listCorrections: (c) => first(c.corrections.list()),
  decideCorrection: (c) => c.corrections.decide(A, none),
  eraseCredential: (c) => c.credentials.erase(A, none),
  listRecipients: (c) => first(c.recipients.list()),
  searchRecipients: (c) => c.recipients.search(none),
  getRecipient: (c) => c.recipients.get(A),
  exportRecipient: (c) => c.recipients.export(A),
  eraseRecipient: (c) => c.recipients.erase(A, none),
  endorseCredential: (c) => c.credentials.endorse(A, none),
  listEndorsements: (c) => first(c.credentials.endorsements(A)),
  createViewingLink: (c) => c.evidence.createViewingLink(A, none),
  listViewingLinks: (c) => first(c.evidence.viewingLinks(A)),
  revokeViewingLink: (c) => c.evidence.revokeViewingLink(A, B),
  checkEvidence: (c) => c.evidence.check(none),
  previewBadgeImage: (c) => c.achievements.previewImage(none),
  createEvidenceChallenge: (c) => c.evidence.challenge(none),
  readUploadColumns: (c) => c.issuanceJobs.columns({ type: 'text/csv', bytes: new Uint8Array() }),
  createIssuanceJob: (c) => c.issuanceJobs.create({ achievementId: A }, { type: 'text/csv', bytes: new Uint8Array() }),
  listIssuanceJobs: (c) => first(c.issuanceJobs.list()),
  getIssuanceJob: (c) => c.issuanceJobs.get(A),
  listIssuanceJobRows: (c) => first(c.issuanceJobs.rows(A)),
  cancelIssuanceJob: (c) => c.issuanceJobs.cancel(A),
  resumeIssuanceJob: (c) => c.issuanceJobs.resume(A),
  undoIssuanceJob: (c) => c.issuanceJobs.undo(A, none),
  retryIssuanceJob: (c) => c.issuanceJobs.retry(A),
  listEvents: (c) => first(c.events.list()),
  getMailSettings: (c) => c.mails.settings(A),
  updateMailSettings: (c) => c.mails.updateSettings(A, none),
  listMailTexts: (c) => c.mails.texts(A),
  getMailText: (c) => c.mails.text(A, 'issued', 'de'),
  updateMailText: (c) => c.mails.updateText(A, 'issued', 'de', none),
  resetMailText: (c) => c.mails.resetText(A, 'issued', 'de'),
  previewMailText: (c) => c.mails.previewText(A, 'issued', 'de'),
  listMails: (c) => first(c.mails.list()),
  countMails: (c) => c.mails.counts(),
  createWebhook: (c) => c.webhooks.create(none),
  listWebhooks: (c) => first(c.webhooks.list()),
  getWebhook: (c) => c.webhooks.get(A),
  updateWebhook: (c) => c.webhooks.update(A, none),
  deleteWebhook: (c) => c.webhooks.delete(A),
  rotateWebhookSecret: (c) => c.webhooks.rotateSecret(A),
  testWebhook: (c) => c.webhooks.test(A),
  replayWebhook: (c) => c.webhooks.replay(A, none),
  listWebhookDeliveries: (c) => first(c.webhooks.deliveries(A)),
  replayWebhookDelivery: (c) => c.webhooks.replayDelivery(A, B),
  createApiKey: (c) => c.apiKeys.create(none),
  listApiKeys: (c) => first(c.apiKeys.list()),
  deleteApiKey: (c) => c.apiKeys.revoke(A),
  listAuditLog: (c) => first(c.auditLog.list()),
  listReports: (c) => first(c.reports.list()),
  decideReport: (c) => c.reports.decide(A, none),
};

/** Operations without a method, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  allowMailDomain: 'Whoever runs the service does it once for a school, at the address.',
  disallowMailDomain: 'As allowMailDomain.',
  followIssuanceJob: 'Server-sent events are read by a reader of such streams; the state of a job is read by getIssuanceJob.',
};

describe('the client', () => {
  it('has a method for every operation of the document that takes keys, or a reason why not', () => {
    expect([...Object.keys(CALLS), ...Object.keys(WITHOUT)].sort()).toEqual(operations.map(({ operationId }) => operationId).sort());
  });

  it.each(operations.filter(({ operationId }) => !(operationId in WITHOUT)))(
    'sends $operationId as $method $path',
    async ({ method, path, operationId }) => {
      const sent: string[] = [];
      const recorder: typeof fetch = async (url, init) => {
        sent.push(`${init?.method} ${new URL(String(url)).pathname}`);
        return Response.json({ data: [], next: null });
      };
      await CALLS[operationId]?.(createClient({ baseUrl: 'https://badges.example', apiKey: 'k', fetch: recorder }));
      const ids = [A, B];
      expect(sent).toEqual([`${method} ${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => CHOSEN[name] ?? ids.shift() ?? '')}`]);
    },
  );
});

/** A type of the document as our own are written: what may be absent may also be undefined. */
type Given<T> = T extends readonly (infer Item)[]
  ? readonly Given<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Record<never, never> extends Pick<T, K> ? Given<T[K]> | undefined : Given<T[K]> }
    : T;
type Schemas = components['schemas'];
/** True where our type has the members of the document's, and each of its values is one of those. */
type Agrees<Ours, Name extends keyof Schemas> = [Ours] extends [Given<Schemas[Name]>]
  ? [keyof Ours, keyof Schemas[Name]] extends [keyof Schemas[Name], keyof Ours]
    ? true
    : false
  : false;

/** Does not compile where the types that the client shows are not those of the document. */
const AGREES: {
  readonly Issuer: Agrees<Api.Issuer, 'Issuer'>;
  readonly CreateIssuer: Agrees<Api.CreateIssuer, 'CreateIssuer'>;
  readonly UpdateIssuer: Agrees<Api.UpdateIssuer, 'UpdateIssuer'>;
  readonly SigningKey: Agrees<Api.SigningKey, 'SigningKey'>;
  readonly IssuerDomain: Agrees<Api.IssuerDomain, 'IssuerDomain'>;
  readonly CreateAchievement: Agrees<Api.CreateAchievement, 'CreateAchievement'>;
  readonly SkillFramework: Agrees<Api.SkillFramework, 'SkillFramework'>;
  readonly CreatedClaimLink: Agrees<Api.CreatedClaimLink, 'CreatedClaimLink'>;
  readonly ClaimCounts: Agrees<Api.ClaimCounts, 'ClaimCounts'>;
  readonly FoundSkills: Agrees<Api.FoundSkills, 'FoundSkills'>;
  readonly CredentialSummary: Agrees<Api.CredentialSummary, 'CredentialSummary'>;
  readonly IssueCredential: Agrees<Api.IssueCredential, 'IssueCredential'>;
  readonly RevokeCredential: Agrees<Api.RevokeCredential, 'RevokeCredential'>;
  readonly RevokeCredentials: Agrees<Api.RevokeCredentials, 'RevokeCredentials'>;
  readonly RevokedCredentials: Agrees<Api.RevokedCredentials, 'RevokedCredentials'>;
  readonly RecipientWithCredentials: Agrees<Api.RecipientWithCredentials, 'RecipientWithCredentials'>;
  readonly Endorsement: Agrees<Api.Endorsement, 'Endorsement'>;
  readonly ViewingLink: Agrees<Api.ViewingLink, 'ViewingLink'>;
  readonly Event: Agrees<Api.ApiEvent, 'Event'>;
  readonly CreateWebhook: Agrees<Api.CreateWebhook, 'CreateWebhook'>;
  readonly UpdateWebhook: Agrees<Api.UpdateWebhook, 'UpdateWebhook'>;
  readonly Webhook: Agrees<Api.Webhook, 'Webhook'>;
  readonly WebhookWithSecret: Agrees<Api.WebhookWithSecret, 'WebhookWithSecret'>;
  readonly WebhookDelivery: Agrees<Api.WebhookDelivery, 'WebhookDelivery'>;
  readonly CreateApiKey: Agrees<Api.CreateApiKey, 'CreateApiKey'>;
  readonly AuditEntry: Agrees<Api.AuditEntry, 'AuditEntry'>;
} = {
  ...{ Issuer: true, CreateIssuer: true, UpdateIssuer: true, SigningKey: true, IssuerDomain: true, CreateAchievement: true },
  ...{ SkillFramework: true, FoundSkills: true, CreatedClaimLink: true, ClaimCounts: true },
  ...{ CredentialSummary: true, IssueCredential: true, RevokeCredential: true, RevokeCredentials: true, RevokedCredentials: true },
  ...{ RecipientWithCredentials: true, Endorsement: true, ViewingLink: true, Event: true, CreateWebhook: true, UpdateWebhook: true },
  ...{ Webhook: true, WebhookWithSecret: true, WebhookDelivery: true, CreateApiKey: true, AuditEntry: true },
};

it('has our own types only for what the document names', () => {
  const { components: named } = openapi('https://badges.example') as { components: { schemas: object } };
  expect(Object.keys(named.schemas)).toEqual(expect.arrayContaining(Object.keys(AGREES)));
});
