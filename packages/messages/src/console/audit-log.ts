import { messages } from '../compiled/console-audit-log/en.js';
import { translations } from '../compiled/console-audit-log/translations.js';
import type { ConsoleAuditLog } from '../compiled/types.js';
import { screenTexts } from './screen-texts.js';

export type AuditTexts = ConsoleAuditLog;

/** The words of the audit log of the console, by language. */
export const auditTexts: (lang: string) => Promise<AuditTexts> = screenTexts(messages, translations);
