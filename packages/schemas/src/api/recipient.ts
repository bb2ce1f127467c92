import { z } from 'zod';
import { as, did, email, text } from './fields.js';

/** Who earned it: an e-mail address or a DID, exactly one. The address itself enters neither the badge nor the database. */
export interface Recipient {
  readonly email?: string | undefined;
  readonly did?: string | undefined;
  /** Put into the badge in plain words when given: the provider's choice. */
  readonly name?: string | undefined;
}

export const recipientSchema: z.ZodType<Recipient> = z
  .strictObject({ email: email().optional(), did: did().optional(), name: text(200).optional() })
  .refine((value) => (value.email === undefined) !== (value.did === undefined), as('exactly-one', 'needs `email` or `did`, and not both'))
  .meta({ id: 'Recipient', example: { email: 'ada@example.org', name: 'Ada Lovelace' } });
