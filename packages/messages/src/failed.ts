import type { FailedCode } from '@proofmark/schemas';
import type { Words } from './sentence.js';

const ISSUER_COPY = 'Ask the person for the badge again, or look it up at the issuer.';

/** What to say when a check failed, by its code. */
export const FAILED_WORDS: Readonly<Record<FailedCode, Words>> = {
  'not-a-badge': ['This is not a badge.', '', 'Use the address of the badge, or its file.'],
  malformed: [
    'The text cannot be read in one way only.',
    'It is damaged, or it was made so that two programs see two different badges.',
    ISSUER_COPY,
  ],
  restructured: [
    'The badge was rearranged after it was signed[: “{term}” stands where it must not].',
    'Rearranging can hide that a badge has expired or was withdrawn, while the signature still fits.',
    `Do not rely on this copy. ${ISSUER_COPY}`,
  ],
  'limit-exceeded': [
    'It is larger or more deeply nested than any honest badge.',
    'We stop there, so that no file can block the check.',
    ISSUER_COPY,
  ],
  'schema-violation': [
    'The badge does not follow the standard[: {expected} expected at {pointer}].',
    'Its maker left something out or wrote it in the wrong place.',
    'The issuer has to correct it and issue it again.',
  ],
  'no-proof': ['The badge is not signed.', 'Anyone could have written it.', 'Ask the issuer for a signed badge.'],
  'signature-invalid': [
    'The signature does not fit the text.',
    'The badge was changed after it was signed, or it was never signed by this key.',
    `Do not rely on anything that it says. ${ISSUER_COPY}`,
  ],
  'issuer-missing': ['The badge names no issuer.', 'Nobody stands behind it.', 'Ask the person who issued it, and ask there.'],
  'issuer-mismatch': [
    'The badge was signed with the key of someone other than the issuer it names[: {controller}].',
    'Someone has issued it in another’s name, or the issuer has set up its keys wrongly.',
    'Ask the issuer whether it issued this badge.',
  ],
  'key-not-authorised': [
    'The issuer does not list this key as one that may sign badges.',
    'The key is someone else’s, serves another purpose, or the issuer has removed it.',
    'Ask the issuer whether it issued this badge.',
  ],
  'key-not-valid-then': [
    'The key was no longer valid when the badge was signed[: it ended on {until}].',
    'Someone else may have used it.',
    'Ask the issuer for a badge signed with its present key.',
  ],
  'claim-mismatch': [
    'The envelope of the badge contradicts its content[: {claim}].',
    'Programs that read the one would see another badge than those that read the other.',
    'The issuer has to issue it again.',
  ],
  'claim-missing': [
    'The envelope of the badge lacks something that the standard requires[: {claim}].',
    'It does not say for whom, by whom or from when it counts.',
    'The issuer has to issue it again.',
  ],
  'not-yet-valid': ['The badge is not valid yet[: it begins on {date}].', '', 'Check it again then.'],
  expired: ['The badge was valid until {date}.', 'It may still show what was true until then.', 'Ask the person whether it was renewed.'],
  revoked: [
    'The issuer has withdrawn this badge[, on {date}].[ Its reason: “{reason}”.]',
    'It does not count any more.',
    'Ask the person or the issuer why.',
  ],
  suspended: [
    'The issuer has suspended this badge[, on {date}].[ Its reason: “{reason}”.]',
    'It does not count for now.',
    'Ask the issuer, or check again later.',
  ],
  'recipient-mismatch': [
    'The badge was not issued to this address.',
    'It may belong to someone else, or the person used another address.',
    'Ask the person which address they used with the issuer.',
  ],
  'evidence-changed': [
    'The work has changed since the badge was issued[: {changed|none|one piece|# pieces} of what the badge names].',
    'What you see now is not what was judged.',
    'Ask the person for the version that was judged.',
  ],
  'evidence-gone': [
    'The work is no longer where the badge says[: {gone|none|one piece is|# pieces are} gone].',
    'It cannot be compared with what was judged.',
    'Ask the person for a copy.',
  ],
  'endorsement-failed': [
    'Endorsements that do not hold: {bad} of {count}.',
    'An endorsement is a statement of its own; the badge may be genuine all the same.',
    'Read only those that are marked as genuine.',
  ],
  'domain-mismatch': [
    'The issuer claims the web domain {domain}, which does not confirm it.',
    'Do not take the owner of that domain for the issuer.',
    'The issuer has to set up its domain, or to give up the claim.',
  ],
  'issuer-not-listed': ['The issuer is not on your list.', 'That says nothing against it.', 'Decide whether you know and trust it.'],
};
