import { languageOf, MAIL_TEXTS } from '@proofmark/messages/mail';
import type { MailContent } from '../issuing/people/mails/mail.js';
import { mailHtml } from './mail-html.js';

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
  return { lang, subject: oneLine(said.subject), text: `${text}\n`, html: mailHtml(lang, { ...said, link, after }) };
}

/** A subject is one line, whatever a name holds. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
