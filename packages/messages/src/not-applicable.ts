import type { CheckId, NotApplicableReason } from '@proofmark/schemas';
import type { Words } from './sentence.js';

/** What to say when a question does not arise, by its reason. */
export const REASON_WORDS: Readonly<Record<NotApplicableReason, Words>> = {
  'not-asked': ['You did not ask this.'],
  'not-present': ['The badge has none.'],
  'no-status': [
    'The issuer publishes no withdrawal list for this badge.',
    'Nobody can see from it whether it was withdrawn. That is not the same as “not withdrawn”.',
  ],
  'no-expiry': ['The badge has no end date.'],
  'not-a-jwt': ['The badge has no envelope that could contradict it.'],
  'earlier-check-failed': ['Not looked at, since the badge did not pass an earlier check.'],
  'no-trust-list': ['You gave no list of issuers that you trust.', 'Whether you know this issuer is for you to say.'],
  'may-be-withheld': [
    'The badge shows none, and its holder may have withheld it.',
    'This kind of badge lets its holder show only a part.',
    'Ask the person for the whole badge.',
  ],
  hosted: ['This kind of badge is not signed.', 'It is what the issuer’s own server says about it now.'],
  'no-linked-domain': ['The issuer proves no web domain of its own.[ It has an account at {platform}; anyone may have one.]'],
};

/** What to say when a check passed: what was looked at, and what that does not show. */
export const PASSED_WORDS: Readonly<Record<CheckId, Words>> = {
  format: ['This is an Open Badge[, of the older standard {standard}].'],
  shape: ['Everything stands where it belongs.', 'Nothing in the badge is hidden from those who read it.'],
  schema: ['The badge follows the Open Badges standard.'],
  'issuer-resolved': ['The issuer’s public key was found.'],
  'issuer-binding': ['The key belongs to the issuer that the badge names.', 'This does not show that the name and logo are really theirs.'],
  'key-authorised': ['The issuer lets this key sign badges.'],
  signature: ['The badge is unchanged since it was signed.', 'This does not show that what it says is true.'],
  claims: ['Envelope and content say the same.'],
  'valid-from': ['The badge is valid already.'],
  'valid-until': ['The badge is valid until {date}.'],
  refresh: ['This is the newest version[: the issuer has renewed the badge as of {newer}, and the new one was judged].'],
  'status-list': ['The issuer’s withdrawal list could be read.[ The issuer adds: “{messages}”.]'],
  revoked: ['The badge is not on the issuer’s withdrawal list.'],
  suspended: ['The badge is not suspended.'],
  'issuer-domain': [
    'The issuer holds the web domain {domain}.[ It also holds {others}.][ It claims {unproven} too, which is not proved.]',
    'The domain names the issuer, and the issuer names the domain.',
  ],
  'issuer-trusted': [
    'The issuer is known to you[: {entry} is on your list].[ {registry} lists it.][ Its name there is “{name}”.][ Could not be read: {unread}.]',
    'This is who the issuer is; it does not say how good the badge is.',
  ],
  recipient: ['The badge was issued to this address.', 'This does not show that the person before you is its owner.'],
  evidence: [
    '{count|The work is|The piece of work is|All # pieces of work are} what was judged.',
    'That nothing changed does not show who made it.',
  ],
  endorsements: ['{count|No endorsement is there.|The endorsement is genuine.|All # endorsements are genuine.}'],
};
