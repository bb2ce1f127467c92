import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** What went through. */
export interface Passed {
  readonly bytes: number;
  /** Lines that ended; in the text form of COPY each is a row. */
  readonly rows: number;
  readonly sha256: string;
}

const NEWLINE = 10;

/** Hands bytes on, and counts them. `passed` may be asked once, at the end. */
export class DigestStream extends Transform {
  readonly #hash = createHash('sha256');
  readonly #told: (rows: number) => void;
  #bytes = 0;
  #rows = 0;

  /** @param told hears of the rows so far */
  constructor(told: (rows: number) => void = () => undefined) {
    super();
    this.#told = told;
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1)) this.#rows += 1;
    this.#told(this.#rows);
    done(null, chunk);
  }

  passed(): Passed {
    return { bytes: this.#bytes, rows: this.#rows, sha256: this.#hash.digest('hex') };
  }
}
