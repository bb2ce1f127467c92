import type { MailSettingsRecord } from '../../store/index.js';

/** What an issuer wants mailed that has said nothing. */
export const NO_MAILS: MailSettingsRecord = {
  issued: false,
  changes: false,
  erased: false,
  reminderDays: null,
  language: 'en',
  replyTo: null,
};
