import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE } from '../../../issuing/issuing.fixture.js';
import { redact } from '../../../server/logger.js';
import { OwnStage } from './own-stage.fixture.js';

// T13, T15, T26: somebody else's link, a link that was found, and what an answer tells of addresses.
const stage = new OwnStage();
const { get, send, ask, claim, issue, press } = stage;
beforeAll(() => stage.open());
afterAll(() => stage.close());

let people = 0;
const newPerson = () => {
  people += 1;
  return { recipient: { email: `p${people}@example.org`, name: `Person ${people}` } };
};
const DAY = 86_400_000;

describe('the data of a learner', () => {
  it('are never shown on the page of a badge alone: whoever has found its address gets a mail sent to somebody else', async () => {
    const page = await claim(await issue(newPerson()));
    const told = await (await ask(page, { do: 'data' })).text();
    expect(told).not.toMatch(/@example\.org/);
    for (const act of ['download', 'erase']) {
      const answer = await ask(page, { do: act, word: 'ERASE' });
      expect(answer.headers.get('content-disposition')).toBeNull();
    }
    const [mail] = await stage.mails();
    expect(mail?.to).toBe(`p${people}@example.org`);
  });

  it('are not handed out, and not erased, by programs that open links', async () => {
    const id = await issue(newPerson());
    const link = await stage.dataLink(id);
    for (const method of ['GET', 'HEAD', 'GET']) {
      const answer = await stage.app.request(link, { method });
      expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, null]);
    }
    expect((await stage.app.request(link, { method: 'DELETE' })).status).toBe(405);
    expect((await press(link)).status).toBe(415);
    expect((await stage.summary(id)).state).toBe('current');
  });

  it('are closed after a day, by a newer link, and when the address has changed since', async () => {
    const id = await issue(newPerson());
    const link = await stage.dataLink(id);
    const page = await claim(id);
    await ask(page, { do: 'data' });
    const newer = await stage.mailed();
    expect([(await get(link)).status, (await get(newer)).status]).toEqual([410, 200]);
    await stage.api.database.pool.query("UPDATE recipient SET lookup = '\\x00', email = NULL, data_key = NULL WHERE name = $1", [
      `Person ${people}`,
    ]);
    expect((await get(newer)).status).toBe(410);
    expect((await send(newer, { do: 'erase', word: 'ERASE' })).status).toBe(410);
    const other = await stage.dataLink(await issue(newPerson()));
    stage.time += DAY + 1000;
    expect((await get(other)).status).toBe(410);
    expect((await send(other, { do: 'download' })).status).toBe(410);
  });

  it('belong to one person: the link of one badge leads to nobody else with the same address', async () => {
    const twins = ['S-1', 'S-2'].map((externalId) => ({
      recipient: { email: 'family@example.org', externalId, name: `Child ${externalId}` },
    }));
    const [one, other] = [await issue(twins[0]), await issue(twins[1])];
    const link = await stage.dataLink(one);
    expect(await (await get(link)).text()).not.toContain('Child S-2');
    await send(link, { do: 'erase', word: 'ERASE' });
    expect((await stage.summary(other)).state).toBe('current');
  });

  it('are erased once, by whoever comes first', async () => {
    const link = await stage.dataLink(await issue(newPerson()));
    const answers = await Promise.all([1, 2].map(() => send(link, { do: 'erase', word: 'ERASE' })));
    expect(answers.map(({ status }) => status).sort()).not.toContain(500);
    const erased = "SELECT FROM audit_entry WHERE action = 'recipient.erased' AND at > now() - interval '1 minute'";
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await stage.api.database.pool.query(erased)).rowCount).toBeGreaterThan(0);
  });

  it('cannot be asked for without end', async () => {
    const page = await claim(await issue(newPerson()));
    const statuses = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await ask(page, { do: 'data' })).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect(await stage.mails()).toHaveLength(3);
    stage.time += DAY + 1000;
    expect((await ask(page, { do: 'data' })).status).toBe(200);
    await stage.mails();
  });

  it('lead nowhere with another kind of link, or one that was cut off', async () => {
    const link = await stage.dataLink(await issue(newPerson()));
    const secret = link.split('pm_data_')[1] ?? '';
    for (const other of [`pm_address_${secret}`, `pm_learner_${secret}`, `pm_claim_${secret}`, `pm_data_${secret.slice(1)}`, 'pm_data_'])
      expect((await get(`${BASE}/claim/${other}`)).status, other).toBe(404);
    const { rows } = await stage.api.database.pool.query('SELECT l::text AS text FROM learner_request l');
    for (const { text } of rows) expect(text).not.toContain(secret);
    expect(redact(`/claim/pm_data_${secret}`)).toBe('/claim/pm_data_…');
  });
});
