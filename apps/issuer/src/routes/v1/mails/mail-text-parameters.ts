import { MAIL_KINDS, MAIL_LANGUAGES, type MailKind, type MailLanguage } from '@proofmark/schemas/api';
import { z } from 'zod';
import { uuid } from '../http/shapes.js';

/** Of which text an address is. */
export const mailTextParameters: z.ZodObject<{
  issuerId: z.ZodType<string>;
  kind: z.ZodType<MailKind>;
  language: z.ZodType<MailLanguage>;
}> = z.object({ issuerId: uuid, kind: z.enum(MAIL_KINDS), language: z.enum(MAIL_LANGUAGES) });
