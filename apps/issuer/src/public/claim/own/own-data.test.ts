import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OwnStage } from './own-stage.fixture.js';

const stage = new OwnStage();
const { get, send, ask, claim, issue } = stage;
beforeAll(() => stage.open());
afterAll(() => stage.close());

const person = (n: string, more: object = {}) => ({ recipient: { email: `${n}@example.org`, name: `Person ${n}`, ...more } });
const listed = async (id: string) =>
  (await stage.api.call('GET', '/v1/credentials?limit=100', { key: stage.acme.key })).body.data.find(
    (one: { id: string }) => one.id === id,
  );
const rowsOf = async (email: string): Promise<number> =>
  (await stage.api.call('POST', '/v1/recipients/search', { key: stage.acme.key, body: { email } })).body.data.length;

describe('what is kept of a learner', () => {
  it('is shown to whoever reads the mail to the address that is kept of them, in their language', async () => {
    const page = await claim(await issue(person('ada', { externalId: 'S-1' })));
    const asked = await ask(`${page}?lang=de`, { do: 'data' });
    expect([asked.status, await asked.text()]).toEqual([200, expect.stringContaining('Schauen Sie in Ihr Postfach')]);
    const [mail] = await stage.mails();
    expect([mail?.to, mail?.mail.subject]).toEqual(['ada@example.org', 'Ihre Daten bei acme Academy']);
    const link = /http\S+/.exec(mail?.mail.text ?? '')?.[0] ?? '';
    const shown = await get(link);
    const text = await shown.text();
    for (const part of ['Person ada', 'ada@example.org', 'S-1', '1 badge', 'Web &lt;b&gt;API&lt;/b&gt; design'])
      expect(text).toContain(part);
    expect(shown.headers.get('cache-control')).toBe('no-store');
  });

  it('is downloaded as the file that their issuer can export of them', async () => {
    const id = await issue(person('grace'));
    const link = await stage.dataLink(id);
    const file = await send(link, { do: 'download' });
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="acme-my-data.json"');
    const { exportedAt: _, ...own } = await file.json();
    const { recipient } = await stage.summary(id);
    const { exportedAt: __, ...theirs } = (await stage.api.call('GET', `/v1/recipients/${recipient.id}/export`, { key: stage.acme.key }))
      .body;
    expect(own).toEqual(JSON.parse(JSON.stringify(theirs)));
    expect(own.credentials).toHaveLength(1);
  });

  it('is erased at once with all badges, when they typed the word, and stays withdrawn where it was', async () => {
    const [first, second] = [await issue(person('joan')), await issue(person('joan'))];
    await stage.api.call('POST', `/v1/credentials/${first}/revoke`, { key: stage.acme.key, body: { confirm: 'revoke' } });
    const link = await stage.dataLink(second);
    const wrong = await send(link, { do: 'erase', word: 'yes' });
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Nothing was erased')]);
    expect(await rowsOf('joan@example.org')).toBe(1);
    const right = await send(link, { do: 'erase', word: ' erase ' });
    expect([right.status, await right.text()]).toEqual([200, expect.stringContaining('Your data were erased')]);
    expect(await rowsOf('joan@example.org')).toBe(0);
    for (const id of [first, second]) expect((await listed(id)).state).toBe('erased');
    expect((await listed(first)).revoked).not.toBeNull();
    expect((await listed(second)).revoked).toBeNull();
    expect((await get(link)).status).toBe(404);
    expect(
      (await stage.api.database.pool.query('SELECT FROM learner_request WHERE credential_id = ANY($1)', [[first, second]])).rowCount,
    ).toBe(0);
    const { data } = (await stage.api.call('GET', '/v1/audit-log?order=newest&action=recipient.erased', { key: stage.acme.key })).body;
    expect(data[0]).toMatchObject({ actor: { type: 'service' }, details: { count: 2 } });
  });

  it('takes the word of the language of the page', async () => {
    const link = await stage.dataLink(await issue(person('gerda')));
    expect((await send(`${link}?lang=de`, { do: 'erase', word: 'erase' })).status).toBe(422);
    expect((await send(`${link}?lang=de`, { do: 'erase', word: 'löschen' })).status).toBe(200);
  });

  it('cannot be asked for where no address is kept, or no mail is sent', async () => {
    const page = await claim(await issue({ recipient: { externalId: 'S-9', name: 'Nobody' } }));
    const answer = await ask(page, { do: 'data' });
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('No address of yours is kept here')]);
    const silent = stage.api.with({ mail: { sender: null, kept: false } });
    const token = page.split('/').at(-1) ?? '';
    expect((await silent.askForData(token, 'en')).answer).toBe('no-mail');
  });
});
