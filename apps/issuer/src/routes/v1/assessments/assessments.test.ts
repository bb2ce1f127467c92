// T17: who may decide, and who is told to have proved an address.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTenant, type Tenant } from '../../../issuing/issuing.fixture.js';
import { type Api, startApi } from '../api.fixture.js';
import { type Browser, firstOwner, invited, organisationOf } from '../people/signed-in.fixture.js';

let api: Api;
let acme: Tenant;
let owner: Browser;
let issuer: Browser;
let assessor: Browser;
let wanting: string;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
  owner = await firstOwner(api);
  issuer = await invited(api, owner, 'issuer');
  assessor = await invited(api, owner, 'assessor');
  const made = await owner.call('POST', '/v1/achievements', {
    name: 'Wanting',
    description: 'D',
    criteria: { narrative: 'C' },
    evidencePolicy: 'none',
    assessment: 'wanted',
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  expect(made.body.assessment).toBe('wanted');
  wanting = made.body.id;
});
afterAll(() => api.close());

let people = 0;
async function issue(by: Browser, achievement = wanting): Promise<string> {
  people += 1;
  const body = { recipient: { email: `person-${people}@example.org`, name: `Person ${people}` } };
  const issued = await by.call('POST', `/v1/achievements/${achievement}/credentials`, body);
  expect(issued.status, JSON.stringify(issued.body)).toBe(201);
  return issued.body.id;
}
const queue = async (by: Browser, query = '') => (await by.call('GET', `/v1/assessments${query}`)).body.data;
const waitingFor = async (by: Browser, badge: string) =>
  (await queue(by, '?limit=100')).find(({ credentialId }: { credentialId: string }) => credentialId === badge);
const decide = (by: Browser, id: string, verb: 'endorse' | 'send-back') =>
  by.call(
    'POST',
    `/v1/assessments/${id}/${verb}`,
    verb === 'endorse' ? { comment: 'I read it.' } : { reason: 'It is another repository.' },
  );

describe('a badge of an achievement that wants an assessment', () => {
  it('waits as soon as it is issued, with what an assessor has to know', async () => {
    const badge = await issue(issuer);
    const { person } = (await issuer.call('GET', '/v1/me')).body;
    expect(await waitingFor(assessor, badge)).toMatchObject({
      state: 'waiting',
      credential: { id: badge, achievementName: 'Wanting', recipient: { name: `Person ${people}` }, state: 'current' },
      ...{ work: [], asked: 'by-achievement', askedBy: { id: person.id, name: 'The issuer' }, note: null, decidable: true },
      ...{ decidedAt: null, decidedBy: null, reason: null, endorsement: null },
    });
    expect(await waitingFor(issuer, badge)).toMatchObject({ decidable: false });
    expect((await api.call('GET', `/v1/assessments?issuer=${acme.issuer.id}`)).body.data[0].decidable).toBe(false);
  });

  it('waits when a job issues it, and no badge of another achievement does', async () => {
    const rows = { achievementId: wanting, rows: [{ recipient: { email: 'row@example.org' } }] };
    expect((await issuer.call('POST', '/v1/issuance-jobs', rows)).status).toBe(202);
    const key = { issuerId: acme.issuer.id };
    const { rows: jobs } = await api.database.pool.query('SELECT id FROM issuance_job');
    await api.useCases.readJob({ ...key, jobId: jobs[0].id }, new AbortController().signal);
    const before = (await queue(assessor, '?limit=100')).length;
    await api.useCases.issueRows(key, new AbortController().signal);
    await issue(issuer, acme.achievement.id);
    expect(await queue(assessor, '?limit=100')).toHaveLength(before + 1);
  });

  it('is listed in pages', async () => {
    for (let n = 0; n < 3; n += 1) await issue(issuer);
    const all = await queue(assessor, '?limit=100');
    const seen: string[] = [];
    for (let path: string | null = '/v1/assessments?limit=2&order=newest'; path !== null; ) {
      const { body } = await assessor.call('GET', path);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      path = body.next === null ? null : `/v1/assessments?limit=2&order=newest&cursor=${body.next}`;
    }
    expect(seen.reverse()).toEqual(all.map(({ id }: { id: string }) => id));
  });

  it('is read by a key only if it may read badges', async () => {
    const badge = await issue(issuer);
    const { id } = await waitingFor(assessor, badge);
    const read = async (scopes: readonly string[]) => {
      const { key } = (await owner.call('POST', '/v1/api-keys', { name: 'x', scopes })).body;
      const answers = [await api.call('GET', '/v1/assessments', { key }), await api.call('GET', `/v1/assessments/${id}`, { key })];
      return answers.map(({ status }) => status);
    };
    expect(await read(['credentials:endorse'])).toEqual([403, 403]);
    expect(await read(['credentials:endorse', 'credentials:read'])).toEqual([200, 200]);
  });

  it('is found by its badge, in every state', async () => {
    const [badge] = [await issue(issuer), await issue(issuer)];
    const states = async (query = '') => (await queue(owner, `?credential=${badge}${query}`)).map(({ state }: { state: string }) => state);
    expect(await states()).toEqual(['waiting']);
    await decide(assessor, (await waitingFor(assessor, badge)).id, 'send-back');
    await issuer.call('POST', `/v1/credentials/${badge}/assessment`, {});
    expect(await states('&order=newest')).toEqual(['waiting', 'sent-back']);
    expect(await states('&state=sent-back')).toEqual(['sent-back']);
  });

  it('leaves the queue while a later version of it is asked about too', async () => {
    const earlier = await issue(issuer);
    const { id } = await waitingFor(assessor, earlier);
    const renewed = await owner.call('POST', `/v1/credentials/${earlier}/renew`, {});
    expect(renewed.status, JSON.stringify(renewed.body)).toBe(201);
    const shown = async () => [await waitingFor(assessor, earlier), await waitingFor(assessor, renewed.body.id)].map((one) => one?.state);
    expect(await shown()).toEqual([undefined, 'waiting']);
    expect((await assessor.call('GET', `/v1/assessments/${id}`)).body.state).toBe('waiting');
    await owner.call('POST', `/v1/credentials/${renewed.body.id}/revoke`, { confirm: 'revoke', reason: 'A mistake.' });
    expect(await shown()).toEqual(['waiting', undefined]);
  });

  it('stays in the queue when a later version wants no assessment', async () => {
    const earlier = await issue(issuer, acme.achievement.id);
    expect((await issuer.call('POST', `/v1/credentials/${earlier}/assessment`, {})).status).toBe(201);
    expect((await owner.call('POST', `/v1/credentials/${earlier}/renew`, {})).status).toBe(201);
    expect(await waitingFor(assessor, earlier)).toMatchObject({ state: 'waiting' });
  });

  it('leaves the queue while it is withdrawn and once it is erased', async () => {
    const [withdrawn, erased] = [await issue(issuer), await issue(issuer)];
    const { id } = await waitingFor(assessor, withdrawn);
    await owner.call('POST', `/v1/credentials/${withdrawn}/revoke`, { confirm: 'revoke', reason: 'A mistake.' });
    expect((await owner.call('POST', `/v1/credentials/${erased}/erase`, { confirm: 'erase', revoke: true })).status).toBeLessThan(300);
    expect([await waitingFor(assessor, withdrawn), await waitingFor(assessor, erased)]).toEqual([undefined, undefined]);
    expect((await decide(assessor, id, 'endorse')).body.code).toBe('conflict');
    expect((await api.database.pool.query('SELECT FROM assessment WHERE credential_id = $1', [erased])).rowCount).toBe(0);
  });
});

describe('what an assessor decides', () => {
  it('is an endorsement in their name, for everybody to read', async () => {
    const badge = await issue(issuer);
    const { id } = await waitingFor(assessor, badge);
    const decided = await decide(assessor, id, 'endorse');
    expect(decided.status, JSON.stringify(decided.body)).toBe(200);
    const { person } = (await assessor.call('GET', '/v1/me')).body;
    expect(decided.body).toMatchObject({
      ...{ state: 'endorsed', decidable: false, decidedBy: { id: person.id, name: 'The assessor' }, reason: null },
      endorsement: { comment: 'I read it.' },
    });
    const [endorsement] = (await assessor.call('GET', `/v1/credentials/${badge}/endorsements`)).body.data;
    expect(endorsement).toMatchObject({ id: decided.body.endorsement.id, endorser: { name: 'The assessor' }, signedHere: true });
    const entry = { type: 'IdentifierEntry', identifier: 'school.example', identifierType: 'ext:provenEmailDomain' };
    expect(endorsement.credential.issuer.otherIdentifier).toEqual([entry]);
    expect(JSON.stringify(endorsement)).not.toContain('assessor@school.example');
    expect(await waitingFor(assessor, badge)).toBeUndefined();
    expect((await queue(issuer, '?state=endorsed&order=newest'))[0].id).toBe(id);
    const { rows } = await api.database.pool.query("SELECT type FROM api_event WHERE credential_id = $1 AND type = 'endorsement.added'", [
      badge,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('is a reason for the people of the issuer, who can ask again', async () => {
    const badge = await issue(issuer);
    const { id } = await waitingFor(assessor, badge);
    expect((await decide(assessor, id, 'send-back')).body).toMatchObject({ state: 'sent-back', reason: 'It is another repository.' });
    expect((await queue(issuer, '?state=sent-back&order=newest'))[0]).toMatchObject({ id, reason: 'It is another repository.' });
    const { rows } = await api.database.pool.query(
      "SELECT data FROM api_event WHERE credential_id = $1 AND type = 'assessment.sent-back'",
      [badge],
    );
    expect(rows).toEqual([{ data: { assessmentId: id } }]);
    const again = await issuer.call('POST', `/v1/credentials/${badge}/assessment`, { note: 'The link is right now.' });
    expect(again.status, JSON.stringify(again.body)).toBe(201);
    expect(again.body).toMatchObject({ state: 'waiting', asked: 'by-hand', note: 'The link is right now.', decidable: false });
    expect((await issuer.call('POST', `/v1/credentials/${badge}/assessment`, {})).body.code).toBe('conflict');
    expect((await decide(assessor, again.body.id, 'endorse')).status).toBe(200);
  });

  it('is in the export of the learner’s data, with the reason', async () => {
    const badge = await issue(issuer);
    await decide(assessor, (await waitingFor(assessor, badge)).id, 'send-back');
    const { recipient } = (await issuer.call('GET', `/v1/credentials/${badge}`)).body;
    const { credentials } = (await issuer.call('GET', `/v1/recipients/${recipient.id}/export`)).body;
    expect(credentials[0].assessments).toMatchObject([{ state: 'sent-back', reason: 'It is another repository.', note: null }]);
  });

  it('is one thing, of two who decide at once', async () => {
    const { id } = await waitingFor(assessor, await issue(issuer));
    const both = await Promise.all([decide(assessor, id, 'endorse'), decide(owner, id, 'send-back')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('never concerns what they issued, asked for, issued by a key of theirs, or is their own', async () => {
    const own = await waitingFor(issuer, await issue(issuer));
    expect((await decide(issuer, own.id, 'send-back')).body).toMatchObject({ status: 403, code: 'forbidden' });
    const badge = await issue(issuer, acme.achievement.id);
    const asked = await owner.call('POST', `/v1/credentials/${badge}/assessment`, {});
    for (const by of [owner, issuer]) expect((await decide(by, asked.body.id, 'endorse')).status).toBe(403);
    const scopes = ['credentials:issue', 'api-keys:write'];
    const { key: first } = (await owner.call('POST', '/v1/api-keys', { name: 'x', scopes })).body;
    // A key that a key of theirs made is theirs as well.
    const made = await api.call('POST', '/v1/api-keys', { key: first, body: { name: 'y', scopes: ['credentials:issue'] } });
    const { key } = made.body;
    const byKey = await api.call('POST', `/v1/achievements/${wanting}/credentials`, {
      key,
      body: { recipient: { email: 'k@example.org' } },
    });
    const issuedByKey = await waitingFor(assessor, byKey.body.id);
    expect(issuedByKey.askedBy).toBeNull();
    expect((await decide(owner, issuedByKey.id, 'send-back')).status).toBe(403);
    const mine = { recipient: { email: 'Assessor@school.example' } };
    const learnt = (await issuer.call('POST', `/v1/achievements/${wanting}/credentials`, mine)).body.id;
    expect((await decide(assessor, (await waitingFor(assessor, learnt)).id, 'endorse')).body.detail).toContain('your own');
  });
});

describe('the mark that somebody proved an address', () => {
  it('is not made by a key, whatever it sends', async () => {
    const badge = await issue(issuer);
    const { id } = await waitingFor(assessor, badge);
    const key = api.adminKey;
    expect((await api.call('POST', `/v1/assessments/${id}/endorse`, { key, body: { comment: 'x' } })).status).toBe(403);
    const typed = { name: 'The assessor', email: 'assessor@school.example' };
    const post = (body: object) => api.call('POST', `/v1/credentials/${badge}/endorsements`, { key, body });
    const otherIdentifier = [{ type: 'IdentifierEntry', identifier: 'school.example', identifierType: 'ext:provenEmailDomain' }];
    expect((await post({ assessor: { ...typed, otherIdentifier }, comment: 'x' })).status).toBe(422);
    await decide(assessor, id, 'endorse');
    const made = await post({ assessor: typed, comment: 'x' });
    expect(made.body.credential.issuer.otherIdentifier).toBeUndefined();
    const all = (await assessor.call('GET', `/v1/credentials/${badge}/endorsements`)).body.data;
    expect(new Set(all.map(({ endorser }: { endorser: { id: string } }) => endorser.id)).size).toBe(2);
    // Copied to another badge, it is refused.
    const { credential } = all.find((one: { credential: { issuer: object } }) => 'otherIdentifier' in one.credential.issuer);
    const other = await issue(issuer);
    const copied = await api.call('POST', `/v1/credentials/${other}/endorsements`, { key, body: { credential } });
    expect(copied.body.code).toBe('endorsement-refused');
  });

  it('is not made for somebody who has not proved theirs, or whom the provider of a school vouches for', async () => {
    const { id } = await waitingFor(assessor, await issue(issuer));
    const { person } = (await owner.call('GET', '/v1/me')).body;
    expect(person.emailVerified).toBe(false);
    expect((await decide(owner, id, 'endorse')).body.detail).toContain('not proved');
    await api.database.pool.query(
      'UPDATE person_session SET organisation_id = $1 WHERE person_id = (SELECT id FROM person WHERE email = $2)',
      [await organisationOf(owner), 'assessor@school.example'],
    );
    expect((await decide(assessor, id, 'endorse')).body).toMatchObject({ code: 'forbidden' });
    expect((await decide(assessor, id, 'send-back')).status).toBe(200);
  });

  it('is not for badges of another issuer', async () => {
    const globex = await makeTenant(api, 'globex');
    const badge = await api.call('POST', `/v1/achievements/${globex.achievement.id}/credentials`, {
      body: { recipient: { email: 'g@example.org' } },
    });
    const asked = await api.call('POST', `/v1/credentials/${badge.body.id}/assessment`, { body: {} });
    expect((await decide(assessor, asked.body.id, 'send-back')).status).toBe(404);
    expect((await assessor.call('GET', `/v1/assessments/${asked.body.id}`)).status).toBe(404);
    expect(await queue(assessor, `?issuer=${globex.issuer.id}`)).toEqual([]);
  });
});
