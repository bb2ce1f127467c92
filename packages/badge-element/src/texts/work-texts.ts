import type { Authorship, KeptCopy, WorkAge } from '@proofmark/schemas/work';

/** What is said of the work when it was looked at again, in one language. `{x}` is filled in, and `[…]` goes when a value in it is not known. */
export interface WorkTexts {
  readonly lang: string;
  readonly looking: string;
  /** What became of it: all pieces are what was judged; so many have changed, are gone; nothing certain; this browser could not look. */
  readonly said: Readonly<Record<'passed' | 'changed' | 'gone' | 'open' | 'failed', string>>;
  /** A document that the badge binds to itself is another one now. */
  readonly related: string;
  readonly methods: Readonly<Record<Authorship['method'], string>>;
  readonly share: string;
  readonly copies: Readonly<Record<KeptCopy['state'], string>>;
  /** The issuer, as somebody who keeps copies. */
  readonly issuer: string;
  readonly openCopy: string;
  /** What the issuer's server says of its own last look. */
  readonly lastLook: string;
  readonly ages: Readonly<Record<WorkAge, string>>;
  readonly changedAt: string;
  readonly also: string;
}

/** Each language is a file of its own, which is loaded when a reader looks at the work. */
const LANGUAGES: Readonly<Record<string, () => Promise<{ readonly workTexts: WorkTexts }>>> = {
  en: () => import('./work/en.js'),
  de: () => import('./work/de.js'),
  es: () => import('./work/es.js'),
  fr: () => import('./work/fr.js'),
  nl: () => import('./work/nl.js'),
};

/** The texts in the language of a card. Rejects when this host cannot load them. */
export async function workTextsFor(lang: string): Promise<WorkTexts> {
  const load = (Object.hasOwn(LANGUAGES, lang) ? LANGUAGES[lang] : undefined) ?? LANGUAGES.en!;
  return (await load()).workTexts;
}
