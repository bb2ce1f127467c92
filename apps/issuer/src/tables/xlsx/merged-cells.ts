import type { OddCell } from '../../store/index.js';
import { MOST_COLUMNS } from '../limits.js';
import { UploadFault } from '../upload-fault.js';
import { placeOf } from './place-of.js';
import type { Workbook } from './workbook.js';
import { readWholeXml } from './xml-events.js';

/** Ranges that are looked at. */
const MOST_MERGED = 10_000;

interface Merged {
  readonly place: string;
  readonly from: { readonly column: number; readonly row: number };
  readonly to: { readonly column: number; readonly row: number };
}

/**
 * By the number of a row, asked for in their order: the cells of it that are merged with those of a row above, so that they have no value of their own.
 * Throws an UploadFault for ranges that cannot stand beside each other.
 */
export async function mergedCells(book: Workbook): Promise<(line: number) => readonly OddCell[]> {
  const waiting = [...(await rangesOf(book))].sort((one, other) => other.from.row - one.from.row);
  let open: readonly Merged[] = [];
  return (line) => {
    open = open.filter(({ to }) => to.row >= line);
    for (let next = waiting.at(-1); next !== undefined && next.from.row < line; next = waiting.at(-1)) {
      waiting.pop();
      if (next.to.row >= line) open = [...open, next];
      if (open.length > MOST_COLUMNS) throw tooManyMerged(line);
    }
    return open.flatMap(({ place, from, to }) => {
      const last = Math.min(to.column, MOST_COLUMNS);
      return Array.from({ length: Math.max(0, last - from.column + 1) }, (_, at) => ({
        kind: 'merged' as const,
        place,
        column: from.column - 1 + at,
      }));
    });
  };
}

/** Those that reach over several rows. They stand behind the rows. */
async function rangesOf({ sheet }: Workbook): Promise<readonly Merged[]> {
  const found: Merged[] = [];
  await readWholeXml(sheet(), {
    open(name, { ref = '' }) {
      if (name !== 'mergeCell' || found.length >= MOST_MERGED) return;
      const [from, to] = ref.split(':').map(placeOf);
      if (from != null && to != null && to.row > from.row) found.push({ place: ref, from, to });
    },
  });
  return found;
}

function tooManyMerged(line: number): UploadFault {
  return new UploadFault('malformed-table', `More cells are merged over row ${line} than a row has: divide them, and fill in each row.`, {
    line,
  });
}
