import type { JsonObject } from '@proofmark/primitives';
import { z } from 'zod';
import { AS_WEB_URL, as, id, isWebUrl } from '../fields.js';

/** A web domain that an issuer claims as its own, by its origin. */
export interface LinkDomain {
  readonly origin: string;
}

/** A claimed domain, with the document that proves the claim once the domain hosts it. */
export interface IssuerDomain {
  readonly id: string;
  readonly issuerId: string;
  readonly origin: string;
  /** Where the document has to be found. */
  readonly hostAt: string;
  /** The DID configuration to put there, with `Access-Control-Allow-Origin: *`. */
  readonly document: JsonObject;
  readonly validUntil: string;
  readonly createdAt: string;
}

/** What a domain said when it was asked. */
const DOMAIN_OUTCOMES = ['proven', 'not-proven', 'not-reached', 'not-decided'] as const;

export interface DomainCheck {
  readonly outcome: (typeof DOMAIN_OUTCOMES)[number];
  /** Why not, as a code such as `no-configuration` or `unreachable`; null where it is proven or not decided. */
  readonly reason: string | null;
  readonly checkedAt: string;
}

export const domainCheckSchema: z.ZodType<DomainCheck> = z
  .object({ outcome: z.enum(DOMAIN_OUTCOMES), reason: z.string().nullable(), checkedAt: z.string() })
  .meta({ id: 'DomainCheck' });

export const linkDomainSchema: z.ZodType<LinkDomain> = z
  .strictObject({
    origin: z
      .string()
      .max(300, { abort: true })
      .refine(isWebUrl, AS_WEB_URL)
      .refine((value) => /^https?:\/\/[^/\\?#]+\/?$/i.test(value), as('not-allowed', 'is more than an origin: leave out the path'))
      .meta({ format: 'uri', example: 'https://riverside.example' }),
  })
  .meta({ id: 'LinkDomain', example: { origin: 'https://riverside.example' } });

export const issuerDomainSchema: z.ZodType<IssuerDomain> = z
  .object({
    id: id(),
    issuerId: id(),
    origin: z.string(),
    hostAt: z.string().meta({ description: 'Where the document has to be found.' }),
    document: z.record(z.string(), z.unknown()).meta({
      description: 'The DID configuration to host there, with the header `Access-Control-Allow-Origin: *`.',
    }) as unknown as z.ZodType<JsonObject>,
    validUntil: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: 'IssuerDomain' });
