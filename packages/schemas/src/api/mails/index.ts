export type { MailPreview, MailTest, MailText, MailTextResource, TryMailText } from './mail-texts.js';
export {
  MAIL_VARIABLES,
  mailPreviewSchema,
  mailTestSchema,
  mailTextResourceSchema,
  mailTextSchema,
  tryMailTextSchema,
} from './mail-texts.js';
export type {
  ListMailsQuery,
  MailBounce,
  MailCounts,
  MailCountsQuery,
  MailKind,
  MailLanguage,
  MailResource,
  MailSettings,
  MailState,
  UpdateMailSettings,
} from './mails.js';
export {
  listMailsQuerySchema,
  MAIL_KINDS,
  MAIL_LANGUAGES,
  MAIL_STATES,
  mailBounceSchema,
  mailCountsQuerySchema,
  mailCountsSchema,
  mailResourceSchema,
  mailSettingsSchema,
  updateMailSettingsSchema,
} from './mails.js';
