import { formatInstant } from '@proofmark/primitives';
import { type UnsignedStatusList, VC2_CONTEXT } from '@proofmark/schemas';

export interface StatusListInput {
  /** The address of the list; also its id. */
  readonly id: string;
  /** The DID of the issuer: the same as that of the badges, so that no second trust decision is needed. */
  readonly issuer: string;
  readonly purpose: 'revocation' | 'suspension';
  /** Milliseconds since 1970 UTC. */
  readonly validFrom: number;
  readonly validUntil?: number;
  /** How long a copy may be kept, in milliseconds. */
  readonly ttl?: number;
  /** From `encodeList`. */
  readonly encodedList: string;
}

/** The unsigned BitstringStatusListCredential (Bitstring Status List 1.0, 2.2). */
export function buildStatusList(input: StatusListInput): UnsignedStatusList {
  const { id, issuer, purpose, validFrom, validUntil, ttl, encodedList } = input;
  return {
    '@context': [VC2_CONTEXT],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: formatInstant(validFrom),
    ...(validUntil === undefined ? {} : { validUntil: formatInstant(validUntil) }),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList,
      ...(ttl === undefined ? {} : { ttl }),
    },
  };
}
