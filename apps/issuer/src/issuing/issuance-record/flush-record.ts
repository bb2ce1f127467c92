import type { IssuerRecord } from '../../store/index.js';
import { fillLists } from './fill-lists.js';
import { type RecordKeys, type RecordSigner, recordSigner } from './record-key.js';
import { byFile, type RecordWriting, writeFiles } from './write-files.js';
import { writeHead } from './write-head.js';

export type Recording = RecordKeys & RecordWriting;

/** Rows of entries that one transaction puts into files. */
const ROWS = 200;

/** Puts what an issuer committed into its signed files. False when its record key is not to be had. */
export async function flushRecord(deps: Recording, issuerId: string, signal?: AbortSignal): Promise<boolean> {
  const issuer = await deps.store.issuers.find(issuerId);
  if (issuer === null) throw new Error('there is no such issuer');
  const signer = await recordSigner(deps, issuer);
  if (signer === null) return false;
  while (!signal?.aborted) if ((await flushRows(deps, issuer, signer)) < ROWS) break;
  return true;
}

async function flushRows(deps: Recording, issuer: IssuerRecord, signer: RecordSigner): Promise<number> {
  return deps.store.transaction(async (tx) => {
    await tx.records.lock(issuer.id);
    const { rows, places } = await tx.records.takeEntries(issuer.id, ROWS);
    await writeFiles(deps, tx, issuer, signer, byFile(places));
    // The head names the lists, and each key that signs: it is there from the first badge on.
    const head = await tx.records.head(issuer.id);
    const lists = await tx.records.lists(issuer.id);
    if (head === null || head.signingKeyId !== signer.key.id || lists.length !== head.lists) {
      await fillLists(deps, tx, issuer, signer, head?.complete ?? {});
      await writeHead(deps, tx, issuer, signer);
    }
    return rows;
  });
}
