import type { CheckId, FailedCode, Outcome, UnknownCode, Verdict } from '@proofmark/schemas';

/** Headline, what it means, and what to do about it (empty where nothing is to be done). */
export type VerdictWords = readonly [title: string, means: string, todo: string];

/** One of the four lines about a piece of work: its name, and what it does not show. */
export type LineWords = readonly [name: string, limit: string];

/**
 * All that the card says, in one language. `{x}` is filled in, `{x|none|one|# of them}` is a number in words, and `[…]` goes when a
 * value in it is not known. `reasons` holds one sentence for each code that often decides a verdict; for others the verdict's own stands.
 */
export interface Texts {
  /** The language of these texts, as a BCP 47 tag. */
  readonly lang: string;
  readonly checking: string;
  readonly check: string;
  readonly again: string;
  readonly askAgain: string;
  readonly notLoaded: string;
  readonly internal: string;
  readonly untitled: string;
  readonly recipient: string;
  readonly work: string;
  readonly noWork: string;
  readonly moreWork: string;
  readonly unnamedWork: string;
  readonly opens: string;
  readonly noLink: string;
  readonly checkWork: string;
  readonly limits: string;
  readonly lines: readonly [pinned: LineWords, sameBytes: LineWords, kept: LineWords, theirs: LineWords];
  readonly answers: Readonly<Record<'yes' | 'no' | 'not-checked' | 'matches' | 'changed' | 'gone' | 'private', string>>;
  readonly issuer: string;
  readonly issuerSays: string;
  readonly badgeSays: string;
  readonly issuerSilent: string;
  readonly keyAt: string;
  readonly keyUnproven: string;
  readonly domainProven: string;
  readonly knownBy: string;
  readonly listed: string;
  readonly since: string;
  readonly until: string;
  readonly noEnd: string;
  readonly checkedAt: string;
  readonly checks: string;
  readonly decided: string;
  readonly notes: string;
  readonly claimed: string;
  readonly unconfirmed: string;
  readonly independent: string;
  readonly page: string;
  readonly verdicts: Readonly<Record<Verdict, VerdictWords>>;
  /** Headline in place of the one for `no-longer-current` where the badge is not valid yet. */
  readonly notYet: string;
  readonly confirmedBy: string;
  readonly noStatus: string;
  readonly reasons: Readonly<Partial<Record<FailedCode | UnknownCode, string>>>;
}

/** Names of checks and words of outcomes, for the folded list. English has them in `@proofmark/messages`. */
export interface CheckTexts {
  readonly names: Readonly<Record<CheckId, string>>;
  readonly outcomes: Readonly<Record<Outcome['outcome'], string>>;
}
