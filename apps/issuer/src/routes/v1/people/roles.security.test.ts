import { ROLES, type Role } from '@proofmark/schemas/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTenant, type Tenant } from '../../../issuing/issuing.fixture.js';
import { type Api, startApi } from '../api.fixture.js';
import { V1_OPERATIONS } from '../index.js';
import { type Browser, firstOwner, invited, organisationOf } from './signed-in.fixture.js';

// T17 and T18: whatever a page shows, each role is denied by the API what it may not do.
let api: Api;
let acme: Tenant;
let foreign: Tenant;
let organisation: string;
const people = new Map<Role, Browser>();
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
  const owner = await firstOwner(api);
  foreign = await makeTenant(api, 'globex');
  organisation = await organisationOf(owner);
  people.set('owner', owner);
  for (const role of ROLES.filter((one) => one !== 'owner')) people.set(role, await invited(api, owner, role));
});
afterAll(() => api.close());

/** What each role may do that the one before it may not. Written down here a second time, so that a changed table is noticed. */
const MAY: Readonly<Record<Role, string>> = {
  viewer:
    'getMe updateMe createPasskeyChallenge createPasskey listPasskeys updatePasskey deletePasskey listSessions endSession listOrganisations listIssuers getIssuer getIssuerOverview getRetention listSigningKeys listDomains getDomain listAchievements getAchievement listCredentials searchCredentials getCredential listEndorsements listViewingLinks listEvents countClaims getMailSettings listMailTexts getMailText previewMailText listMails countMails getSkillFramework listSkillFrameworks searchSkills',
  assessor: 'endorseCredential listAssessments getAssessment endorseAssessed sendBackAssessed',
  issuer:
    'createAchievement updateAchievement previewBadgeImage importSkillFramework deleteSkillFramework createClaimLink issueCredential requestAssessment renewCredential correctCredential listCorrections decideCorrection revokeCredential revokeCredentials suspendCredential suspendCredentials resumeCredential resumeCredentials resendCredential resendCredentials listRecipients searchRecipients getRecipient exportRecipient exportIssuer readUploadColumns createIssuanceJob listIssuanceJobs getIssuanceJob listIssuanceJobRows followIssuanceJob cancelIssuanceJob resumeIssuanceJob retryIssuanceJob undoIssuanceJob listBulkActs undoBulkAct createViewingLink revokeViewingLink checkEvidence createEvidenceChallenge listWebhooks getWebhook listWebhookDeliveries',
  owner:
    'createIssuer updateIssuer updateRetention updateMailSettings updateMailText resetMailText testMailText rotateSigningKey revokeSigningKey linkDomain checkDomain unlinkDomain eraseCredential eraseRecipient createWebhook updateWebhook deleteWebhook rotateWebhookSecret testWebhook replayWebhook replayWebhookDelivery createApiKey listApiKeys deleteApiKey listAuditLog updateOrganisation listMembers updateMember removeMember createInvitation listInvitations withdrawInvitation listOrganisationLog getSignOn setSignOn removeSignOn',
};
/** What no person may do, whatever their role: it is for the operator of the service, by an admin key. */
const FOR_ADMIN_KEYS = [
  'giveIssuer',
  'allowMailDomain',
  'disallowMailDomain',
  'suspendIssuer',
  'resumeIssuer',
  'listReports',
  'decideReport',
];
const ASCENDING: readonly Role[] = ['viewer', 'assessor', 'issuer', 'owner'];
const allowed = (role: Role): ReadonlySet<string> =>
  new Set(ASCENDING.slice(0, ASCENDING.indexOf(role) + 1).flatMap((one) => MAY[one].split(' ')));

const NOWHERE = '0198ab00-0000-7000-8000-000000000000';
const WALKED = V1_OPERATIONS.filter(({ scope }) => scope !== 'public');

describe('every operation that somebody has to sign in for', () => {
  it('is told of here', () => {
    expect(WALKED.map(({ operationId }) => operationId).sort()).toEqual([...allowed('owner'), ...FOR_ADMIN_KEYS].sort());
  });

  const pairs = WALKED.flatMap((operation) => ROLES.map((role) => [operation.operationId, role, operation] as const));
  it.each(pairs)('%s: by a person who is %s', async (operationId, role, { method, path }) => {
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name) => (name === 'organisationId' ? organisation : NOWHERE));
    const answer = await people.get(role)!.call(method.toUpperCase(), address, method === 'get' ? undefined : {});
    if (allowed(role).has(operationId)) expect([401, 403, 500], JSON.stringify(answer.body)).not.toContain(answer.status);
    else expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
  });

  it.each(WALKED.filter(({ roles }) => roles.length > 0).map((one) => [one.operationId, one] as const))(
    '%s: is refused without a token, and to a page of another site, and to nobody',
    async (_, { method, path }) => {
      const address = path.replaceAll(/\{(\w+)\}/g, (__, name) => (name === 'organisationId' ? organisation : NOWHERE));
      const owner = people.get('owner')!;
      const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const csrf = owner.cookies.get('proofmark-csrf-3000') ?? '';
      const body = method === 'get' ? undefined : {};
      const ask = async (headers: Readonly<Record<string, string>>) =>
        (await api.call(method.toUpperCase(), address, { key: null, body, headers })).status;
      expect(await ask({ cookie })).toBe(403);
      expect(await ask({ cookie, 'x-csrf-token': `${csrf}x` })).toBe(403);
      expect(await ask({ cookie, 'x-csrf-token': csrf, origin: 'https://evil.example' })).toBe(403);
      expect(await ask({ cookie, 'x-csrf-token': csrf, 'sec-fetch-site': 'same-site' })).toBe(403);
      expect(await ask({ 'x-csrf-token': csrf })).toBe(401);
      expect(await ask({ cookie: `proofmark-session-3000=pm_session_${'A'.repeat(43)}.x` })).toBe(403);
    },
  );
});

describe('a person', () => {
  it('acts for the issuers of their organisation, and finds nothing of another', async () => {
    const owner = people.get('owner')!;
    const own = await owner.call('GET', '/v1/issuers');
    expect(own.body.data.map(({ id }: { id: string }) => id)).toEqual([acme.issuer.id]);
    for (const path of [`/v1/issuers/${foreign.issuer.id}`, `/v1/achievements/${foreign.achievement.id}`])
      expect((await owner.call('GET', path)).status).toBe(404);
    expect((await owner.call('GET', `/v1/credentials?issuer=${foreign.issuer.id}`)).body).toEqual({ data: [], next: null });
    const issued = await owner.call('POST', `/v1/achievements/${foreign.achievement.id}/credentials`, {
      recipient: { email: 'eve@x.example' },
    });
    expect(issued.status).toBe(404);
    const made = await owner.call('POST', '/v1/api-keys', { name: 'x', scopes: ['credentials:read'], issuerId: foreign.issuer.id });
    expect(made.status).toBe(422);
  });

  it('cannot name an organisation that is not theirs', async () => {
    const owner = people.get('owner')!;
    expect((await owner.call('GET', '/v1/issuers', undefined, { 'proofmark-organisation': NOWHERE })).status).toBe(403);
    expect((await owner.call('GET', `/v1/organisations/${NOWHERE}/members`)).status).toBe(403);
  });

  it('is named by the audit log of the issuer for which they acted, and by the badge', async () => {
    const issuer = people.get('issuer')!;
    const { person } = (await issuer.call('GET', '/v1/me')).body;
    const badge = await issuer.call('POST', `/v1/achievements/${acme.achievement.id}/credentials`, {
      recipient: { email: 'ada@x.example' },
    });
    expect(badge.status, JSON.stringify(badge.body)).toBe(201);
    const { rows } = await api.database.pool.query('SELECT actor, api_key_id, details FROM audit_entry WHERE object_id = $1', [
      badge.body.id,
    ]);
    expect(rows).toMatchObject([{ actor: 'person', api_key_id: null, details: { personId: person.id } }]);
    const stored = await api.database.pool.query('SELECT api_key_id FROM credential WHERE id = $1', [badge.body.id]);
    expect(stored.rows).toEqual([{ api_key_id: person.id }]);
  });

  it('loses a role at once, and the jobs that they ordered stop', async () => {
    const owner = people.get('owner')!;
    const leaving = await invited(api, owner, 'issuer', 'leaving@school.example');
    const { person } = (await leaving.call('GET', '/v1/me')).body;
    const rows = { achievementId: acme.achievement.id, rows: [{ recipient: { email: 'joan@x.example' } }] };
    const job = (await leaving.call('POST', '/v1/issuance-jobs', rows)).body.id;
    const key = { issuerId: acme.issuer.id, jobId: job };
    await api.useCases.readJob(key, new AbortController().signal);
    expect((await owner.call('DELETE', `/v1/organisations/${organisation}/members/${person.id}`)).status).toBe(204);
    expect((await leaving.call('GET', '/v1/achievements')).status).toBe(403);
    expect((await leaving.call('GET', '/v1/me')).body.organisations).toEqual([]);
    await api.useCases.issueRows({ issuerId: acme.issuer.id }, new AbortController().signal);
    expect((await api.store.issuanceJobs.find(key))?.state).toBe('cancelled');
  });
});
