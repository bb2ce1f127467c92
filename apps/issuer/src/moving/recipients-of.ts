import type { RandomSource } from '../issuing/ports.js';
import { recipientHashes } from '../issuing/recipients/recipient.js';
import type { OpenKeys } from '../keys/open-keys.js';
import type { OpenAddress } from './addresses.js';
import type { SealAddress } from './load-addresses.js';

/** Opens and seals the addresses of recipients with the keyring of this service. */
export function recipientsOf(deps: Pick<OpenKeys, 'pepper' | 'seal'> & { readonly random: RandomSource }): {
  openAddress: OpenAddress;
  sealAddress: SealAddress;
} {
  const hashes = recipientHashes(deps);
  return {
    openAddress: (issuerId, { lookup, dataKey, email }) => hashes.openEmail(issuerId, lookup, { dataKey, sealed: email }),
    async sealAddress(issuerId, email) {
      const { row } = await hashes.prepare(issuerId, { email });
      return row?.lookup == null || row.email === null ? null : { lookup: row.lookup, dataKey: row.email.dataKey, email: row.email.sealed };
    },
  };
}
