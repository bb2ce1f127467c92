import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, good } from '../issuing.fixture.js';
import { type MailStage, startMailStage } from './mail-stage.fixture.js';

let stage: MailStage;
beforeAll(async () => {
  stage = await startMailStage();
});
afterAll(() => stage.close());
beforeEach(() => stage.renew());

const TEXT = { subject: 'Hurra: {badge}', paragraphs: ['Liebe/r {learner},', '<i>toll</i> gemacht!'], button: 'Ansehen' };
const of = (kind: 'issued' | 'erased' = 'issued', language: 'de' | 'en' = 'de') => ({ issuerId: stage.acme.issuer.id, kind, language });

describe('a text of an issuer', () => {
  it('is what mails of its kind and language say, until it is taken back', async () => {
    const { actor } = stage.acme;
    await stage.wants({ issued: true });
    const usual = good(await stage.useCases.getMailText({ actor, input: of() }));
    expect(usual).toMatchObject({ changed: false, subject: '{issuer}: Ihr Badge {badge}', button: 'Badge ansehen und annehmen' });
    good(await stage.useCases.updateMailText({ actor, input: { ...of(), text: TEXT } }));
    expect(good(await stage.useCases.getMailText({ actor, input: of() }))).toEqual({
      ...of(),
      issuerId: undefined,
      changed: true,
      ...TEXT,
    });
    await stage.issue({ language: 'de' });
    await stage.issue({ language: 'en', email: 'bob@school.example' });
    await stage.serve();
    const subjects = stage.server.taken.map(({ to, mail }) => [to, mail.subject]).sort();
    expect(subjects).toEqual([
      ['ada@school.example', 'Hurra: Web API design'],
      ['bob@school.example', `${stage.acme.issuer.name}: your badge Web API design`],
    ]);
    expect(stage.server.taken.find(({ to }) => to.startsWith('ada'))?.mail.html).toContain('&lt;i&gt;toll&lt;/i&gt;');
    for (let n = 0; n < 2; n += 1) expect((await stage.useCases.resetMailText({ actor, input: of() })).ok).toBe(true);
    expect(good(await stage.useCases.getMailText({ actor, input: of() }))).toEqual(usual);
    const all = good(await stage.useCases.listMailTexts({ actor, input: stage.acme.issuer.id }));
    expect([all.length, all.some(({ changed }) => changed)]).toEqual([45, false]);
  });

  it('is seen before it is used, and nothing is stored or sent by that', async () => {
    const { actor } = stage.acme;
    const preview = good(await stage.useCases.previewMailText({ actor, input: { ...of(), text: TEXT } }));
    expect(preview.subject).toBe('Hurra: Web API design');
    expect(preview.text).toMatch(/^Liebe\/r Ada Lovelace,\n/);
    expect(good(await stage.useCases.getMailText({ actor, input: of() })).changed).toBe(false);
    await stage.serve();
    expect(stage.server.taken).toEqual([]);
  });

  it('has a button unless its mail has no link', async () => {
    const { actor } = stage.acme;
    const update = (kind: 'issued' | 'erased', button: string | null) =>
      stage.useCases.updateMailText({ actor, input: { ...of(kind), text: { ...TEXT, button } } });
    expect(codeOf(await update('issued', null))).toBe('invalid-request');
    expect(codeOf(await update('erased', 'X'))).toBe('invalid-request');
    expect(codeOf(await update('erased', null))).toBe('ok');
  });

  it('is sent to nobody but the person who tries it, at the address that they have proven', async () => {
    const { actor } = stage.acme;
    const test = (who: typeof actor) => stage.useCases.testMailText({ actor: who, input: { ...of(), text: TEXT } });
    expect(codeOf(await test(actor))).toBe('conflict');
    const personId = '0198ab00-0000-7000-8000-0000000000ab';
    await stage.issuing.database.pool.query(
      "INSERT INTO person VALUES ($1, $2, 'Grace', true, NULL, now(), now()) ON CONFLICT DO NOTHING",
      [personId, 'grace@school.example'],
    );
    const person = { sessionId: null, organisationId: null, role: 'owner' as const, issuerIds: [stage.acme.issuer.id] };
    expect(good(await test({ keyId: personId, issuerId: null, scopes: [], person }))).toMatchObject({
      to: 'grace@school.example',
      sent: true,
    });
    expect(stage.server.taken.map(({ to, mail }) => [to, mail.subject])).toEqual([['grace@school.example', 'Hurra: Web API design']]);
  });
});
