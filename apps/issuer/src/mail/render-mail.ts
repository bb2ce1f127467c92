import { languageOf, MAIL_TEXTS } from '@proofmark/messages/mail';
import type { MailContent } from '../issuing/people/mails/mail.js';

/** A mail as it is sent: plain text, and the same in HTML that every mail program shows. */
export interface RenderedMail {
  readonly lang: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Writes a mail in its language: a table, styles in place, no picture and nothing that is loaded. */
export function renderMail({ kind, language, link, names }: MailContent): RenderedMail {
  const lang = languageOf([language]) ?? 'en';
  const texts = MAIL_TEXTS[lang];
  const { inviter = '', organisation = '' } = names;
  const said =
    kind === 'sign-in'
      ? { subject: texts['sign-in'].subject, lines: [texts['sign-in'].text], button: texts['sign-in'].button, ends: texts['sign-in'].ends }
      : {
          subject: texts.invitation.subject({ organisation }),
          lines: [texts.invitation.text({ inviter, organisation })],
          button: texts.invitation.button,
          ends: texts.invitation.ends,
        };
  const after = [said.ends, texts['not-you']];
  const text = [...said.lines, `${said.button}:\n${link}`, ...after].join('\n\n');
  return { lang, subject: oneLine(said.subject), text: `${text}\n`, html: html(lang, { ...said, link, after }) };
}

interface Said {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly button: string;
  readonly link: string;
  readonly after: readonly string[];
}

const TEXT = 'font-family:Helvetica,Arial,sans-serif;font-size:16px;line-height:24px;color:#1b2430;';

function html(lang: string, { subject, lines, button, link, after }: Said): string {
  const paragraph = (text: string, more = ''): string => `<p style="margin:0 0 16px;${TEXT}${more}">${escaped(text)}</p>`;
  const label = `<a href="${escaped(link)}" style="${TEXT}color:#ffffff;text-decoration:none;font-weight:bold">${escaped(button)}</a>`;
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:0;background:#f3f5f7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;background:#ffffff"><tr><td style="padding:32px">
${lines.map((line) => paragraph(line)).join('\n')}
<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="#1f4e8c" style="padding:12px 24px;border-radius:6px">${label}</td></tr></table>
<p style="margin:16px 0;${TEXT}font-size:13px;line-height:20px;color:#51606f;word-break:break-all">${escaped(link)}</p>
${after.map((line) => paragraph(line, 'font-size:14px;line-height:20px;color:#51606f;')).join('\n')}
</td></tr></table></td></tr></table></body></html>
`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);
}

/** A subject is one line, whatever a name holds. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
