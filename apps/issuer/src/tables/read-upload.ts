import type { ReadUpload, UploadPart } from '../issuing/issuance-jobs/reading/upload-reader.js';
import { readCsv } from './read-csv.js';
import { readNdjson } from './read-ndjson.js';
import { readXlsx } from './read-xlsx.js';
import { UploadFault } from './upload-fault.js';

/** Reads an upload of any format; what keeps it from being read is its last part. */
export const readUpload: ReadUpload = async function* (...asked) {
  try {
    yield* partsOf(...asked);
  } catch (error) {
    if (!(error instanceof UploadFault)) throw error;
    yield { kind: 'problem', problem: error.problem };
  }
};

function partsOf(...[format, bytes, isColumn, isId]: Parameters<ReadUpload>): AsyncIterable<UploadPart> {
  switch (format) {
    case 'csv':
      return readCsv(bytes, isColumn);
    case 'ndjson':
      return readNdjson(bytes);
    case 'xlsx':
      return readXlsx(bytes, isColumn, isId);
  }
}
