import type { UploadPart } from '../issuing/issuance-jobs/reading/upload-reader.js';
import type { SourceRow } from '../store/index.js';
import { decodeText } from './decode-text.js';
import { MOST_OF_A_ROW, TOGETHER } from './limits.js';
import { UploadFault } from './upload-fault.js';

/** Reads one JSON value a line; whether each is JSON is found out later, row by row. Empty lines are left out. Throws an UploadFault. */
export async function* readNdjson(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<UploadPart> {
  let rows: SourceRow[] = [];
  let [line, begun, any] = [0, '', false];
  for await (const text of decodeText(bytes)) {
    const lines = (begun + text).split('\n');
    begun = lines.pop() ?? '';
    for (const each of lines) {
      line += 1;
      check(each, line);
      if (each.trim() === '') continue;
      rows.push([line, each.trim()]);
      if (rows.length < TOGETHER) continue;
      any = true;
      yield { kind: 'rows', rows };
      rows = [];
    }
    check(begun, line + 1);
  }
  if (begun.trim() !== '') rows.push([line + 1, begun.trim()]);
  if (rows.length > 0) yield { kind: 'rows', rows };
  else if (!any) throw new UploadFault('empty', 'The upload is empty. Each line of it is one JSON object, for one badge.');
}

function check(text: string, line: number): void {
  if (text.length <= MOST_OF_A_ROW) return;
  throw new UploadFault('row-too-long', `Line ${line} is longer than ${MOST_OF_A_ROW} characters, the most that is read.`, { line });
}
