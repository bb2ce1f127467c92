import { describe, expect, it } from 'vitest';
import type { SettingName } from './configuration.js';
import { readMail } from './mail.js';

const read = (settings: Partial<Record<SettingName, string>>) => readMail((name) => settings[name]);

describe('the settings of mails', () => {
  it('are both given, or none', () => {
    expect(read({})).toEqual({ smtpUrl: null, mailFrom: null, mailReturnPath: null });
    expect(() => read({ SMTP_URL: 'smtp://mail.example' })).toThrow('SMTP_URL is set, but MAIL_FROM is not');
    expect(() => read({ MAIL_FROM: 'a@b.example' })).toThrow('MAIL_FROM is set, but SMTP_URL is not');
  });

  it.each(['smtp://mail.example', 'smtps://user:p%40ss@mail.example:465', 'smtp://localhost:2525/'])('take the server %s', (SMTP_URL) => {
    expect(read({ SMTP_URL, MAIL_FROM: 'Riverside College <badges@school.example>' })).toEqual({
      smtpUrl: SMTP_URL,
      mailFrom: 'Riverside College <badges@school.example>',
      mailReturnPath: null,
    });
  });

  it('name what is wrong, and never the password', () => {
    for (const SMTP_URL of [
      'https://user:hidden@mail.example',
      'mail.example:25',
      'smtp://user:hidden@mail.example/x?y',
      'smtp://user:100%hidden@mail.example',
    ])
      expect(() => read({ SMTP_URL, MAIL_FROM: 'a@b.example' })).toThrow(/^SMTP_URL is not the address of a mail server(?!.*hidden)/);
    expect(() => read({ MAIL_RETURN_PATH: 'a@b.example' })).toThrow('MAIL_RETURN_PATH is set, but SMTP_URL is not');
    const mail = { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.example' };
    expect(read({ ...mail, MAIL_RETURN_PATH: 'bounces@b.example' })).toMatchObject({ mailReturnPath: 'bounces@b.example' });
    for (const MAIL_RETURN_PATH of ['nobody', 'B <a@b.example>', 'much-too-long-a-name@b.example', 'a+b@b.example'])
      expect(() => read({ ...mail, MAIL_RETURN_PATH })).toThrow(/^MAIL_RETURN_PATH is "/);
    for (const MAIL_FROM of ['nobody', 'Riverside <nobody>', '<a@b.example> x'])
      expect(() => read({ SMTP_URL: 'smtp://mail.example', MAIL_FROM })).toThrow(/^MAIL_FROM is "/);
  });
});
