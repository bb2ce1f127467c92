import { messages as deBadge } from './compiled/badge-mail/de.js';
import { messages as enBadge } from './compiled/badge-mail/en.js';
import { messages as esBadge } from './compiled/badge-mail/es.js';
import { messages as frBadge } from './compiled/badge-mail/fr.js';
import { messages as nlBadge } from './compiled/badge-mail/nl.js';
import { messages as de } from './compiled/mail/de.js';
import { messages as en } from './compiled/mail/en.js';
import { messages as es } from './compiled/mail/es.js';
import { messages as fr } from './compiled/mail/fr.js';
import { messages as nl } from './compiled/mail/nl.js';
import type { BadgeMail, Mail } from './compiled/types.js';
import type { Language } from './languages.js';

export { languageOf } from './languages.js';

/** What mails say, in each language. They are written on the server, all at once. */
export const MAIL_TEXTS: Readonly<Record<Language, Mail>> = { en, de, fr, es, nl };

/** What mails to learners say. */
export const BADGE_MAIL_TEXTS: Readonly<Record<Language, BadgeMail>> = { en: enBadge, de: deBadge, fr: frBadge, es: esBadge, nl: nlBadge };
