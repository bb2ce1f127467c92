import { pipeline, type Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { done, type Result, refused } from '../../../issuing/result.js';

/** The two parts of a form: what is to be done, as JSON, and the file, which is still coming. */
export interface UploadForm {
  readonly options: string;
  readonly file: { readonly name: string; readonly type: string; readonly bytes: AsyncIterable<Uint8Array> };
}

const LIMITS = { fields: 4, fieldNameSize: 100, fieldSize: 100_000, files: 1, parts: 5, headerPairs: 50, headerSize: 8192 };

/** Reads a form (RFC 7578) up to where its file begins. */
export function formOf(source: Readable, contentType: string): Promise<Result<UploadForm>> {
  return new Promise((resolve) => {
    let options: string | null = null;
    let bus: InstanceType<typeof Busboy>;
    try {
      bus = new Busboy({ headers: { 'content-type': contentType }, limits: LIMITS });
    } catch {
      // The type names no boundary.
      resolve(refused('malformed-request', 'The header `Content-Type` of the form names no boundary: let your HTTP library write it.'));
      return;
    }
    const refuse = (detail: string): void => {
      resolve(refused('malformed-request', detail));
      source.unpipe(bus);
      source.destroy();
    };
    let file: Readable | null = null;
    bus.on('field', (name, value, _, cut) => {
      if (name !== 'options') return;
      if (cut) refuse(`The part \`options\` has more than ${LIMITS.fieldSize} bytes.`);
      options = value;
    });
    bus.on('file', (name, stream, filename, _, type) => {
      file = stream;
      if (name !== 'file') return refuse('The file has to be in a part with the name `file`.');
      if (options === null) return refuse('The part `options` has to come before the part `file`.');
      resolve(done({ options, file: { name: filename ?? '', type: type ?? '', bytes: stream } }));
    });
    bus.on('finish', () => resolve(refused('malformed-request', 'The form has no part `file`.')));
    pipeline(source, bus, (error) => {
      if (error == null) return;
      resolve(refused('malformed-request', 'The form cannot be read, or ends too early.'));
      file?.destroy(error);
    });
  });
}
