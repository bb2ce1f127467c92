import type { FailedCode, UnknownCode, Verdict } from '@proofmark/schemas';
import type { Authorship, Capture, EvidenceAge } from '@proofmark/schemas/evidence';
import type {
  Card,
  CardBlock,
  CardMore,
  CardShort,
  CardWithheld,
  CardWork,
  CheckNames,
  Message,
  Notes,
  Verdicts,
  WorkLines,
} from '../compiled/types.js';
import type { CheckLanguage } from '../describing/check.js';

/** What the card of a badge says before it is unfolded, in one language. */
export interface FoldedTexts extends Omit<Card, 'reasons'> {
  /** The language of these texts, as a BCP 47 tag. */
  readonly lang: string;
  readonly headlines: Verdicts & { readonly titles: Readonly<Record<Verdict, string>> };
  /** One sentence for each code that often decides a verdict; for others the verdict's own sentence stands. */
  readonly reasons: Readonly<Partial<Record<FailedCode | UnknownCode, Message>>>;
  /** What is said of members that the holder may have left out; only there for a report that needs it. */
  readonly withheld?: CardWithheld;
}

/** What an unfolded card says besides. */
export interface MoreTexts extends CardMore, WorkLines {}

/** All that the card of a badge says in one language. */
export interface Texts extends FoldedTexts, MoreTexts {}

/** What is said of the work when it was looked at again, in one language. */
export interface WorkTexts extends CardWork {
  readonly methods: CardWork['methods'] & Readonly<Record<Authorship['method'], Message>>;
  readonly copies: CardWork['copies'] & Readonly<Record<Capture['state'], unknown>>;
  readonly ages: CardWork['ages'] & Readonly<Record<EvidenceAge, string>>;
}

/** What is said of checks in one language, for the unfolded list of them. */
export interface CheckSentences {
  readonly verdicts: CheckLanguage;
  readonly names: CheckNames;
  readonly notes: Notes;
}

/** A verdict, or what decided it, in two or three words: for a badge inside of a text. */
export interface ShortTexts extends CardShort, Readonly<Record<Verdict, string>> {}

/** What is said of several badges together. */
export interface BlockTexts extends CardBlock {
  readonly counts: CardBlock['counts'] & Readonly<Record<Verdict, (d: { count: number }) => string>>;
}
