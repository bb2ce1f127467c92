import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good, type Issuing, startIssuing } from '../../issuing.fixture.js';
import type { UseCases } from '../../use-cases.js';
import type { MailContent, MailOutcome } from './mail.js';

let issuing: Issuing;
let useCases: UseCases;
const sent: MailContent[] = [];
let outcome: MailOutcome = { sent: true };
beforeAll(async () => {
  issuing = await startIssuing();
  const sender = {
    async send(_: string, content: MailContent): Promise<MailOutcome> {
      if (outcome.sent) sent.push(content);
      return outcome;
    },
    sendBadgeMail: async (): Promise<MailOutcome> => outcome,
  };
  useCases = issuing.with({ mail: { sender } });
  const token = (await useCases.ensureOwnerLink()) ?? '';
  good(await useCases.becomeOwner({ token, email: 'grace@school.example', name: 'Grace', organisation: 'Riverside' }));
});
afterAll(() => issuing.close());

const rows = async () => (await issuing.database.pool.query('SELECT * FROM mail ORDER BY id')).rows;
const ordered = async (): Promise<{ mailId: string }> => {
  await issuing.database.pool.query("UPDATE mail SET created_at = created_at - interval '1 hour'");
  good(await useCases.sendSignInLink({ email: 'grace@school.example' }));
  const [{ data: asked }] = (
    await issuing.database.pool.query("SELECT data FROM pgboss.job WHERE name = 'write-sign-in-mail' ORDER BY created_on DESC LIMIT 1")
  ).rows;
  await useCases.writeSignInMail(asked);
  const [{ data }] = (
    await issuing.database.pool.query("SELECT data FROM pgboss.job WHERE name = 'send-mail' ORDER BY created_on DESC LIMIT 1")
  ).rows;
  return data;
};

describe('a mail in the outbox', () => {
  it('is sealed until it is sent, once, and then forgotten', async () => {
    const job = await ordered();
    const [before] = await rows();
    expect([before.state, JSON.stringify(before).includes('grace')]).toEqual(['waiting', false]);
    await useCases.sendMail(job);
    await useCases.sendMail(job);
    expect(sent).toMatchObject([{ kind: 'sign-in', to: 'grace@school.example' }]);
    const [after] = await rows();
    expect(after).toMatchObject({ state: 'sent', sealed: null, attempts: 1, failure: null });
  });

  it('fails as a job where the server does not take it now, nine times', async () => {
    const job = await ordered();
    outcome = { sent: false, refused: false, reason: 'the server answered 451' };
    for (let attempt = 1; attempt < 9; attempt += 1) await expect(useCases.sendMail(job)).rejects.toThrow('451');
    await useCases.sendMail(job);
    expect((await rows()).at(-1)).toMatchObject({ state: 'failed', sealed: null, attempts: 9, failure: 'the server answered 451' });
  });

  it('is given up where the server never takes it', async () => {
    const job = await ordered();
    outcome = { sent: false, refused: true, reason: 'the server answered 550' };
    await useCases.sendMail(job);
    expect((await rows()).at(-1)).toMatchObject({ state: 'failed', attempts: 1 });
  });

  it('is not written where neither a server nor this machine shows it', async () => {
    const silent = issuing.with({ mail: { sender: null, kept: false } });
    const asked = await silent.sendSignInLink({ email: 'grace@school.example' });
    expect(asked.ok === false && asked.refusal.code).toBe('unavailable');
  });

  it('is forgotten after a month, with links and sessions that have ended', async () => {
    await issuing.database.pool.query("UPDATE mail SET created_at = now() - interval '31 days'");
    await issuing.database.pool.query("UPDATE person_verification SET expires_at = now() - interval '31 days'");
    await issuing.database.pool.query("UPDATE person_session SET expires_at = now() - interval '31 days'");
    await useCases.prunePeople();
    for (const table of ['mail', 'person_verification', 'person_session'])
      expect((await issuing.database.pool.query(`SELECT FROM ${table}`)).rowCount).toBe(0);
  });
});
