import { canonicalEmail, isUrl } from '@proofmark/primitives';
import type { SettingName } from './configuration.js';
import { StartupError } from './startup-error.js';

/** The server that takes mails, and their sender; null and null where none are sent. The address may hold a password, so no message repeats it. */
export function readMail(get: (name: SettingName) => string | undefined): {
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  readonly mailReturnPath: string | null;
} {
  const [url, from, back] = [get('SMTP_URL'), get('MAIL_FROM'), get('MAIL_RETURN_PATH')];
  if (url === undefined && from === undefined) {
    if (back === undefined) return { smtpUrl: null, mailFrom: null, mailReturnPath: null };
    throw new StartupError(
      'settings-contradict',
      'MAIL_RETURN_PATH is set, but SMTP_URL is not: no mail is sent. Set it, or remove the other one.',
    );
  }
  if (url === undefined || from === undefined)
    throw new StartupError(
      'settings-contradict',
      `${url === undefined ? 'MAIL_FROM' : 'SMTP_URL'} is set, but ${url === undefined ? 'SMTP_URL' : 'MAIL_FROM'} is not: mails need both. Set it, or remove the other one.`,
    );
  if (!/^smtps?:\/\/[^\s/]+\/?$/.test(url) || !isUrl(url) || !isDecodable(url))
    throw new StartupError(
      'setting-invalid',
      'SMTP_URL is not the address of a mail server; set it to something like smtp://user:password@mail.example:587, or smtps:// for TLS from the start. A % in the name or the password is written as %25.',
    );
  if (canonicalEmail(/<([^<>]+)>$/.exec(from.trim())?.[1] ?? from) === null)
    throw new StartupError(
      'setting-invalid',
      `MAIL_FROM is "${from}"; set it to the address that sends the mails, such as badges@school.example or "Riverside College <badges@school.example>".`,
    );
  if (back !== undefined && (!/^[A-Za-z0-9._-]{1,15}@/.test(back) || canonicalEmail(back) === null))
    throw new StartupError(
      'setting-invalid',
      `MAIL_RETURN_PATH is "${back}"; set it to an address such as bounces@school.example, with at most 15 letters before the @: a + and 48 more come behind them.`,
    );
  return { smtpUrl: url, mailFrom: from.trim(), mailReturnPath: back ?? null };
}

/** Whether each % is followed by what it stands for. */
function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
