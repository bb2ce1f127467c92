import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MailContent } from '../../../issuing/people/mails/mail.js';
import { createSignInLinkFor } from '../../../issuing/people/sign-in-links.js';
import type { UseCases } from '../../../issuing/use-cases.js';
import { type Api, startApi } from '../api.fixture.js';
import { browser, firstOwner } from './signed-in.fixture.js';

// T17: asking for a link tells nobody who can sign in, and a link proves an address only if it was sent there.
let api: Api;
let useCases: UseCases;
const sent: MailContent[] = [];
const KNOWN = 'grace@school.example';
beforeEach(async () => {
  api = await startApi();
  await firstOwner(api, KNOWN);
  sent.length = 0;
  const sender = {
    async send(_: string, content: MailContent) {
      sent.push(content);
      return { sent: true } as const;
    },
    sendBadgeMail: async () => ({ sent: true as const }),
  };
  useCases = api.with({ mail: { sender } });
});
afterEach(() => api.close());

const rows = async (table: string) => (await api.database.pool.query(`SELECT * FROM ${table}`)).rows;
const jobs = async (name: string): Promise<readonly Record<string, string>[]> =>
  (await api.database.pool.query('SELECT data FROM pgboss.job WHERE name = $1 ORDER BY created_on', [name])).rows.map(({ data }) => data);
/** Does what is waiting, as a process would. */
async function work(): Promise<void> {
  await Promise.all((await jobs('write-sign-in-mail')).map((job) => useCases.writeSignInMail(job as { requestId: string })));
  for (const job of await jobs('send-mail')) await useCases.sendMail(job as { mailId: string });
}

describe('a request for a link', () => {
  it('writes the same for an address that is known and for one that is not', async () => {
    const left: unknown[] = [];
    for (const email of [KNOWN, 'nobody@school.example']) {
      await useCases.sendSignInLink({ email });
      const tables = ['sign_in_request', 'sign_in_link', 'mail', 'person_verification'];
      left.push(await Promise.all(tables.map(async (table) => (await rows(table)).length)));
      await work();
    }
    expect(left).toEqual([
      [1, 0, 0, 0],
      [1, 1, 1, 0],
    ]);
    expect(sent.map(({ to }) => to)).toEqual([KNOWN]);
    expect(await rows('sign_in_request')).toEqual([]);
  });

  it('keeps the address sealed until it is answered', async () => {
    await useCases.sendSignInLink({ email: 'ada@school.example' });
    const kept = JSON.stringify([await rows('sign_in_request'), await jobs('write-sign-in-mail')]);
    expect(kept).not.toContain('ada');
  });

  it('leads to three mails at most, also where many are answered at once', async () => {
    for (let n = 0; n < 8; n += 1) await useCases.sendSignInLink({ email: KNOWN });
    await work();
    expect(sent).toHaveLength(3);
    expect(await rows('sign_in_link')).toHaveLength(3);
  });

  it('is answered once', async () => {
    await useCases.sendSignInLink({ email: KNOWN });
    await work();
    await work();
    expect(sent).toHaveLength(1);
  });
});

describe('a link that the operator made', () => {
  it('signs in, once, proves no address, and is in the audit log as an act of the operator', async () => {
    const { clock, random } = api.foundation;
    const token = await createSignInLinkFor({ store: api.store, clock, random }, KNOWN);
    const someone = browser(api);
    expect((await someone.call('POST', '/v1/sessions', { token })).status).toBe(201);
    expect((await someone.call('GET', '/v1/me')).body.person).toMatchObject({ email: KNOWN, emailVerified: false });
    expect((await browser(api).call('POST', '/v1/sessions', { token })).status).toBe(410);
    const { rows: entries } = await api.database.pool.query(
      "SELECT actor, details FROM audit_entry WHERE action IN ('sign-in-link.created', 'session.begun') ORDER BY txid, id",
    );
    expect(entries).toMatchObject([{ actor: 'operator' }, { actor: 'person', details: { way: 'operator-link' } }]);
  });

  it('is made for nobody whom the service does not know', async () => {
    const { clock, random } = api.foundation;
    expect(await createSignInLinkFor({ store: api.store, clock, random }, 'nobody@school.example')).toBeNull();
  });

  it('ends after twenty minutes', async () => {
    const { clock, random } = api.foundation;
    const token = await createSignInLinkFor({ store: api.store, clock, random }, KNOWN);
    await api.database.pool.query("UPDATE sign_in_link SET expires_at = now() - interval '1 second'");
    expect((await browser(api).call('POST', '/v1/sessions', { token })).status).toBe(410);
  });
});
