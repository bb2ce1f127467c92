import { PLACES_A_FILE } from '@proofmark/credentials';
import type { IssuerRecord } from '../../store/index.js';
import type { Repositories } from '../ports.js';
import type { RecordSigner } from './record-key.js';
import { type RecordWriting, writeFiles } from './write-files.js';

/** The numbers of the files about a list of this length. */
export function blocksOf(length: number): readonly number[] {
  return Array.from({ length: Math.ceil(length / PLACES_A_FILE) }, (_, block) => block);
}

/**
 * Makes the files that are not there yet of lists which were opened after the record was completed: an empty place of theirs has to refuse a badge
 * too, and what is not there says nothing. In the caller's transaction, which holds the lock of the record.
 *
 * @param complete since when the record holds what each revoked key signed, in seconds; nothing is made where no key was revoked
 */
export async function fillLists(
  deps: RecordWriting,
  tx: Pick<Repositories, 'records'>,
  issuer: IssuerRecord,
  signer: RecordSigner,
  complete: Readonly<Record<string, number>>,
): Promise<void> {
  const since = Math.max(0, ...Object.values(complete));
  if (since === 0) return;
  const counts = await tx.records.countFiles(issuer.id);
  for (const { id, length } of await tx.records.lists(issuer.id)) {
    const blocks = blocksOf(length);
    if ((counts.get(id) ?? 0) >= blocks.length) continue;
    const changes = blocks.map((block) => ({ list: id, block, places: [] }));
    await writeFiles(deps, tx, issuer, signer, changes, since);
  }
}
