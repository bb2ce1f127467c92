import { formatInstant } from '@proofmark/primitives';
import { SUSPENSION_LIST_TYPE, type UnsignedStatusList, VC2_CONTEXT } from '@proofmark/schemas';

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
  /** Of a list of revocations: the list of suspensions in which the same indices count. */
  readonly suspensionList?: string;
  /** From `encodeList`. */
  readonly encodedList: string;
}

/** The unsigned BitstringStatusListCredential (Bitstring Status List 1.0, 2.2). */
export function buildStatusList(input: StatusListInput): UnsignedStatusList {
  const { id, issuer, purpose, validFrom, validUntil, ttl, encodedList, suspensionList } = input;
  return {
    '@context': [VC2_CONTEXT],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: formatInstant(validFrom),
    ...(validUntil === undefined ? {} : { validUntil: formatInstant(validUntil) }),
    ...(suspensionList === undefined ? {} : { termsOfUse: [{ id: suspensionList, type: SUSPENSION_LIST_TYPE }] }),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList,
      ...(ttl === undefined ? {} : { ttl }),
    },
  };
}
