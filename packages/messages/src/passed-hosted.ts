import type { CheckId } from '@proofmark/schemas';
import type { Words } from './sentence.js';

/** What to say when a check passed for a badge that is not signed, but read at the issuer's own address (Open Badges 2.0). */
export const HOSTED_WORDS: Readonly<Partial<Record<CheckId, Words>>> = {
  'issuer-resolved': ['The issuer’s own page about itself was found.'],
  'issuer-binding': [
    'The badge stands at an address of the issuer that it names.',
    'This does not show that the name and logo are really theirs.',
  ],
  revoked: ['The issuer still publishes the badge, and does not say that it was withdrawn.'],
};
