import type { UploadColumns } from '@proofmark/schemas/api';
import { boundedBytes } from '../../bounded-bytes.js';
import { done, type Result, refused } from '../../result.js';
import type { ReadUploadHead } from '../reading/upload-reader.js';
import { columnOf } from './columns.js';
import { guessColumns } from './guess-columns.js';
import { columnOfHeading } from './known-headings.js';

export interface ColumnsInput {
  readonly format: UploadColumns['format'];
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface ColumnReading {
  readonly readHead: ReadUploadHead;
}

/** Rows that are answered, and characters of a cell and of a name. */
const ROWS = 5;
const OF_A_CELL = 120;
const OF_A_NAME = 200;

/** Of a table of text, its beginning suffices. Of a workbook all is needed, since its parts stand in any order. */
const MOST_BYTES: Readonly<Record<UploadColumns['format'], number>> = { csv: 1024 * 1024, xlsx: 50 * 1024 * 1024 };

/** Files that this process reads at a time; a workbook is kept in memory meanwhile. */
const MOST = 4;
let reading = 0;

/** What the columns of a file seem to be, and its first rows. Nothing is kept of it. */
export async function readColumns({ readHead }: ColumnReading, { format, bytes }: ColumnsInput): Promise<Result<UploadColumns>> {
  if (reading >= MOST)
    return refused('too-many-requests', 'The columns of other files are read just now. Send the file again in a moment.', undefined, 2);
  reading += 1;
  try {
    const most = MOST_BYTES[format];
    const upload = boundedBytes(bytes, most, `The file is larger than ${most} bytes. Of a table of text, send the first 100,000 bytes.`);
    const isColumn = (name: string): boolean => columnOf(name) !== null || columnOfHeading(name) !== null;
    const head = await readHead(format, upload.bytes, isColumn, ROWS);
    const refusal = upload.refusal();
    if (refusal !== null) return refusal;
    if (!head.ok) return done({ format, columns: [], rows: [], problem: head.problem });
    const is = guessColumns(head.header);
    const columns = head.header.map((name, at) => ({ name: name.slice(0, OF_A_NAME), is: is[at] ?? null }));
    const rows = head.rows.map((cells) => head.header.map((_, at) => (cells[at] ?? '').slice(0, OF_A_CELL)));
    return done({ format, columns, rows, problem: null });
  } finally {
    reading -= 1;
  }
}
