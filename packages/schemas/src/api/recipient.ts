import { z } from 'zod';
import { as, did, email, language, text } from './fields.js';

/**
 * Who earned it: an e-mail address or a DID, or the issuer's own id of them, which goes with either. The badge holds a salted hash of the address; the
 * issuer keeps the address sealed.
 */
export interface Recipient {
  readonly email?: string | undefined;
  readonly did?: string | undefined;
  /** The issuer's own id of the person, such as a matriculation number. It enters no badge. */
  readonly externalId?: string | undefined;
  /** Put into the badge in plain words when given: the provider's choice. */
  readonly name?: string | undefined;
  /** The language in which they are written to (BCP 47). It enters no badge. */
  readonly language?: string | undefined;
}

export const recipientSchema: z.ZodType<Recipient> = z
  .strictObject({
    email: email().optional(),
    did: did().optional(),
    externalId: text(200).optional(),
    name: text(200).optional(),
    language: language().optional(),
  })
  .refine(({ email: address, did: id, externalId }) => address !== undefined || id !== undefined || externalId !== undefined, {
    ...as('at-least-one', 'needs `email`, `did` or `externalId`'),
    abort: true,
  })
  .refine((value) => value.email === undefined || value.did === undefined, as('exactly-one', 'has `email` and `did`: give one of the two'))
  .meta({ id: 'Recipient', example: { email: 'ada@example.org', name: 'Ada Lovelace', externalId: 'S-1815' } });
