import { z } from 'zod';
import { type CredentialSummary, credentialSummarySchema, LIST_ORDERS, type ListOrder, namePart } from './credential-resources.js';
import { email, id, text } from './fields.js';
import type { PageQuery, QuerySchema } from './paging.js';
import { pageQueryFields, searchPageFields } from './paging.js';

/** Somebody who has badges of an issuer, as the issuer knows them. */
export interface RecipientResource {
  readonly id: string;
  readonly issuerId: string;
  readonly name: string | null;
  /** Null when it is not known, or was sealed under a keyring that is lost. */
  readonly email: string | null;
  /** The issuer's own id of them. */
  readonly externalId: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** With their badges, newest first. */
export interface RecipientWithCredentials extends RecipientResource {
  readonly credentials: readonly CredentialSummary[];
  /** Whether there are more than are shown; `GET /v1/credentials?recipient=` lists all. */
  readonly more: boolean;
}

export interface ListRecipientsQuery extends PageQuery {
  readonly issuer?: string | undefined;
  readonly externalId?: string | undefined;
  /** A part of a name. */
  readonly q?: string | undefined;
  readonly order?: ListOrder | undefined;
}

export interface RecipientQuery {
  readonly issuer?: string | undefined;
}

export interface SearchRecipients {
  readonly email: string;
  readonly issuer?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** Erasing cannot be undone, so a request says that it is meant. */
export interface EraseRecipient {
  readonly confirm: 'erase';
  /** Revokes the badges as well, so that copies which others have are no longer valid. Default: it does not. */
  readonly revoke?: boolean | undefined;
}

export interface ErasedRecipient {
  readonly id: string;
  /** How many badges of theirs were erased by this request. */
  readonly erased: number;
}

const issuer = id().optional().meta({ description: 'An admin key has to name it; other keys see their own issuer.' });

export const listRecipientsQuerySchema: QuerySchema<ListRecipientsQuery> = z.strictObject({
  ...pageQueryFields,
  issuer,
  externalId: text(200).optional().meta({ description: 'Your own id of a recipient.', example: 'S-1815' }),
  q: namePart().optional().meta({
    description:
      'A part of a name, two characters or more, in any case and without accents. Two characters are looked for at the beginning of a word.',
    example: 'lovel',
  }),
  order: z.enum(LIST_ORDERS).optional().meta({ description: '`oldest` first when absent, or `newest`: by when they were first met.' }),
});

export const recipientQuerySchema: QuerySchema<RecipientQuery> = z.strictObject({ issuer });

export const searchRecipientsSchema: z.ZodType<SearchRecipients> = z
  .strictObject({ email: email(), issuer, ...searchPageFields })
  .meta({ id: 'SearchRecipients', example: { email: 'ada@example.org' } });

export const eraseRecipientSchema: z.ZodType<EraseRecipient> = z
  .strictObject({ confirm: z.literal('erase'), revoke: z.boolean().optional() })
  .meta({ id: 'EraseRecipient', example: { confirm: 'erase', revoke: true } });

export const erasedRecipientSchema: z.ZodType<ErasedRecipient> = z.object({ id: id(), erased: z.int() }).meta({ id: 'ErasedRecipient' });

const recipientFields = {
  id: id(),
  issuerId: id(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  externalId: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
};

export const recipientResourceSchema: z.ZodType<RecipientResource> = z.object(recipientFields).meta({ id: 'KnownRecipient' });

export const recipientWithCredentialsSchema: z.ZodType<RecipientWithCredentials> = z
  .object({ ...recipientFields, credentials: z.array(credentialSummarySchema), more: z.boolean() })
  .meta({ id: 'RecipientWithCredentials' });
