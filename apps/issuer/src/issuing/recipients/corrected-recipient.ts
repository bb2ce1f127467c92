import type { CorrectCredential } from '@proofmark/schemas/api';
import type { NewRecipient } from '../../store/index.js';
import type { AvailableCredential } from '../access/load-credential.js';
import { done, invalid, type Result } from '../result.js';
import type { RecipientHashes } from './recipient.js';
import { type KnownRecipient, recipientInBadge, unchanged } from './recipient-of.js';
import { searchableName } from './searchable-name.js';

type Corrections = CorrectCredential['recipient'];

/** The row of a recipient, with their address opened; null when it is not known. */
export interface KnownRow {
  readonly id: string;
  readonly externalId: string | null;
  readonly email: string | null;
  readonly language: string | null;
}

/**
 * The recipient of a badge as they ought to have been named. Whoever has an id of the issuer's own is the same person under another address; else the badge
 * is that of whoever has the right address or id. Refuses what the badge says already, so that a request that comes twice makes one badge.
 *
 * @param known the row of the recipient; null for a badge of before there were rows
 */
export function correctedRecipient(
  hashes: RecipientHashes,
  { issuerId, signed, recipientLookup }: AvailableCredential,
  known: KnownRow | null,
  given: Corrections,
): Result<KnownRecipient> {
  const { id, did, identity, name: before } = recipientInBadge(signed.json);
  const name = given.name ?? before;
  const sameAddress = given.email === undefined || isOneOf(recipientLookup, hashes.lookups(issuerId, given.email));
  const sameId = given.externalId === undefined || given.externalId === known?.externalId;
  if (name === before && sameAddress && sameId) {
    return invalid('/recipient', 'not-allowed', 'is what the badge says already: give what is to be said instead');
  }
  return done({
    known: {},
    async prepare() {
      if (sameAddress && sameId) {
        const row = known === null ? null : { ...unchanged(known.id), name: name ?? null, nameSearch: searchOf(name) };
        return { badge: { id, identity, name }, lookup: recipientLookup, row };
      }
      const email = given.email ?? known?.email ?? undefined;
      const externalId = given.externalId ?? known?.externalId ?? undefined;
      const prepared = await hashes.prepare(issuerId, {
        email,
        externalId,
        name,
        language: known?.language ?? undefined,
        ...(email === undefined ? { did } : {}),
      });
      const row = settled(prepared.row, known, sameId);
      if (!sameAddress) return { badge: { ...prepared.badge, id }, lookup: prepared.lookup, row };
      return { badge: { id, identity, name }, lookup: recipientLookup, row: row === null ? null : { ...row, lookup: recipientLookup } };
    },
  });
}

/** The same person as before, where the issuer calls them so. */
function settled(row: NewRecipient | null, known: KnownRow | null, sameId: boolean): NewRecipient | null {
  const isSame = row !== null && known !== null && known.externalId !== null && sameId;
  return isSame ? { ...row, id: known.id, settled: true } : row;
}

function searchOf(name: string | undefined): string | null {
  return name === undefined ? null : searchableName(name);
}

function isOneOf(lookup: Uint8Array | null, hashes: readonly Uint8Array[]): boolean {
  return lookup !== null && hashes.some((hash) => Buffer.compare(hash, lookup) === 0);
}
