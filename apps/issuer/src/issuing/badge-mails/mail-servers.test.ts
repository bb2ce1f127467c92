import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { smtpSender } from '../../mail/smtp-sender.js';
import { codeOf, good } from '../issuing.fixture.js';
import { type MailStage, NEVER, startMailStage, tokenIn } from './mail-stage.fixture.js';

let stage: MailStage;
beforeAll(async () => {
  stage = await startMailStage();
});
afterAll(() => stage.close());
beforeEach(() => stage.renew());

describe('a server', () => {
  it('that refuses ends the mail, and its sentence is kept without the address', async () => {
    await stage.wants({ issued: true });
    await stage.issue();
    stage.server.refuse = [550, '5.1.1 <ada@school.example> is no mailbox'];
    await stage.serve();
    await stage.later('10 days');
    await stage.serve();
    expect(await stage.mails()).toMatchObject([{ state: 'refused', attempts: 1, answer: '550 5.1.1 … is no mailbox' }]);
  });

  it('that asks for patience is asked again, with growing pauses, for the same mail with the same link', async () => {
    await stage.wants({ issued: true });
    await stage.issue();
    stage.server.refuse = [451, '4.7.1 Greylisted'];
    await stage.serve();
    await stage.serve();
    expect(await stage.mails()).toMatchObject([{ state: 'deferred', attempts: 1, answer: '451 4.7.1 Greylisted', endedAt: null }]);
    stage.server.refuse = null;
    await stage.later('2 minutes');
    await stage.serve();
    expect(await stage.mails()).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it('that asks for it for two days is asked no more', async () => {
    await stage.wants({ issued: true });
    await stage.issue();
    stage.server.refuse = [451, 'later'];
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      await stage.serve();
      await stage.later('2 days');
    }
    expect(await stage.mails()).toMatchObject([{ state: 'refused', attempts: 9 }]);
  });

  it('that takes a mail and dies before it says so gets it again: with one Message-ID and one link', async () => {
    await stage.wants({ issued: true });
    await stage.issue();
    stage.server.drops = true;
    await stage.serve();
    stage.server.drops = false;
    await stage.later('2 minutes');
    await stage.serve();
    expect(stage.server.taken).toHaveLength(2);
    expect(new Set(stage.server.taken.map(({ mail }) => mail.messageId)).size).toBe(1);
    expect(new Set(stage.server.taken.map(({ mail }) => tokenIn(mail.text))).size).toBe(1);
    expect(await stage.useCases.readClaim(tokenIn(stage.server.taken[0]?.mail.text))).toMatchObject({ kind: 'open' });
  });

  it('that does not answer is left in peace, and no other mail counts an attempt', async () => {
    await stage.wants({ issued: true });
    for (let n = 0; n < 6; n += 1) await stage.issue({ email: `person-${n}@school.example` });
    const away = smtpSender({ url: 'smtp://127.0.0.1:1', from: 'a@b.example', host: 'b.example', returnPath: null });
    const lonely = stage.issuing.with({ mail: { sender: away } });
    await vi.waitUntil(async () => lonely.serveMails(NEVER).then(async () => (await stage.mails()).length > 0), { timeout: 60_000 });
    away.close();
    const tried = (await stage.mails()).filter(({ attempts }) => attempts > 0);
    expect(tried.length).toBeLessThanOrEqual(2);
    await stage.later('1 hour');
    await stage.serve();
    expect(new Set(await stage.states())).toEqual(new Set(['issued sent']));
    expect(stage.server.taken).toHaveLength(6);
  });
});

describe('a process that is killed between the answer of the server and the commit', () => {
  it('has the mail sent once more, with one Message-ID and one link, and no third time', async () => {
    await stage.wants({ issued: true });
    await stage.issue();
    const { store } = stage.issuing;
    const dying = stage.issuing.with({
      mail: { sender: stage.sender },
      store: {
        ...store,
        badgeMails: {
          ...store.badgeMails,
          async end() {
            throw new Error('the process is gone');
          },
        },
      },
    });
    const dies = () =>
      dying.serveMails(NEVER).then(
        () => false,
        ({ message }: Error) => message.includes('gone'),
      );
    await vi.waitUntil(dies, { timeout: 60_000 });
    await stage.serve();
    expect(stage.server.taken).toHaveLength(1);
    await stage.later('5 minutes');
    await stage.serve();
    await stage.later('5 days');
    await stage.serve();
    expect(stage.server.taken).toHaveLength(2);
    expect(new Set(stage.server.taken.map(({ mail }) => `${mail.messageId} ${tokenIn(mail.text)}`)).size).toBe(1);
  });

  it('shares the mails with another process: each is sent by one of them', async () => {
    await stage.wants({ issued: true });
    for (let n = 0; n < 30; n += 1) await stage.issue({ email: `person-${n}@school.example` });
    await Promise.all([stage.serve(), stage.issuing.with({ mail: { sender: stage.sender } }).serveMails(NEVER)]);
    await stage.serve();
    expect(stage.server.taken.map(({ to }) => to).sort()).toEqual(
      Array.from({ length: 30 }, (_, n) => `person-${n}@school.example`).sort(),
    );
  });
});

describe('a mail that came back', () => {
  it('is known by the token in its return path, is shown, and ends reminders', async () => {
    await stage.wants({ issued: true, reminderDays: 3 });
    const badge = await stage.issue();
    await stage.serve();
    const { from } = stage.server.taken[0] as (typeof stage.server.taken)[0];
    expect(good(await stage.report(from, { action: 'delayed', status: '4.4.1' }))).toBe('unchanged');
    expect(await stage.states()).toEqual(['issued sent']);
    expect(good(await stage.report(from))).toBe('bounced');
    expect(good(await stage.report(from))).toBe('unchanged');
    expect(await stage.mails(badge.id)).toMatchObject([{ state: 'bounced', answer: '5.1.1 550 5.1.1 … no such mailbox' }]);
    expect(good(await stage.useCases.countMails({ actor: stage.acme.actor, input: { issuerId: null } }))).toMatchObject({
      bounced: 1,
      sent: 0,
    });
    await stage.issue();
    await stage.serve();
    await stage.later('4 days');
    await stage.serve();
    expect(await stage.states()).toEqual(['reminder dropped', 'issued sent', 'issued bounced']);
  });

  it('changes nothing with a token that was not signed here, and is refused where it is no report', async () => {
    await stage.wants({ issued: true });
    await stage.issue();
    await stage.serve();
    const { from, raw } = stage.server.taken[0] as (typeof stage.server.taken)[0];
    const forged = from.replace(/.(?=@)/, (last) => (last === '0' ? '1' : '0'));
    for (const to of [forged, 'bounces@school.example', 'ada@school.example']) expect(codeOf(await stage.report(to))).toBe('not-found');
    for (const text of [raw, '', 'x', `Content-Type: message/delivery-status\r\n\r\n${'a: b\r\n'.repeat(50_000)}`])
      expect(['malformed-request', 'not-found']).toContain(codeOf(await stage.useCases.noteBounce(Buffer.from(text))));
    expect(await stage.states()).toEqual(['issued sent']);
  });
});
