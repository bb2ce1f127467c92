import { emailSpellings, readJson } from '@proofmark/primitives';
import type { ChunkKey, ChunkPlace, JobRecord, RecipientRecord, RowResult, SourceRow } from '../../../store/index.js';
import type { Store } from '../../ports.js';
import type { RecipientHashes } from '../../recipients/recipient.js';
import { unguarded } from '../formula-guard.js';
import { planOf } from '../issue-rows.js';
import { cellsOf } from '../reading/cells-of.js';
import { RULES } from '../row-body.js';

export interface Forgetting {
  readonly store: Store;
  readonly recipients: Pick<RecipientHashes, 'lookups'>;
}

/** Whom rows may name. */
export type Person = Pick<RecipientRecord, 'issuerId' | 'externalId' | 'lookup'>;

/** Chunks of one read. */
const PAGE = 20;

/**
 * Takes away what stands in rows of jobs that are no badges and name a person, by an address or by the issuer's own id: refused rows, those that would be
 * issued by a job that only validates, and those of a job that was ended before they were begun, which are refused then. A job that runs issues its
 * other rows as it was told to.
 */
export async function forgetRows(deps: Forgetting, person: Person): Promise<void> {
  const { issuerId } = person;
  for (let after: ChunkPlace | null = null; ; ) {
    const places: readonly ChunkPlace[] = await deps.store.issuanceChunks.listOpenContent(issuerId, after, PAGE);
    for (const place of places) await forgetInChunk(deps, person, { issuerId, ...place });
    after = places.at(-1) ?? null;
    if (after === null || places.length < PAGE) return;
  }
}

async function forgetInChunk({ store, recipients }: Forgetting, person: Person, key: ChunkKey): Promise<void> {
  await store.transaction(async (tx) => {
    const job = await tx.issuanceJobs.lock(key);
    const chunk = job === null ? null : await tx.issuanceChunks.lockRows(key);
    if (job === null || chunk === null) return;
    const gone = chunk.content.map((row, at) => row !== null && isSettled(job, chunk.results[at]) && names(recipients, person, job, row));
    if (!gone.includes(true)) return;
    await tx.issuanceChunks.writeRows(key, {
      content: chunk.content.map((row, at) => (gone[at] ? null : row)),
      results: chunk.results.map((result, at) => (gone[at] && (result === null || result.state === 'waiting') ? ERASED : result)),
    });
  });
}

/** What became of a row that is not begun any more. */
const ERASED: RowResult = {
  state: 'refused',
  problem: { code: 'gone', detail: 'The person whom this row names was erased.', errors: [] },
};

/** Whether nothing more becomes of a row by itself. */
function isSettled({ endedAt }: JobRecord, result: RowResult | null | undefined): boolean {
  return endedAt !== null || result?.state === 'refused' || result?.state === 'valid';
}

function names(
  { lookups }: Pick<RecipientHashes, 'lookups'>,
  { issuerId, externalId, lookup }: Person,
  job: JobRecord,
  row: SourceRow[1],
): boolean {
  if (externalId !== null && externalIdOf(job, row) === externalId) return true;
  if (lookup === null) return false;
  const hash = Buffer.from(lookup);
  return addressesIn(row).some((address) => lookups(issuerId, address).some((other) => hash.equals(other)));
}

function externalIdOf(job: JobRecord, row: SourceRow[1]): unknown {
  if (typeof row !== 'string') return unguarded(cellsOf(row)[planOf(job)?.targets.indexOf('external_id') ?? -1] ?? '');
  const reading = readJson(row, RULES);
  const recipient = reading.ok ? memberOf(reading.json, 'recipient') : undefined;
  return memberOf(recipient, 'externalId');
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** No address is longer. */
const LONGEST = 330;

/** Whatever looks like an address, wherever in a row it stands: a row may be refused because it stands in the wrong place, or beside a name. */
function addressesIn(row: SourceRow[1]): readonly string[] {
  const reading = typeof row === 'string' ? readJson(row, RULES) : null;
  // What is escaped in JSON is read as it is meant.
  const texts = typeof row !== 'string' ? cellsOf(row) : [reading?.ok ? JSON.stringify(reading.json) : row];
  return texts
    .flatMap((text) => text.split(/[\s"'<>,;:()[\]{}|]/))
    .filter((word) => word.includes('@') && word.length <= LONGEST && emailSpellings(word).length > 0);
}
