import type { CheckId, FailedCode, NotApplicableReason, UnknownCode } from '@proofmark/schemas';
import type { Words } from './sentence.js';

/** Sentences for a code that means something else in one check than in the others. */
export const OVERRIDES: Readonly<Partial<Record<`${CheckId}/${FailedCode | UnknownCode | NotApplicableReason}`, Words>>> = {
  'format/offline': [
    'We did not use the network[ ({host})], so we could not fetch the badge from its address.',
    '',
    'Check again with a connection, or choose the badge file.',
  ],
  'format/unsupported-by-host': [
    'This browser could not load what it needs to read this kind of file.',
    'That says nothing about the badge.',
    'Load the page again with a connection, and choose the file once more.',
  ],
  'status-list/offline': [
    'We did not use the network[ ({host})].',
    'We could not ask whether the badge was withdrawn.',
    'Check again with a connection.',
  ],
  'revoked/offline': [
    'We did not use the network[ ({host})].',
    'We could not ask whether the badge was withdrawn.',
    'Check again with a connection.',
  ],
  'suspended/offline': [
    'We did not use the network[ ({host})].',
    'We could not ask whether the badge is suspended.',
    'Check again with a connection.',
  ],
  'issuer-resolved/offline': [
    'We did not use the network[ ({host})].',
    'We need the issuer’s public key to check the signature.',
    'Check again with a connection.',
  ],
  'issuer-domain/offline': [
    'We did not use the network[ ({host})].',
    'We do not know whether the web domain that the issuer claims confirms it.',
    'Check again with a connection.',
  ],
  'issuer-domain/unsupported-suite': [
    'The web domain {domain} says that the issuer is its own, in a way that we cannot check[ ({suite})].',
    'We do not know whether it confirms the issuer.',
  ],
  'signature/badge-unreachable': [
    'The issuer’s server did not answer with this badge[ ({host}, status {status})].',
    'This kind of badge is not signed; only the issuer’s server can vouch for it.',
    'Try again later. If it stays so, ask the issuer.',
  ],
  'signature/offline': [
    'We did not use the network[ ({host})].',
    'This kind of badge is not signed; only the issuer’s server can vouch for it.',
    'Check again with a connection.',
  ],
  'schema/badge-unreachable': [
    'A part of the badge could not be had[ ({host}, status {status})].',
    'What it was given for stands there.',
    'Try again later. If it stays so, ask the issuer.',
  ],
  'status-list/hosted': ['Badges of this older kind need no withdrawal list: a withdrawn one is withdrawn at its own address.'],
  'suspended/hosted': ['Badges of this older kind cannot be suspended.'],
  'valid-until/may-be-withheld': [
    'The badge shows no end date, but its holder may have left one out.',
    'This kind of badge lets its holder show only a part.',
    'Ask the person for the whole badge.',
  ],
  'status-list/may-be-withheld': [
    'The badge shows no withdrawal list, but its holder may have left one out.',
    'This kind of badge lets its holder show only a part.',
    'Ask the person for the whole badge.',
  ],
  'revoked/may-be-withheld': [
    'The badge shows no withdrawal list, so nobody can see from it whether it was withdrawn; its holder may have left one out.',
    'This kind of badge lets its holder show only a part.',
    'Ask the person for the whole badge.',
  ],
  'suspended/may-be-withheld': [
    'The badge shows no list of suspended badges, but its holder may have left one out.',
    'This kind of badge lets its holder show only a part.',
    'Ask the person for the whole badge.',
  ],
  'evidence/may-be-withheld': [
    'The badge shows no work, but its holder may have left some out.',
    'This kind of badge lets its holder show only a part.',
    'Ask the person for the whole badge.',
  ],
  'suspended/no-status': ['The issuer publishes no list of suspended badges for this one.'],
  'recipient/not-present': [
    'The badge does not say whose it is in a way that can be compared.',
    '',
    'Ask the person to show that it is theirs.',
  ],
  'recipient/not-asked': ['You did not ask whether the badge is this person’s.', '', 'Enter the e-mail address that they gave you.'],
  'evidence/not-present': ['No work is attached to this badge.', 'It states an achievement; it does not show it.'],
  'endorsements/not-present': ['Nobody vouches for this badge inside it.'],
  'refresh/offline': [
    'We did not use the network[ ({host})].',
    'There may be a newer version; this copy was judged as it is.',
    'Check again with a connection.',
  ],
  'refresh/not-present': ['The badge names no place for newer versions.'],
};
