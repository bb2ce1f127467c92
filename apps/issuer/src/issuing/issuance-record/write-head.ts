import { writeRecordHead } from '@proofmark/credentials';
import { signIssuanceRecord } from '@proofmark/proofs/sign';
import { recordFilesUrl, statusListUrl } from '@proofmark/schemas';
import type { IssuerRecord } from '../../store/index.js';
import type { Repositories } from '../ports.js';
import type { RecordSigner } from './record-key.js';
import { type RecordWriting, secondsOf } from './write-files.js';

/**
 * Signs the head of a record in the caller's transaction, which holds the lock of the record. `complete` adds the keys of which the record
 * holds everything, each with the time since when, in seconds.
 */
export async function writeHead(
  { clock, baseUrl }: RecordWriting,
  tx: Pick<Repositories, 'records'>,
  issuer: IssuerRecord,
  { key, signer }: RecordSigner,
  complete: Readonly<Record<string, number>> = {},
): Promise<void> {
  const before = await tx.records.head(issuer.id);
  const all = { ...before?.complete, ...complete };
  const lists = (await tx.records.lists(issuer.id)).map(({ id }) => ({
    list: statusListUrl(baseUrl, issuer.slug, id),
    files: recordFilesUrl(baseUrl, issuer.slug, id),
  }));
  const iat = Math.max(secondsOf(clock.now()), before === null ? 0 : secondsOf(before.signedAt), ...Object.values(complete));
  const payload = writeRecordHead({ iss: issuer.did, iat, lists, complete: all });
  await tx.records.saveHead(issuer.id, {
    body: await signIssuanceRecord(payload, { kid: key.verificationMethod, signer }),
    lists: lists.length,
    complete: all,
    signedAt: new Date(iat * 1000),
    signingKeyId: key.id,
  });
}
