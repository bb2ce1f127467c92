import { BADGE_MAIL_TEXTS, languageOf } from '@proofmark/messages/mail';
import type { MailKind, MailLanguage, MailText } from '@proofmark/schemas/api';
import type { BadgeMail, MailNames } from '../issuing/people/mails/badge-mail.js';
import { mailHtml } from './mail-html.js';
import { oneLine, type RenderedMail } from './render-mail.js';

/** Writes a mail to a learner in their language, in the same forms as `renderMail`: by the text of its issuer, or else by ours. */
export function renderBadgeMail({ kind, language, link, names, texts }: BadgeMail): RenderedMail {
  const lang = languageOf([language]) ?? 'en';
  const { once, for: sentFor, 'not-expected': notExpected } = BADGE_MAIL_TEXTS[lang];
  const said = texts[lang] ?? usualText(kind, lang);
  const lines = said.paragraphs.map((paragraph) => filledIn(paragraph, names));
  const claims = link !== null && isClaimLink(link);
  const after = [...(claims ? [once] : []), sentFor({ issuer: shown(names.issuer) }), notExpected];
  const button = link === null || said.button === null ? null : { text: said.button, link };
  const pressed = button === null ? [] : [`${button.text}:\n${button.link}`];
  const text = [...lines, ...pressed, ...after].join('\n\n');
  const subject = oneLine(filledIn(said.subject, names));
  return { lang, subject, text: `${text}\n`, html: mailHtml(lang, { subject, lines, button, after }) };
}

/** What the service says where the issuer wrote nothing itself, with the places of names. */
export function usualText(kind: MailKind, language: MailLanguage): MailText {
  const texts = BADGE_MAIL_TEXTS[language];
  const said = texts[kind];
  const places = { badge: '{badge}', issuer: '{issuer}' };
  return {
    subject: said.subject(places),
    paragraphs: [texts.hello({ learner: '{learner}' }), said.text(places), typeof said.more === 'string' ? said.more : said.more(places)],
    button: 'button' in said ? said.button : null,
  };
}

/** Fills in names, once: what they hold is no text of ours. Where the name of the learner is not known, the space before it goes as well. */
function filledIn(text: string, names: MailNames): string {
  return text.replace(/( ?)\{(learner|badge|issuer)\}/g, (_, space: string, name: keyof MailNames) => {
    const value = shown(names[name] ?? '');
    return value === '' ? '' : space + value;
  });
}

function isClaimLink(link: string): boolean {
  return /\/claim\/pm_claim_[\w-]{1,60}$/.test(link);
}

/** Characters of a name, far more than any has. */
const MOST = 300;

/** A name in one line, without what turns the direction of the text around it. */
function shown(name: string): string {
  return oneLine(name.slice(0, MOST).replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' '));
}
