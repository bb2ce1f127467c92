import type { PageTexts } from '@proofmark/messages/page';
import { droppedFiles } from './from-drop.js';
import { inputOfText } from './from-text.js';
import { type GatheredInput, gatherInput } from './gather-input.js';
import { inputOfQr } from './qr/qr-input.js';

/** What becomes of an input on its page. */
export interface InputHost {
  /** `byHand`: the reader handed it in here; else it is from the address of the page. */
  readonly onInput: (found: GatheredInput, byHand: boolean) => Promise<void>;
  /** There is nothing to check, by its sentence; empty: something is being read. */
  readonly onRefused: (problem: keyof PageTexts['refused'] | '') => void;
  /** How many files were read; null once all were. */
  readonly onReading: (reading: { readonly done: number; readonly total: number } | null) => void;
  /** Text that was dropped, for the form. */
  readonly onText: (text: string) => void;
  readonly words: () => PageTexts;
}

/** The ways into the page: text, files, a drop, a QR code, and the address of the page. What was handed in last counts, however long the rest is read. */
export class PageInput {
  readonly #host: InputHost;
  #turns = 0;

  constructor(host: InputHost) {
    this.#host = host;
  }

  async text(text: string, byHand: boolean): Promise<void> {
    this.#begin();
    await this.#checkText(text, byHand);
  }

  async files(files: readonly File[]): Promise<void> {
    await this.#read(files, this.#begin());
  }

  async dropped(transfer: DataTransfer): Promise<void> {
    const isLast = this.#begin();
    const text = transfer.getData('text/uri-list') || transfer.getData('text/plain');
    const files = await droppedFiles(transfer);
    if (!isLast()) return;
    if (files.length > 0 || text === '') await this.#read(files, isLast);
    else {
      this.#host.onText(text);
      await this.#checkText(text, true);
    }
  }

  async scanned(code: string): Promise<void> {
    this.#begin();
    const { camera } = this.#host.words();
    const input = inputOfQr(code, camera.code);
    const found = input === null ? gatherInput([], [{ name: camera['the-code'], problem: 'for-wallets' }]) : gatherInput([input]);
    await this.#host.onInput(found, true);
  }

  /** Another input: what is still being read is not wanted any more. */
  #begin(): () => boolean {
    this.#turns += 1;
    const turn = this.#turns;
    this.#host.onReading(null);
    return () => turn === this.#turns;
  }

  async #checkText(text: string, byHand: boolean): Promise<void> {
    if (text.trim() === '') this.#host.onRefused('empty');
    else await this.#host.onInput(gatherInput([inputOfText(text)]), byHand);
  }

  async #read(files: readonly File[], isWanted: () => boolean): Promise<void> {
    const { onRefused, onReading, onInput } = this.#host;
    if (files.length === 0) {
      onRefused('empty-folder');
      return;
    }
    onRefused('');
    onReading({ done: 0, total: files.length });
    const found = await gathered(files, (done, total) => onReading({ done, total }), isWanted);
    if (!isWanted()) return;
    onReading(null);
    await onInput(found, true);
  }
}

/** Reads files with what is loaded for that; without it, none could be read. */
const gathered = (
  files: readonly File[],
  onProgress: (done: number, total: number) => void,
  isWanted: () => boolean,
): Promise<GatheredInput> =>
  import('./gather-files.js').then(
    ({ gatherFiles }) => gatherFiles(files, onProgress, isWanted),
    () =>
      gatherInput(
        [],
        files.map(({ name }) => ({ name, problem: 'unreadable' })),
      ),
  );
