import { formatInstant } from '@proofmark/primitives';
import { type IssuerProfile, OB3_CONTEXT, PROVEN_EMAIL_DOMAIN, TEST_TYPE, type UnsignedEndorsement, VC2_CONTEXT } from '@proofmark/schemas';
import { omitEmpty } from './omit-empty.js';

/** An endorsement of a badge. Times are milliseconds since 1970 UTC. */
export interface EndorsementInput {
  /** The endorsement's own address. */
  readonly id: string;
  /** What it is called where it is listed. */
  readonly name: string;
  readonly endorser: {
    readonly id: string;
    readonly name: string;
    readonly url?: string | null | undefined;
    /** The domain of an address that this person proved to the service that signs. Never of somebody whom an issuer named. */
    readonly provenEmailDomain?: string | undefined;
  };
  /** The `id` of what is endorsed. */
  readonly about: string;
  /** Markdown. */
  readonly comment: string;
  readonly validFrom: number;
  /** Marks the endorser's name as made to try the system out. */
  readonly test?: boolean | undefined;
}

/** Builds the unsigned EndorsementCredential (Open Badges 3.0, B.1.5). Pure, and only with terms of the two standard contexts. */
export function buildEndorsement({ id, name, endorser, about, comment, validFrom, test }: EndorsementInput): UnsignedEndorsement {
  const { provenEmailDomain: domain } = endorser;
  const profile = omitEmpty({
    id: endorser.id,
    name: test === true ? `${endorser.name} (TEST)` : endorser.name,
    url: endorser.url,
    otherIdentifier:
      domain === undefined ? [] : [{ type: 'IdentifierEntry' as const, identifier: domain, identifierType: PROVEN_EMAIL_DOMAIN }],
  });
  const issuer: IssuerProfile = { type: ['Profile'], ...profile };
  return {
    '@context': [VC2_CONTEXT, OB3_CONTEXT],
    type: ['VerifiableCredential', 'EndorsementCredential', ...(test === true ? [TEST_TYPE] : [])],
    id,
    name,
    issuer,
    validFrom: formatInstant(validFrom),
    credentialSubject: { type: ['EndorsementSubject'], id: about, endorsementComment: comment },
  };
}
