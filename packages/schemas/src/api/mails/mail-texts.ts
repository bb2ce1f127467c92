import { z } from 'zod';
import { as, text } from '../fields.js';
import { MAIL_KINDS, MAIL_LANGUAGES, type MailKind, type MailLanguage } from './mails.js';

/** What stands for something in a text: `{learner}` for the name of the recipient, and goes with the space before it where the name is not known. */
export const MAIL_VARIABLES = ['learner', 'badge', 'issuer'] as const;

/** What a mail of one kind says in one language. Plain text: what looks like HTML is shown as it is. */
export interface MailText {
  readonly subject: string;
  /** Each is a paragraph. Below them stand the button, and what the service adds: how long the link works, and for whom the mail was sent. */
  readonly paragraphs: readonly string[];
  /** What stands on the button; null for a kind without one. */
  readonly button: string | null;
}

/** A text as it is used now. */
export interface MailTextResource extends MailText {
  readonly kind: MailKind;
  readonly language: MailLanguage;
  /** Whether the issuer wrote it; else it is that of the service. */
  readonly changed: boolean;
}

/** A mail as it would be sent, with made-up names. `html` is a whole document that loads nothing. */
export interface MailPreview {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What the server said of a mail that was sent to try it. */
export interface MailTest {
  readonly to: string;
  readonly sent: boolean;
  readonly answer: string | null;
}

/** Without the places of names that are known, no brace is left. */
const isPlain = (value: string): boolean => {
  const rest = MAIL_VARIABLES.reduce((text, name) => text.replaceAll(`{${name}}`, ''), value);
  return !rest.includes('{') && !rest.includes('}');
};
const UNKNOWN = as('no-such-value', `holds a { or } that is none of ${MAIL_VARIABLES.map((name) => `{${name}}`).join(', ')}`);

export const mailTextSchema: z.ZodType<MailText> = z
  .strictObject({
    subject: text(200).refine(isPlain, UNKNOWN),
    paragraphs: z.array(text(2000).refine(isPlain, UNKNOWN)).min(1).max(12),
    button: text(60)
      .refine((value) => !/[{}]/.test(value), as('not-allowed', 'holds a { or }: nothing is filled in on a button'))
      .nullable(),
  })
  .meta({
    id: 'MailText',
    example: {
      subject: 'Your badge {badge} from {issuer}',
      paragraphs: ['Hello {learner},', 'Well done! Here is your badge {badge}.', 'Your team at {issuer}'],
      button: 'View and claim the badge',
    },
  });

export const mailTextResourceSchema: z.ZodType<MailTextResource> = z
  .object({
    kind: z.enum(MAIL_KINDS),
    language: z.enum(MAIL_LANGUAGES),
    changed: z.boolean(),
    subject: z.string(),
    paragraphs: z.array(z.string()),
    button: z.string().nullable(),
  })
  .meta({ id: 'MailTextInUse' });

export const mailPreviewSchema: z.ZodType<MailPreview> = z
  .object({ subject: z.string(), text: z.string(), html: z.string() })
  .meta({ id: 'MailPreview' });

export const mailTestSchema: z.ZodType<MailTest> = z
  .object({ to: z.string(), sent: z.boolean(), answer: z.string().nullable() })
  .meta({ id: 'MailTest' });

/** A text to be tried, or the one that is used now where it is absent. */
export interface TryMailText {
  readonly text?: MailText | undefined;
}

export const tryMailTextSchema: z.ZodType<TryMailText> = z
  .strictObject({ text: mailTextSchema.optional() })
  .meta({ id: 'TryMailText', example: {} });
