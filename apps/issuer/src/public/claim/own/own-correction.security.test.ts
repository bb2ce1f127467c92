import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OwnStage } from './own-stage.fixture.js';

// T13, T15: a learner says whose the badge is; nobody gets one that way without proof of an address and the consent of its issuer.
const stage = new OwnStage();
const { get, ask, claim, issue, press } = stage;
beforeAll(() => stage.open());
afterAll(() => stage.close());

let people = 0;
const newPerson = () => {
  people += 1;
  return { recipient: { email: `p${people}@example.org`, name: `Person ${people}` } };
};
const corrections = async (state = 'waiting') =>
  (await stage.api.call('GET', `/v1/corrections?state=${state}&limit=100`, { key: stage.acme.key })).body.data;
const ofBadge = async (id: string, state = 'waiting') =>
  (await corrections(state)).filter((one: { credentialId: string }) => one.credentialId === id);
const told = async (id: string) => {
  const { body } = await stage.api.call('GET', `/v1/events?credential=${id}&type=correction.waiting`, { key: stage.acme.key });
  return body.data.map(({ data }: { data: object }) => data);
};
const decide = (id: string, accept: boolean) =>
  stage.api.call('POST', `/v1/corrections/${id}/decide`, { key: stage.acme.key, body: { accept } });

describe('a correction that a learner proposes', () => {
  it('waits for the issuer once the new address was proven, and then makes a badge for it', async () => {
    const id = await issue(newPerson());
    const asked = await ask(await claim(id), { do: 'correct', name: 'Ada King', email: 'Ada@King.example' });
    expect([asked.status, await asked.text()]).toEqual([200, expect.stringContaining('A link was sent to the new address')]);
    expect(await ofBadge(id)).toEqual([]);
    const [mail] = await stage.mails();
    expect([mail?.to, mail?.mail.subject]).toEqual(['ada@king.example', 'acme Academy: is this your address?']);
    for (const secret of [`Person ${people}`, 'King', 'Web <b>API']) expect(mail?.mail.text).not.toContain(secret);
    const link = /http\S+/.exec(mail?.mail.text ?? '')?.[0] ?? '';
    expect([(await get(link)).status, (await get(link)).status, await ofBadge(id), await told(id)]).toEqual([200, 200, [], []]);
    expect(await (await press(link)).text()).toContain('Your request is waiting');
    const [waiting] = await ofBadge(id);
    expect(waiting).toMatchObject({ state: 'waiting', proposed: { name: 'Ada King', email: 'ada@king.example' }, provesAddress: false });
    await press(link);
    expect(await told(id)).toEqual([{ issuerId: stage.acme.issuer.id, credentialId: id, correctionId: waiting.id }]);
    const decided = await decide(waiting.id, true);
    expect([decided.status, decided.body]).toMatchObject([200, { state: 'accepted', proposed: null }]);
    expect((await decide(waiting.id, true)).status).toBe(200);
    expect((await decide(waiting.id, false)).status).toBe(409);
    const found = await stage.api.call('POST', '/v1/credentials/search', { key: stage.acme.key, body: { email: 'ada@king.example' } });
    expect(found.body.data).toMatchObject([{ state: 'current', recipient: { name: 'Ada King' } }]);
    const old = await stage.summary(id);
    expect([old.state, old.recipient.id]).toEqual(['revoked', found.body.data[0].recipient.id]);
    const { rows } = await stage.api.database.pool.query('SELECT proposal FROM learner_request WHERE id = $1', [waiting.id]);
    expect(rows).toEqual([{ proposal: null }]);
  });

  it('of a name alone waits at once; what is refused leaves the badge as it was, and is forgotten', async () => {
    const id = await issue(newPerson());
    const asked = await ask(await claim(id), { do: 'correct', name: 'Grace Hopper', email: '' });
    expect(await asked.text()).toContain('Your request is waiting');
    const [waiting] = await ofBadge(id);
    expect(await told(id)).toEqual([expect.objectContaining({ correctionId: waiting.id })]);
    expect((await decide(waiting.id, false)).body).toMatchObject({ state: 'refused', proposed: null });
    expect((await stage.summary(id)).state).toBe('current');
    expect(await ofBadge(id, 'refused')).toHaveLength(1);
  });

  it('tells nobody which addresses the issuer knows', async () => {
    await issue({ recipient: { email: 'known@example.org' } });
    const pages = [await claim(await issue(newPerson())), await claim(await issue(newPerson()))];
    const [known, unknown] = await Promise.all(
      pages.map(async (page, n) => {
        const answer = await ask(page, { do: 'correct', name: '', email: ['known@example.org', 'unknown@example.org'][n] ?? '' });
        return [answer.status, (await answer.text()).replaceAll(/pm_learner_[\w-]+|credentials\/[\w-]{36}/g, '')];
      }),
    );
    expect(known).toEqual(unknown);
    expect((await stage.mails()).map(({ to }) => to).sort()).toEqual(['known@example.org', 'unknown@example.org']);
  });

  it('by two at once is accepted once', async () => {
    const id = await issue(newPerson());
    await ask(await claim(id), { do: 'correct', name: 'Twice', email: '' });
    const [waiting] = await ofBadge(id);
    const statuses = (await Promise.all([1, 2].map(() => decide(waiting.id, true)))).map(({ status }) => status);
    expect(statuses.every((status) => status === 200 || status === 409)).toBe(true);
    const successors = await stage.api.database.pool.query('SELECT FROM credential WHERE predecessor_id = $1', [id]);
    expect(successors.rowCount).toBe(1);
    expect((await decide(waiting.id, true)).status).toBe(200);
  });

  it('says what is wrong with what was typed, and sends nothing', async () => {
    const page = await claim(await issue(newPerson()));
    const cases = [
      [{ name: '', email: '' }, 'You wrote nothing'],
      [{ name: `Person ${people}`, email: '' }, 'You wrote nothing'],
      [{ name: '\u200b', email: '' }, 'This name cannot be used'],
      [{ name: 'x'.repeat(201), email: '' }, 'This name cannot be used'],
      [{ name: '', email: 'ada@' }, 'This is not an e-mail address'],
      [{ name: '', email: `${'a'.repeat(300)}@example.org` }, 'This is not an e-mail address'],
    ] as const;
    for (const [typed, said] of cases) {
      const answer = await ask(page, { do: 'correct', ...typed });
      expect([answer.status, await answer.text()], JSON.stringify(typed)).toEqual([422, expect.stringContaining(said)]);
    }
    expect(await stage.mails()).toEqual([]);
  });

  it('sends few mails, to one address and of one badge, and a newer one ends an older', async () => {
    const id = await issue(newPerson());
    const page = await claim(id);
    const links = [];
    for (const n of [1, 2, 3]) {
      await ask(page, { do: 'correct', name: '', email: `new${n}@example.org` });
      links.push(await stage.mailed());
    }
    expect((await ask(page, { do: 'correct', name: '', email: 'new4@example.org' })).status).toBe(429);
    expect((await press(links[0] ?? '')).status).toBe(410);
    expect((await press(links[2] ?? '')).status).toBe(200);
    expect((await ofBadge(id)).map(({ proposed }: { proposed: object }) => proposed)).toEqual([{ name: null, email: 'new3@example.org' }]);
    const statuses = [];
    for (let n = 0; n < 6; n += 1)
      statuses.push((await ask(await claim(await issue(newPerson())), { do: 'correct', name: '', email: 'victim@example.org' })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    await stage.mails();
  });

  it('is refused of a badge that does not stand', async () => {
    const id = await issue(newPerson());
    const page = await claim(id);
    await stage.api.call('POST', `/v1/credentials/${id}/revoke`, { key: stage.acme.key, body: { confirm: 'revoke' } });
    const answer = await ask(page, { do: 'correct', name: 'Somebody', email: '' });
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('does not stand any more')]);
  });
});
