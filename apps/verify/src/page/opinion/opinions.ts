import type { DocumentSource, VerifyInput } from '@proofmark/verifying';
import type { Opinion } from './ask-opinions.js';

/** What became of the question: nobody has asked, it is under way, the answers, or the libraries could not be asked. */
export type OpinionState = 'not-asked' | 'asking' | 'failed' | readonly Opinion[];

/** A library that takes longer is given up. */
const PATIENCE = 20_000;

/** Second opinions about the badges of one input. They stand beside the verdicts, and change none. */
export class Opinions {
  readonly #states = new Map<number, OpinionState>();
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  of(key: number): OpinionState {
    return this.#states.get(key) ?? 'not-asked';
  }

  /** Loads the libraries, which nobody needs before, and asks them. */
  async ask(key: number, input: VerifyInput, documents: DocumentSource): Promise<void> {
    this.#set(key, 'asking');
    const late = new Promise<'failed'>((resolve) => setTimeout(() => resolve('failed'), PATIENCE));
    // A library of others may fail in any way; the verdict rests on none of them.
    const asked = import('./ask-opinions.js').then(({ askOpinions }) => askOpinions(input, documents)).catch((): 'failed' => 'failed');
    this.#set(key, await Promise.race([asked, late]));
  }

  #set(key: number, state: OpinionState): void {
    this.#states.set(key, state);
    this.#onChange();
  }
}
