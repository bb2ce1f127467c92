import type { UploadColumns } from '@proofmark/schemas/api';
import type { Answer, Ask } from '../../../api.js';

/** A file with a row for each badge, as it can be sent. */
export interface SourceFile {
  readonly file: File;
  readonly format: UploadColumns['format'];
  /** The rows, where they were pasted. */
  readonly pasted?: string;
}

/** Why a file is not taken. */
export type SourceFault = 'kind' | 'too-large' | 'too-long' | 'gone';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FORMATS: Readonly<Record<string, SourceFile['format']>> = { csv: 'csv', tsv: 'csv', txt: 'csv', xlsx: 'xlsx' };
const MOST_BYTES: Readonly<Record<SourceFile['format'], number>> = { csv: 2 ** 31, xlsx: 50 * 1024 * 1024 };
/** Characters that are taken from a paste. */
const MOST_PASTED = 400_000;
/** Of a table of text, so many bytes are looked at to find out what its columns are. */
const HEAD = 100_000;
export const ACCEPTED: string = `.csv,.tsv,.txt,.xlsx,text/csv,text/plain,text/tab-separated-values,${XLSX}`;
/** The name of a table that was pasted; nobody sees it. */
const PASTED = 'pasted.tsv';

/** A chosen file, or why it is none that can be sent. Its name says what it is, as for the service. */
export function sourceOf(file: File): SourceFile | SourceFault {
  const format = FORMATS[file.name.split('.').at(-1)?.toLowerCase() ?? ''];
  if (format === undefined) return 'kind';
  return file.size > MOST_BYTES[format] ? 'too-large' : { file, format };
}

/** Rows that were copied out of a spreadsheet: cells are separated by tabs. Null for nothing. */
export function sourceOfPaste(text: string): SourceFile | SourceFault | null {
  if (text.trim() === '') return null;
  if (text.length > MOST_PASTED) return 'too-long';
  return { file: new File([text], PASTED, { type: 'text/tab-separated-values' }), format: 'csv', pasted: text };
}

/** Whether the browser can still read it: a file that was moved or changed since it was chosen is gone. */
export async function isReadable({ file }: SourceFile): Promise<boolean> {
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
}

/** What the columns of a file seem to be, as the service reads it: of a table of text its beginning is sent, of a workbook all. */
export function columnsOf(ask: Ask, { file, format }: SourceFile, signal: AbortSignal): Promise<Answer<UploadColumns>> {
  const body = format === 'csv' ? file.slice(0, HEAD) : file;
  return ask('POST', 'issuance-jobs/columns', body, { contentType: format === 'csv' ? 'text/csv' : XLSX, signal });
}

/** The size of a file in words of a language. */
export function sizeIn(lang: string, bytes: number): string {
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'kilobyte'] : [bytes / 1024 / 1024, 'megabyte'];
  return new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}
