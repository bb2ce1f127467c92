import type { Message } from './compiled/types.js';

/** What a reader is told about one outcome. All of it is plain text: show it as text, never as markup. */
export interface Sentence {
  /** What happened. */
  readonly happened: string;
  /** What it means; empty where the first sentence says it all. */
  readonly means: string;
  /** What to do, and who must do it; empty where nothing is to be done. */
  readonly todo: string;
}

/** The three messages of a sentence before the details are filled in. */
export interface SentenceMessages {
  readonly happened: Message;
  readonly means?: Message;
  readonly todo?: Message;
}
