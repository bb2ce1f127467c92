import type { Detail, FailedCode, UnknownCode } from '@proofmark/schemas';
import type { Words } from './sentence.js';

interface Variant {
  readonly code: FailedCode | UnknownCode;
  /** The member of the detail that makes the difference, and its value where any will not do. */
  readonly when: readonly [key: string, value?: string];
  readonly words: Words;
}

const ASK_ISSUER = 'Ask the issuer whether it issued this badge.';
const NOT_ASKED = 'We could not ask whether the badge was withdrawn.';

/** Codes that cover several things which are not the same to a reader. The first that fits is said. */
const VARIANTS: readonly Variant[] = [
  {
    code: 'key-not-valid-then',
    when: ['revoked'],
    words: [
      'The issuer has given up the key that signed the badge, on {revoked}.',
      'Whoever got hold of such a key could sign a badge with any date.',
      'Ask the issuer for a badge signed with its present key.',
    ],
  },
  {
    code: 'key-not-authorised',
    when: ['purpose'],
    words: [
      'The badge bears a signature that was made for something else than issuing badges[ ({purpose})].',
      'It may come from another text, such as a log-in.',
      ASK_ISSUER,
    ],
  },
  {
    code: 'issuer-mismatch',
    when: ['form', 'hosted'],
    words: [
      'The badge stands at an address that is not its issuer’s[: {controller}].',
      'Someone has put it up in another’s name, or the issuer does not say that its badges stand there.',
      ASK_ISSUER,
    ],
  },
  {
    code: 'status-list-invalid',
    when: ['fault', 'stale'],
    words: [
      'The issuer’s withdrawal list is out of date: it counted until {date}.',
      NOT_ASKED,
      'Try again later. If it stays so, tell the issuer.',
    ],
  },
  {
    code: 'status-list-invalid',
    when: ['fault', 'not-yet-valid'],
    words: ['The issuer’s withdrawal list counts only from {date} on.', NOT_ASKED, 'Try again later. If it stays so, tell the issuer.'],
  },
  {
    code: 'status-list-invalid',
    when: ['fault', 'too-short'],
    words: [
      'The issuer’s withdrawal list is so short that asking it would tell who is asked about.',
      'Such a list does not follow the standard, so we do not rely on it.',
      'Tell the issuer.',
    ],
  },
  {
    code: 'evidence-changed',
    when: ['related'],
    words: [
      'A document that the badge binds to itself is another one now: {related}.',
      'What that document says today is not what was signed.',
      'Rely on nothing that it says, and tell the issuer.',
    ],
  },
  {
    code: 'evidence-not-checked',
    when: ['matching'],
    words: [
      'The badge names {count|no piece|one piece|# pieces} of work; {matching|none was found|one was found|# were found} to be what was judged.',
      'About the rest we could not say[; {private|none|one piece is|# pieces are} private].',
      'Open the work and look at it.',
    ],
  },
  {
    code: 'badge-unreachable',
    when: ['status', '404'],
    words: [
      'There is nothing at this address[ ({host})].',
      'It may be mistyped or cut off, or the badge is no longer there.',
      'Copy the whole address again, or ask the person for the badge file.',
    ],
  },
];

/** The words for a code that means several things, by what its detail says; undefined where there is only one. */
export function variantOf(code: string, detail: Detail | undefined): Words | undefined {
  const fits = ({ when: [key, value] }: Variant): boolean => {
    const found = detail !== undefined && Object.hasOwn(detail, key) ? detail[key] : undefined;
    return found !== undefined && (value === undefined || String(found) === value);
  };
  return VARIANTS.find((variant) => variant.code === code && fits(variant))?.words;
}
