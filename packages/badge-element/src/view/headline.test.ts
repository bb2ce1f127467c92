import { english, textsFor, textsTelling } from '@proofmark/messages/card';
import { type BadgeSummary, CHECK_IDS, type CheckId, type Outcome, type Report, VERDICTS, type Verdict } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { headlineOf } from './headline.js';

const report = (verdict: Verdict, because: readonly CheckId[], changed: Partial<Record<CheckId, Outcome>> = {}): Report =>
  ({
    verdict,
    because,
    checks: { ...Object.fromEntries(CHECK_IDS.map((id) => [id, { outcome: 'passed' }])), ...changed },
  }) as unknown as Report;

describe('the headline', () => {
  it.each(VERDICTS)('has a title and a reason for %s', (verdict) => {
    const { title, why } = headlineOf(report(verdict, []), english);
    expect(title).toBe(verdict === 'genuine-issuer-unknown' ? english.headlines['signed-by-key'] : english.headlines.titles[verdict]);
    expect(why).not.toBe('');
  });

  it('does not say “not withdrawn” of a badge without a list', () => {
    const none = report('genuine-issuer-unknown', [], { revoked: { outcome: 'not-applicable', reason: 'no-status' } });
    expect(headlineOf(none, english).why).toBe(english.unlisted);
    expect(headlineOf({ ...none, verdict: 'genuine-issuer-confirmed' }, english).why).toBe(`${english.unchanged} ${english.unlisted}`);
    expect(headlineOf(report('genuine-issuer-unknown', []), english).why).toBe(english.verdicts['genuine-issuer-unknown'].means);
  });

  it.each(['en', 'de', 'es', 'fr', 'nl'])(
    'does not say in %s that there is no list where its holder may have left it out',
    async (lang) => {
      const partial = report('genuine-issuer-unknown', [], { revoked: { outcome: 'not-applicable', reason: 'may-be-withheld' } });
      const texts = await textsTelling(partial, await textsFor(lang));
      expect(texts.withheld?.unlisted).toMatch(/\S/);
      expect(headlineOf(partial, texts).why).toBe(texts.withheld?.unlisted);
      // Where its sentence cannot be had, nothing is said of a list.
      expect(headlineOf(partial, await textsFor(lang)).why).toBe('');
    },
  );

  it('of an issuer whom nobody confirms names the proven host, and no name that the badge gives', () => {
    const named = { issuer: { id: 'did:web:badges.example:issuers:mit', name: 'MIT ✓' } } as unknown as BadgeSummary;
    const none = { 'issuer-domain': { outcome: 'not-applicable', reason: 'no-linked-domain' } } as const;
    expect(headlineOf({ ...report('genuine-issuer-unknown', [], none), badge: named }, english)).toEqual({
      title: 'Signed by badges.example, unaltered. Nobody you trust has said who that is.',
      why: 'The issuer’s address is at badges.example, where others may have one too. It has not been withdrawn.',
      todo: '',
    });
  });

  it('says who withdrew it, when and why, as far as that is known', () => {
    const revoked = (detail?: Record<string, string>): string =>
      headlineOf(
        report('do-not-rely', ['revoked'], { revoked: { outcome: 'failed', code: 'revoked', ...(detail && { detail }) } }),
        english,
      ).why;
    expect(revoked()).toBe('The issuer has withdrawn it.');
    expect(revoked({ date: '1 May 2026', reason: 'Issued by mistake' })).toBe(
      'The issuer has withdrawn it on 1 May 2026. The reason: “Issued by mistake”.',
    );
    expect(revoked({ reason: '\u202eoops' })).not.toContain('\u202e');
  });

  it('names no date that is not known', () => {
    const expired = report('no-longer-current', ['valid-until'], { 'valid-until': { outcome: 'failed', code: 'expired' } });
    expect(headlineOf(expired, english).why).toBe(english.verdicts['no-longer-current'].means);
  });

  it('tells “not yet” from “no longer”', () => {
    const early = report('no-longer-current', ['valid-from'], {
      'valid-from': { outcome: 'failed', code: 'not-yet-valid', detail: { date: '1 May 2030' } },
    });
    expect(headlineOf(early, english)).toEqual({
      title: english.headlines['not-yet-valid'],
      why: 'It will be valid from 1 May 2030.',
      todo: '',
    });
  });

  it.each([
    ['en', 'It does not count for now. Ask the issuer, or check again later.'],
    ['de', 'Vorerst zählt er nicht. Fragen Sie den Aussteller, oder prüfen Sie ihn später noch einmal.'],
    ['fr', 'Pour le moment, il ne compte pas. Demandez à l’émetteur, ou vérifiez de nouveau plus tard.'],
    ['es', 'Por ahora no cuenta. Pregunte al emisor o compruébela más tarde.'],
    ['nl', 'Voorlopig telt hij niet. Vraag het de uitgever, of controleer hem later opnieuw.'],
  ])('of a suspended badge says in %s that it may count again, and not that it ended', async (lang, says) => {
    const suspended = report('no-longer-current', ['suspended'], { suspended: { outcome: 'failed', code: 'suspended' } });
    const { why, todo } = headlineOf(suspended, await textsTelling(suspended, await textsFor(lang)));
    expect(why).toContain(says);
    expect(todo).toBe('');
    const { means, todo: renewed } = (await textsFor(lang)).verdicts['no-longer-current'];
    expect(why).not.toContain(means);
    expect(why).not.toContain(renewed);
  });

  it('names the registry that confirms the issuer, but not a list that only has its name', () => {
    const listed = (detail: Record<string, string>): string =>
      headlineOf(report('genuine-issuer-confirmed', [], { 'issuer-trusted': { outcome: 'passed', detail } }), english).title;
    expect(listed({ registry: 'Badge Registry', name: 'Acme' })).toBe('Genuine, and Badge Registry confirms the issuer');
    expect(listed({ entry: 'acme.example' })).toBe(english.headlines.titles['genuine-issuer-confirmed']);
  });
});
