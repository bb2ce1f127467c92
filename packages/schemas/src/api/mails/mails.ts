import { z } from 'zod';
import { email, id } from '../fields.js';
import { type PageQuery, pageQueryFields, type QuerySchema } from '../paging.js';

/** What a mail tells a learner. */
export const MAIL_KINDS = ['issued', 'renewed', 'corrected', 'resent', 'reminder', 'withdrawn', 'suspended', 'resumed', 'erased'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/**
 * What became of a mail. `deferred`: the server asked to be tried later. `dropped`: there was nothing to tell any more when its turn came. `kept`: nobody sends it,
 * it is read on this machine.
 */
export const MAIL_STATES = ['queued', 'sent', 'deferred', 'refused', 'bounced', 'dropped', 'kept'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** The languages of mails. */
export const MAIL_LANGUAGES = ['en', 'de', 'fr', 'es', 'nl'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** What an issuer wants its learners told by mail. */
export interface MailSettings {
  /** A badge that was issued, renewed or corrected, with a link to claim it. */
  readonly issued: boolean;
  /** That a badge was withdrawn or suspended, or is valid again. */
  readonly changes: boolean;
  /** That a badge was erased. */
  readonly erased: boolean;
  /** After how many days a learner is reminded, once, of a badge that they have not claimed; null for never. */
  readonly reminderDays: number | null;
  /** Of learners whose language is not known. */
  readonly language: MailLanguage;
  /** Where answers of learners go; null for the sender of all mails. */
  readonly replyTo: string | null;
  /** Whether this service can send mails at all. */
  readonly available: boolean;
}

/** A change of that (JSON Merge Patch): null removes, absent leaves alone. */
export interface UpdateMailSettings {
  readonly issued?: boolean | undefined;
  readonly changes?: boolean | undefined;
  readonly erased?: boolean | undefined;
  readonly reminderDays?: number | null | undefined;
  readonly language?: MailLanguage | undefined;
  readonly replyTo?: string | null | undefined;
}

/** A mail to a learner about a badge. It names nobody; the badge does. */
export interface MailResource {
  readonly id: string;
  readonly issuerId: string;
  readonly credentialId: string;
  readonly kind: MailKind;
  readonly state: MailState;
  readonly attempts: number;
  readonly createdAt: string;
  readonly sentAt: string | null;
  /** When it is tried next; null when it has ended. */
  readonly nextAttemptAt: string | null;
  readonly endedAt: string | null;
  /** The last sentence of the server, or of the report that came back. Addresses in it are left out. */
  readonly answer: string | null;
}

export interface ListMailsQuery extends PageQuery {
  readonly issuer?: string | undefined;
  readonly credential?: string | undefined;
  readonly state?: MailState | undefined;
}

export interface MailCountsQuery {
  readonly issuer?: string | undefined;
}

/** How many mails of the last thirty days are in each state. */
export type MailCounts = Readonly<Record<MailState, number>>;

/** What a report on a delivery changed. */
export interface MailBounce {
  readonly outcome: 'bounced' | 'unchanged';
}

const issuer = id().optional().meta({ description: 'Whose: an admin key has to name it; other keys have their own issuer.' });

const settingFields = {
  issued: z.boolean(),
  changes: z.boolean(),
  erased: z.boolean(),
  reminderDays: z.int().min(1).max(180).nullable(),
  language: z.enum(MAIL_LANGUAGES),
};

export const mailSettingsSchema: z.ZodType<MailSettings> = z
  .object({ ...settingFields, replyTo: z.string().nullable(), available: z.boolean() })
  .meta({ id: 'MailSettings' });

export const updateMailSettingsSchema: z.ZodType<UpdateMailSettings> = z
  .strictObject({ ...settingFields, replyTo: email().nullable() })
  .partial()
  .meta({
    id: 'UpdateMailSettings',
    description: 'JSON Merge Patch: null removes, absent leaves alone.',
    example: { issued: true, reminderDays: 14, language: 'de', replyTo: 'courses@school.example' },
  });

export const mailResourceSchema: z.ZodType<MailResource> = z
  .object({
    id: id(),
    issuerId: id(),
    credentialId: id(),
    kind: z.enum(MAIL_KINDS),
    state: z.enum(MAIL_STATES),
    attempts: z.int(),
    createdAt: z.string(),
    sentAt: z.string().nullable(),
    nextAttemptAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    answer: z.string().nullable().meta({ example: '250 2.0.0 Ok: queued as 4B7Xk21Zz' }),
  })
  .meta({ id: 'Mail' });

export const listMailsQuerySchema: QuerySchema<ListMailsQuery> = z.strictObject({
  ...pageQueryFields,
  issuer,
  credential: id().optional().meta({ description: 'Those about one badge.' }),
  state: z.enum(MAIL_STATES).optional(),
});

export const mailCountsQuerySchema: QuerySchema<MailCountsQuery> = z.strictObject({ issuer });

export const mailCountsSchema: z.ZodType<MailCounts> = z
  .object({ queued: z.int(), sent: z.int(), deferred: z.int(), refused: z.int(), bounced: z.int(), dropped: z.int(), kept: z.int() })
  .meta({ id: 'MailCounts' });

export const mailBounceSchema: z.ZodType<MailBounce> = z.object({ outcome: z.enum(['bounced', 'unchanged']) }).meta({ id: 'MailBounce' });
