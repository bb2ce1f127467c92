import type { CheckId, FailedCode, UnknownCode, Verdict } from '@proofmark/schemas';

/** "Now" for every vector. */
export const AT = '2027-03-01T12:00:00Z';

/** The checks that decided, each with its code; for a genuine badge, those that carried it. */
export type Because = Readonly<Partial<Record<CheckId, FailedCode | UnknownCode | 'passed'>>>;

/** One case: a file, what the reader wants to know, and what the verifier has to answer. */
export interface Case {
  /** `group/name.ext`, a file in `badges/`. */
  readonly file: string;
  /** What this is, and why the answer is right. */
  readonly sentence: string;
  readonly verdict: Verdict;
  readonly because: Because;
  /** Of the command line: 0 genuine, 1 not genuine, 2 unfinished or unreadable. */
  readonly exit: 0 | 1 | 2;
  /** Checks that do not decide the verdict and matter here. */
  readonly also?: Readonly<Partial<Record<CheckId, string>>>;
  /** Verdicts of the credentials inside, in their order. */
  readonly contained?: readonly Verdict[];
  /** The e-mail address that is asked about. */
  readonly recipient?: string;
  /** Issuers that the reader trusts: DIDs or domains. */
  readonly trusted?: readonly string[];
}

/** A case with the content of its file. */
export interface Vector extends Case {
  readonly content: string | Uint8Array;
}

type Told = Omit<Vector, 'file' | 'content' | 'sentence' | 'exit' | 'verdict'>;

/** What carries a badge with an embedded proof and no end, as long as nothing else is said. */
export const CARRIED: Because = {
  format: 'passed',
  shape: 'passed',
  schema: 'passed',
  'issuer-resolved': 'passed',
  'issuer-binding': 'passed',
  'key-authorised': 'passed',
  signature: 'passed',
  'valid-from': 'passed',
};

const EXITS: Readonly<Record<Verdict, 0 | 1 | 2>> = {
  'genuine-issuer-confirmed': 0,
  'genuine-issuer-unknown': 0,
  'no-longer-current': 1,
  test: 1,
  'do-not-rely': 1,
  unfinished: 2,
  unreadable: 2,
};

/** A vector whose exit code follows from its verdict. JSON is written with indentation, to be read. */
export function vector(
  file: string,
  sentence: string,
  content: object | string | Uint8Array,
  verdict: Verdict,
  told: Told & { readonly exit?: 0 | 1 | 2 },
): Vector {
  const text = typeof content === 'string' || content instanceof Uint8Array ? content : `${JSON.stringify(content, null, 2)}\n`;
  return { file, sentence, content: text, verdict, exit: EXITS[verdict], ...told };
}

/** A genuine badge. */
export function genuine(file: string, sentence: string, content: object | string | Uint8Array, told: Partial<Told> = {}): Vector {
  return vector(file, sentence, content, 'genuine-issuer-unknown', { because: CARRIED, ...told });
}

/** A badge that must not be relied on. */
export function refused(file: string, sentence: string, content: object | string | Uint8Array, because: Because): Vector {
  return vector(file, sentence, content, 'do-not-rely', { because });
}

/** A badge of which something could not be found out. */
export function unfinished(file: string, sentence: string, content: object | string | Uint8Array, because: Because): Vector {
  return vector(file, sentence, content, 'unfinished', { because });
}

/** No badge. */
export function unreadable(file: string, sentence: string, content: object | string | Uint8Array, because: Because): Vector {
  return vector(file, sentence, content, 'unreadable', { because });
}
