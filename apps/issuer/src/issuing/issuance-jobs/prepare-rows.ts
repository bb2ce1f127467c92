import { setImmediate as others } from 'node:timers/promises';
import { createLimit, hostOf, mapLimited } from '@proofmark/primitives';
import type { AchievementRecord } from '../../store/index.js';
import type { Refusal } from '../result.js';
import type { ChunkInTurn, OpenRow, PreparedRow, PrepareInTurns } from './chunk-issuing.js';
import type { Hold } from './hold.js';

/** Rows without work that are prepared without a pause; and of those with work, and of those on one host. */
const AT_ONCE = 32;
const WITH_WORK = 16;
const PER_HOST = 2;
/** Rows with work are issued in such groups: each is slow, and nobody should wait for all of them. */
const TOGETHER = 25;
/** A host that did not answer so often, one time after the other, is left in peace for the rest of the chunk. */
const SILENT = 3;

export interface ReadyRows {
  readonly prepared: readonly PreparedRow[];
  readonly refused: readonly { readonly row: OpenRow; readonly refusal: Refusal }[];
}

/**
 * Finds out what badges are made of, first for the rows that name no work: none of them waits for a host. Rows that are in no answer were not tried, since
 * the turn of the chunk was over.
 */
export async function* prepareRows(
  deps: Pick<ChunkInTurn, 'hosts' | 'prepare' | 'turn'>,
  achievement: AchievementRecord,
  rows: readonly OpenRow[],
  hold: Hold,
): AsyncGenerator<ReadyRows> {
  const quick = rows.filter(({ body }) => hostsOf(body.evidence).length === 0);
  const ready: Prepared[] = [];
  for (let from = 0; from < quick.length; from += AT_ONCE) {
    // Nothing here waits, so that all rows together would hold up other requests.
    if (from > 0) await others();
    ready.push(...(await Promise.all(quick.slice(from, from + AT_ONCE).map((row) => prepareRow(deps, achievement, row)))));
  }
  if (ready.length > 0) yield collect(ready);
  const slow = rows.filter(({ body }) => hostsOf(body.evidence).length > 0);
  const { turn } = deps;
  const hosts = visits(deps.hosts);
  const prepare = async (row: OpenRow): Promise<Prepared | null> => {
    if (turn.isOver()) return null;
    turn.begin();
    return prepareRow(deps, achievement, row);
  };
  try {
    for (let from = 0; from < slow.length && hold.held() && !turn.isOver(); from += TOGETHER) {
      const group = slow.slice(from, from + TOGETHER);
      const tried = await mapLimited(WITH_WORK, group, (row) => hosts.visit(hostsOf(row.body.evidence), row, () => prepare(row)));
      yield collect(tried.filter((one) => one !== null));
    }
  } finally {
    await hosts.end();
  }
}

type Prepared = PreparedRow | { readonly row: OpenRow; readonly refusal: Refusal };

async function prepareRow(deps: Pick<ChunkInTurn, 'prepare'>, achievement: AchievementRecord, row: OpenRow): Promise<Prepared> {
  const prepared = await deps.prepare(achievement, row.body, null);
  return prepared.ok ? { row, parts: prepared.value } : { row, refusal: prepared.refusal };
}

function collect(all: readonly Prepared[]): ReadyRows {
  return { prepared: all.filter((one) => 'parts' in one), refused: all.filter((one) => 'refusal' in one) };
}

/** The hosts that are asked for links, in one order, so that no two rows wait for each other. */
function hostsOf(evidence: OpenRow['body']['evidence'] = []): readonly string[] {
  const hosts = evidence.flatMap((piece) =>
    'url' in piece && typeof piece.url === 'string' ? [hostOf(piece.url) ?? piece.url.split(':', 1)[0]!] : [],
  );
  return [...new Set(hosts)].sort();
}

/** The visits of one chunk to hosts. */
function visits(turns: PrepareInTurns) {
  const known = new Map<string, { readonly limit: ReturnType<typeof createLimit>; taken: Promise<boolean>; silent: number }>();
  const hostOfName = (name: string) => {
    const host = known.get(name) ?? { limit: createLimit(PER_HOST), taken: turns.take(name), silent: 0 };
    known.set(name, host);
    return host;
  };
  async function visit(names: readonly string[], row: OpenRow, work: () => Promise<Prepared | null>): Promise<Prepared | null> {
    const [name, ...others] = names;
    if (name === undefined) return work();
    const host = hostOfName(name);
    if (!(await host.taken)) return { row, refusal: BUSY };
    return host.limit.run(async () => {
      if (host.silent >= SILENT) return { row, refusal: silentHost(name) };
      const prepared = await visit(others, row, work);
      if (prepared !== null) host.silent = 'refusal' in prepared && prepared.refusal.retryable === true ? host.silent + 1 : 0;
      return prepared;
    });
  }
  return {
    visit,
    /** Gives back every host that was taken, also after one of them could not be; then rejects. */
    async end() {
      const errors: unknown[] = [];
      for (const [name, { taken }] of known) {
        // What a host could not be taken for is told by its visits.
        if (!(await taken.catch(() => false))) continue;
        await turns.release(name).catch((error: unknown) => errors.push(error));
      }
      if (errors.length > 0) throw errors[0];
    },
  };
}

function silentHost(name: string): Refusal {
  const detail = `${name} does not answer at the moment. The row is tried again.`;
  return { code: 'evidence-not-seen', detail, retryable: true };
}

const BUSY: Refusal = {
  code: 'evidence-not-seen',
  detail: 'The host of the work is asked for others at the moment. The row is tried again.',
  retryable: true,
  retryAfter: 10,
};
