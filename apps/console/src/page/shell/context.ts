import type { ConsoleTexts, Language } from '@proofmark/messages/console';
import type { Issuer, Me, Organisation, Scope } from '@proofmark/schemas/api';
import type { Toast } from '@proofmark/ui';
import type { TemplateResult } from 'lit';
import type { Answer, Ask } from '../api.js';
import type { Waiting } from './waiting.js';

/** A question that comes before an act. */
export interface Question {
  readonly title: string;
  /** What will happen, and whether it can be undone. */
  readonly text: string | TemplateResult;
  /** The words on the button that does it. */
  readonly yes: string;
  /** An act that cannot be undone: the word that has to be typed before the button works. */
  readonly word?: string;
}

/** What every screen works with: who is there, for whom they work, and what the frame does for it. */
export interface ConsoleContext {
  readonly me: Me;
  readonly organisation: Organisation;
  /** All issuers of the organisation, by name. */
  readonly issuers: readonly Issuer[];
  /** The one that is worked for; null where the organisation has none yet. */
  readonly issuer: Issuer | null;
  /** What waits for this person to decide; null while that is not known, and where they decide nothing. */
  readonly waiting: Waiting | null;
  readonly lang: Language;
  /** The words of the frame, and of what all screens have. */
  readonly texts: ConsoleTexts;
  /** Whether the role of the person has it. The service decides; this only leaves out what it would refuse. */
  may(scope: Scope): boolean;
  /** Asks the API for the organisation that is worked for. A session that has ended is told by the frame, over what was typed. */
  readonly ask: Ask;
  /** Asks for a file, and hands it to the person. */
  download(path: string, accept: string, name: string): Promise<Answer<Blob>>;
  /** A link to a screen of the issuer that is worked for. */
  href(path: string, query?: Readonly<Record<string, string>> | URLSearchParams): string;
  /** Opens a screen. `replace`: Back does not return to this one. */
  go(path: string, query?: Readonly<Record<string, string>> | URLSearchParams, options?: { readonly replace?: boolean }): void;
  /** Chooses the language of the console, for this browser. */
  speak(lang: Language): void;
  /** Tells what became of an act. */
  say(toast: Toast): void;
  /** Asks before an act; true for yes. */
  confirm(question: Question): Promise<boolean>;
  /** Reads issuers and roles anew, after an act that changes them. */
  refresh(): Promise<void>;
  /** Counts anew what waits, after a decision. */
  recount(): Promise<void>;
}
