import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, good } from '../issuing.fixture.js';
import { type MailStage, serveMails, startMailStage, tokenIn } from './mail-stage.fixture.js';

// T15: only a link that was mailed to the address of a badge proves that somebody has it.
let stage: MailStage;
beforeAll(async () => {
  stage = await startMailStage();
});
afterAll(() => stage.close());
beforeEach(() => stage.renew());

describe('a badge that was issued (T15)', () => {
  it('is mailed once, in the language of its recipient, with a link that proves the address', async () => {
    await stage.wants({ issued: true, replyTo: 'courses@school.example', language: 'fr' });
    const badge = await stage.issue({ language: 'de-AT' });
    await stage.serve();
    await stage.serve();
    expect(stage.server.taken).toHaveLength(1);
    const [{ from, to, mail, raw }] = stage.server.taken as [(typeof stage.server.taken)[0]];
    const [row] = await stage.mails();
    expect(mail.subject).toBe(`${stage.acme.issuer.name}: Ihr Badge Web API design`);
    expect(mail.text).toContain('Guten Tag Ada Lovelace,');
    expect(mail.html).toContain('<html lang="de">');
    expect([to, mail.messageId]).toEqual(['ada@school.example', `<${row?.id}@badges.example>`]);
    expect(from).toMatch(/^bounces\+[0-9a-f]{48}@school\.example$/);
    expect(raw).toMatch(/^Reply-To: courses@school\.example\r$/m);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(row).toMatchObject({
      credentialId: badge.id,
      kind: 'issued',
      state: 'sent',
      attempts: 1,
      answer: expect.stringMatching(/^250/),
    });
    const claim = await stage.useCases.readClaim(tokenIn(mail.text));
    expect(claim).toMatchObject({ kind: 'open', link: { provesAddress: true, apiKeyId: null } });
    expect(mail.html).toContain(tokenIn(mail.text));
  });

  it('is mailed in the language of the issuer where none is known, and without a name where there is none', async () => {
    await stage.wants({ issued: true, language: 'fr' });
    await stage.issue({ name: undefined, email: 'nobody@school.example' });
    await stage.serve();
    expect(stage.server.taken[0]?.mail.text).toMatch(/^Bonjour,\n/);
  });

  it('is mailed where the issuer or the request wants it, and nowhere else', async () => {
    await stage.issue();
    const wanted = await stage.issue({ email: 'wanted@school.example' }, { mail: true });
    await stage.serve();
    expect(stage.server.taken.map(({ to }) => to)).toEqual(['wanted@school.example']);
    await stage.wants({ issued: true });
    await stage.issue({ email: 'silent@school.example' }, { mail: false });
    await stage.issue({ email: undefined, externalId: 'S-1' });
    await stage.serve();
    expect(await stage.states()).toEqual(['issued sent']);
    expect((await stage.mails())[0]?.credentialId).toBe(wanted.id);
  });

  it('is not mailed where it was withdrawn before its turn', async () => {
    await stage.wants({ issued: true });
    const { id: credentialId } = await stage.issue();
    good(await stage.useCases.revokeCredential({ actor: stage.acme.actor, input: { credentialId, reason: undefined } }));
    await stage.serve();
    expect(stage.server.taken).toEqual([]);
    expect(await stage.states()).toEqual(['issued dropped']);
  });

  it('cannot be asked to be mailed where no mail is sent', async () => {
    const silent = stage.issuing.with({ mail: { sender: null, kept: false } });
    const input = {
      achievementId: stage.acme.achievement.id,
      body: { recipient: { email: 'a@b.example' }, mail: true },
      idempotencyKey: null,
    };
    expect(codeOf(await silent.issueCredential({ actor: stage.acme.actor, input }))).toBe('unavailable');
    const changes = { issued: true };
    expect(codeOf(await silent.updateMailSettings({ actor: stage.acme.actor, input: { issuerId: stage.acme.issuer.id, changes } }))).toBe(
      'unavailable',
    );
  });
});

describe('a learner', () => {
  it('is reminded once of what they have not claimed, after so many days, with a link that works', async () => {
    await stage.wants({ issued: true, reminderDays: 7 });
    await stage.issue();
    await stage.issue({ email: 'grace@school.example' });
    await stage.serve();
    const grace = stage.server.taken.find(({ to }) => to.startsWith('grace'));
    expect((await stage.useCases.claimBadge(tokenIn(grace?.mail.text))).claimed).toBe(true);
    await stage.later('6 days');
    await stage.serve();
    expect(stage.server.taken).toHaveLength(2);
    for (let n = 0; n < 3; n += 1) {
      await stage.later('2 days');
      await stage.serve();
    }
    expect(stage.server.taken.slice(2).map(({ to, mail }) => [to, mail.subject])).toEqual([
      ['ada@school.example', 'Your badge Web API design is waiting for you'],
    ]);
    expect(await stage.useCases.readClaim(tokenIn(stage.server.taken[2]?.mail.text))).toMatchObject({ kind: 'open' });
  });

  it('is told what became of a badge: corrected, renewed, suspended, valid again, withdrawn, sent again', async () => {
    await stage.wants({ issued: true, changes: true });
    const { actor } = stage.acme;
    const first = await stage.issue();
    await stage.serve();
    const right = { recipient: { email: 'ada@new.example' } };
    const corrected = good(
      await stage.useCases.correctCredential({ actor, input: { credentialId: first.id, body: right, idempotencyKey: null } }),
    );
    await stage.serve();
    const renewed = good(
      await stage.useCases.renewCredential({ actor, input: { credentialId: corrected.credential.id, body: {}, idempotencyKey: null } }),
    );
    await stage.serve();
    const input = { credentialId: renewed.credential.id, reason: undefined };
    good(await stage.useCases.suspendCredential({ actor, input }));
    await stage.serve();
    good(await stage.useCases.resumeCredential({ actor, input: { credentialId: renewed.credential.id } }));
    await stage.serve();
    good(await stage.useCases.resendCredential({ actor, input: renewed.credential.id }));
    await stage.serve();
    good(await stage.useCases.revokeCredential({ actor, input }));
    await stage.serve();
    expect(await stage.states()).toEqual(
      ['withdrawn', 'resent', 'resumed', 'suspended', 'renewed', 'corrected', 'issued'].map((kind) => `${kind} sent`),
    );
    expect(stage.server.taken.map(({ to }) => to)).toEqual(['ada@school.example', ...Array.from({ length: 6 }, () => 'ada@new.example')]);
  });

  it('is told that their data were erased, and nothing of them is left then', async () => {
    await stage.wants({ issued: true, erased: true });
    const { id: credentialId } = await stage.issue({ language: 'nl' });
    await stage.serve();
    good(await stage.useCases.eraseCredential({ actor: stage.acme.actor, input: { credentialId } }));
    const text = async () =>
      (await stage.issuing.database.pool.query('SELECT m::text AS text FROM badge_mail m WHERE issuer_id = $1', [stage.acme.issuer.id]))
        .rows;
    expect((await text()).map((row) => row.text).join()).not.toContain('school.example');
    await stage.serve();
    expect(stage.server.taken[1]?.mail.subject).toBe(`${stage.acme.issuer.name}: uw gegevens zijn gewist`);
    const [mail, ...others] = await stage.mails();
    expect([mail?.kind, mail?.state, mail?.sealed, others]).toEqual(['erased', 'sent', null, []]);
  });
});

describe('a local service without a mail server', () => {
  it('keeps the mails, each with a link that works', async () => {
    const local = stage.issuing.with({ mail: { sender: null, kept: true } });
    await stage.wants({ issued: true });
    await stage.issue({ email: 'kept@school.example' });
    await serveMails(stage.issuing, local);
    expect(await stage.states()).toEqual(['issued kept']);
    const kept = (await local.listKeptBadgeMails()).find(({ mail }) => mail.to === 'kept@school.example');
    expect(await local.readClaim(tokenIn(kept?.mail.link ?? ''))).toMatchObject({ kind: 'open' });
  });
});
