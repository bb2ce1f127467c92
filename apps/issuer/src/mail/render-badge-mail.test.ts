import { MAIL_KINDS, MAIL_LANGUAGES } from '@proofmark/schemas/api';
import { describe, expect, it } from 'vitest';
import type { BadgeMail } from '../issuing/people/mails/badge-mail.js';
import { renderBadgeMail } from './render-badge-mail.js';

const link = 'https://badges.example/claim/pm_claim_AAAAAAAAAAAAAAAAAAAAAAAAAAA';
const mail: BadgeMail = {
  ...{ id: 'x', issuerId: 'y', kind: 'issued', to: 'ada@school.example', language: 'en', link, replyTo: null, bounceToken: 'z', texts: {} },
  names: { learner: 'Ada', badge: 'Web API design', issuer: 'Riverside' },
};

describe('a mail to a learner', () => {
  const every = MAIL_KINDS.flatMap((kind) => MAIL_LANGUAGES.map((language) => [kind, language] as const));
  it.each(every)('says the same in both forms: %s, %s', (kind, language) => {
    const { lang, subject, text, html } = renderBadgeMail({ ...mail, kind, language, link: kind === 'erased' ? null : link });
    expect(lang).toBe(language);
    expect(subject).not.toMatch(/[{}]/);
    expect(text).not.toMatch(/[{}]/);
    for (const paragraph of text
      .trim()
      .split('\n\n')
      .filter((one) => !one.includes(link)))
      expect(html).toContain(paragraph);
    expect(html.includes(link)).toBe(kind !== 'erased');
    expect(html).not.toMatch(/<img|<script|<link|src=|url\(|@import|<style/);
  });

  it('says how long a link works that claims, and says it of no other', () => {
    expect(renderBadgeMail(mail).text).toContain('The link works once, for thirty days.');
    expect(renderBadgeMail({ ...mail, kind: 'withdrawn', link: 'https://badges.example/credentials/x' }).text).not.toContain('once');
  });

  it('says what the issuer wrote for the language, and else what the service says', () => {
    const own = { subject: '{issuer}: {badge}', paragraphs: ['Dear {learner},', '<b>Bold</b> & {badge}'], button: 'Go' };
    const rendered = renderBadgeMail({ ...mail, texts: { en: own } });
    expect(rendered.subject).toBe('Riverside: Web API design');
    expect(rendered.text).toMatch(/^Dear Ada,\n\n<b>Bold<\/b> & Web API design\n\nGo:\n/);
    expect(rendered.html).toContain('&lt;b&gt;Bold&lt;/b&gt; &amp; Web API design');
    expect(renderBadgeMail({ ...mail, language: 'de', texts: { en: own } }).subject).toBe('Riverside: Ihr Badge Web API design');
  });

  it('holds names as text in one line, whatever they are, and does without that of the learner', () => {
    const names = { learner: '<b>\u202eEve</b>\r\nBcc: all@b.example {issuer}', badge: 'A $& "B"', issuer: 'I\r\nBcc: all@b.example' };
    const { subject, text, html } = renderBadgeMail({ ...mail, names });
    expect(subject).toBe('I Bcc: all@b.example: your badge A $& "B"');
    expect(text).toMatch(/^Hello <b> Eve<\/b> Bcc: all@b\.example \{issuer\},\n/);
    expect(html).not.toContain('<b>');
    expect(renderBadgeMail({ ...mail, names: { ...names, learner: null } }).text).toMatch(/^Hello,\n/);
  });
});
