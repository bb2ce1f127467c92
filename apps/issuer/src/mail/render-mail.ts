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
  const said = saidBy(kind, texts, names);
  const after = kind === 'assessments' ? [said.ends] : [said.ends, texts[isToLearner(kind) ? 'nothing-happens' : 'not-you']];
  const text = [...said.lines, `${said.button}:\n${link}`, ...after].join('\n\n');
  return {
    lang,
    subject: oneLine(said.subject),
    text: `${text}\n`,
    html: mailHtml(lang, { subject: said.subject, lines: said.lines, button: { text: said.button, link }, after }),
  };
}

type Texts = (typeof MAIL_TEXTS)[keyof typeof MAIL_TEXTS];

function saidBy(kind: MailContent['kind'], texts: Texts, names: MailContent['names']) {
  if (kind === 'sign-in') return { ...texts['sign-in'], lines: [texts['sign-in'].text] };
  if (kind === 'assessments') {
    const said = texts.assessments;
    const count = { count: Number(names.count) };
    return { ...said, subject: said.subject(count), lines: [said.text(count)] };
  }
  const said = texts[kind];
  const { inviter = '', organisation = '', issuer = '' } = names;
  const named = { inviter, organisation, issuer: oneLine(issuer) };
  return { ...said, subject: said.subject(named), lines: [said.text(named)] };
}

function isToLearner(kind: MailContent['kind']): boolean {
  return kind === 'learner-data' || kind === 'learner-address';
}

/** A subject is one line, whatever a name holds. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
