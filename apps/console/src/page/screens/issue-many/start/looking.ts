import type { Ask, Failed } from '../../../api.js';
import { pause } from '../job/pause.js';
import { columnsOf, isReadable, type SourceFault, type SourceFile } from './source-file.js';
import type { Looked } from './typed.js';

/** The file, or the rows that were pasted, that stand in the form now. What was found in those before counts no more as soon as others are given. */
export class Looking {
  #asking: AbortController | null = null;
  source: SourceFile | null = null;
  fault: SourceFault | null = null;
  failed: Failed | null = null;

  /** Their headings are read. */
  get busy(): boolean {
    return this.#asking !== null;
  }

  /**
   * Looks at a file, or forgets the one that was there.
   *
   * @param wait - milliseconds in which another may be given before this one is read
   * @returns what was found; null where it cannot be read, and where another was given meanwhile
   */
  async at(ask: Ask, given: SourceFile | SourceFault | null, wait = 0): Promise<Omit<Looked, 'from'> | null> {
    this.stop();
    this.failed = null;
    [this.source, this.fault] = given === null || typeof given === 'string' ? [null, given] : [given, null];
    const { source } = this;
    if (source === null) return null;
    const asking = new AbortController();
    this.#asking = asking;
    const { signal } = asking;
    if (wait > 0) await pause(wait, signal);
    if (signal.aborted) return null;
    const answer = await columnsOf(ask, source, signal);
    const isThere = answer.ok || (await isReadable(source));
    if (signal.aborted) return null;
    this.#asking = null;
    if (answer.ok) return { source, found: answer.value };
    if (isThere) this.failed = answer;
    else this.lose(source);
    return null;
  }

  /** The browser cannot read the file any more. */
  lose(source: SourceFile): void {
    if (this.source === source) [this.source, this.fault] = [null, 'gone'];
  }

  /** What is on its way is not wanted any more. */
  stop(): void {
    this.#asking?.abort();
    this.#asking = null;
  }
}
