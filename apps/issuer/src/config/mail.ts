import { canonicalEmail, isUrl } from '@proofmark/primitives';
import type { SettingName } from './configuration.js';
import { StartupError } from './startup-error.js';

/** The server that takes mails, and their sender; null and null where none are sent. The address may hold a password, so no message repeats it. */
export function readMail(get: (name: SettingName) => string | undefined): {
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
} {
  const [url, from] = [get('SMTP_URL'), get('MAIL_FROM')];
  if (url === undefined && from === undefined) return { smtpUrl: null, mailFrom: null };
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
  return { smtpUrl: url, mailFrom: from.trim() };
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
