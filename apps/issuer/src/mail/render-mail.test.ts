import { describe, expect, it } from 'vitest';
import { renderMail } from './render-mail.js';

const link = 'https://badges.example/console/#pm_signin_x';

describe('a mail', () => {
  it('says the same in plain text and in HTML, in the language of its reader', () => {
    const { lang, subject, text, html } = renderMail({ kind: 'sign-in', to: 'a@b.example', language: 'de-AT', link, names: {} });
    expect([lang, subject]).toEqual(['de', 'Ihr Link zum Anmelden']);
    for (const form of [text, html]) {
      expect(form).toContain('Jemand, vermutlich Sie, möchte sich mit dieser Adresse anmelden.');
      expect(form).toContain(link);
    }
    expect(html).toContain('<html lang="de">');
  });

  it.each(['learner-data', 'learner-address'] as const)('to a learner names the issuer alone, and signs nobody in: %s', (kind) => {
    const names = { issuer: 'A & B\r\nBcc: all@b.example' };
    const { subject, text, html } = renderMail({ kind, to: 'a@b.example', language: 'en', link, names });
    expect(subject).toMatch(/A & B Bcc: all@b\.example/);
    expect(html).toContain('A &amp; B');
    expect(text).toContain('Nothing happens without the link.');
    expect(text).not.toMatch(/signed in|\r/);
  });

  it.each([
    ['1', 'Ein Badge wartet auf einen zweiten Blick'],
    ['12', '12 Badges warten auf einen zweiten Blick'],
  ])('to an assessor says how many badges wait, and holds nothing that signs somebody in: %s', (count, expected) => {
    const { subject, text } = renderMail({ kind: 'assessments', to: 'a@b.example', language: 'de', link, names: { count } });
    expect(subject).toBe(expected);
    expect(text).toContain('höchstens einmal am Tag');
    expect(text).not.toContain('Niemand wird');
  });

  it('is in English for a language that there are no texts in', () => {
    expect(renderMail({ kind: 'sign-in', to: 'a@b.example', language: 'ar', link, names: {} }).lang).toBe('en');
  });

  it('loads nothing, and runs nothing', () => {
    const { html } = renderMail({ kind: 'sign-in', to: 'a@b.example', language: 'en', link, names: {} });
    expect(html).not.toMatch(/<img|<script|<link|src=|url\(|@import/);
  });

  it('holds names as text, whatever they are', () => {
    const names = { inviter: '<b>Eve</b>\r\nBcc: all@b.example', organisation: 'A & "B"\r\nBcc: all@b.example' };
    const { subject, html } = renderMail({ kind: 'invitation', to: 'a@b.example', language: 'en', link, names });
    expect(subject).toBe('Invitation to A & "B" Bcc: all@b.example');
    expect(html).toContain('&lt;b&gt;Eve&lt;/b&gt;');
    expect(html).not.toContain('<b>');
  });
});
