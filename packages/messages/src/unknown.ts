import type { UnknownCode } from '@proofmark/schemas';
import type { Words } from './sentence.js';

const LATER = 'Try again later.';

/** What to say when a check has no answer, by its code: what is missing, and never yes or no. */
export const UNKNOWN_WORDS: Readonly<Record<UnknownCode, Words>> = {
  'not-reached': ['We did not get this far.', 'Another question had to be answered first.'],
  'badge-unreachable': [
    'The address did not answer with a badge[ ({host}, status {status})].',
    'The page may be private, gone, or closed to programs in a browser.',
    'Open it yourself, download the badge and check the file.',
  ],
  'unsupported-format': ['We recognise this, but we cannot check it.', 'It may be genuine.', 'Ask the issuer where it can be checked.'],
  'unsupported-vocabulary': [
    'The badge uses a word that we do not know[: “{term}”].',
    'The signature covers what words mean, so we cannot tell whether it fits. The badge may be genuine.',
    'Ask the issuer to use the vocabulary of Open Badges 3.0.',
  ],
  'unsupported-suite': [
    'The badge is signed in a way that we cannot check[ ({suite})].',
    'That is no sign of forgery.',
    'Ask the issuer where it can be checked.',
  ],
  'unsupported-did-method': [
    'The issuer is identified in a way that we cannot look up[ ({method})].',
    'Nobody is shown to have issued the badge, and nobody is shown not to have.',
    'Ask the issuer to confirm it.',
  ],
  'unsupported-status-type': [
    'The badge names a withdrawal list of a kind that we cannot read[ ({type})].',
    'We could not ask whether it was withdrawn.',
    'Ask the issuer.',
  ],
  'unsupported-by-host': [
    'This browser or computer cannot check this kind of signature at the moment[ ({suite})].',
    'That says nothing about the badge.',
    'Load the page again. If that does not help, use a newer browser or the command line.',
  ],
  'issuer-unreachable': [
    'The issuer’s server did not answer[ ({host})].',
    'We need its public key to check the signature.',
    `${LATER} If it stays so, tell the issuer.`,
  ],
  'issuer-not-proven': [
    'Nothing shows that the key belongs to the issuer that the badge names.',
    'Anyone could have made the badge with a key of their own.',
    'Ask the issuer whether it issued this badge.',
  ],
  'key-not-found': [
    'The badge does not say which key signed it, or the key cannot be found.',
    'Without the key the signature cannot be checked.',
    'Ask the issuer to issue it again.',
  ],
  'issuer-document-invalid': [
    'The issuer’s server answered, but not with a key document that we can use[ ({host})].',
    'Without the key the signature cannot be checked.',
    'Tell the issuer.',
  ],
  'status-unreachable': [
    'The issuer’s withdrawal list could not be fetched[ ({host})].',
    'We could not ask whether the badge was withdrawn.',
    LATER,
  ],
  'status-list-invalid': [
    'The issuer’s withdrawal list has a fault[ ({host})].',
    'We could not ask whether the badge was withdrawn.',
    'Tell the issuer.',
  ],
  'status-list-untrusted': [
    'The withdrawal list is not signed by the issuer of the badge[ ({host})].',
    'Someone else could have written it, so we do not rely on it.',
    'Tell the issuer.',
  ],
  'registry-unreachable': [
    'A registry of issuers could not be read[: {registries}].',
    'We do not know whether the issuer is on it.',
    `${LATER} If it stays so, check the address of the registry.`,
  ],
  'domain-unreachable': [
    'The web domain that the issuer claims did not answer[: {domain}].',
    'We do not know whether it confirms the issuer.',
    LATER,
  ],
  'refresh-unreachable': [
    'The place where newer versions are to be had did not answer[ ({host})].',
    'This copy was judged as it is.',
    LATER,
  ],
  'refresh-not-asked': [
    'The badge names a place where a newer version may be had, of a kind that we cannot ask[ ({type})].',
    'This copy was judged as it is.',
    'Ask the person or the issuer for the newest version.',
  ],
  'refresh-invalid': [
    'The place where newer versions are to be had did not answer with one of this badge[ ({host})].',
    'This copy was judged as it is.',
    'If you need the newest version, ask the issuer.',
  ],
  'evidence-not-checked': [
    'The badge names {count|no piece|one piece|# pieces} of work[; {pinned|none is|one is|# are} linked in a version that cannot change].',
    'We did not fetch the work, and did not compare it with what was judged.',
    'Open the work and look at it.',
  ],
  'endorsement-unfinished': ['Endorsements that could be checked to the end: {good} of {count}.', 'Do not count the others.', LATER],
  offline: ['We did not use the network[ ({host})].', 'The question could not be asked.', 'Check again with a connection.'],
  withheld: [
    'The holder may have withheld this.',
    'The badge allows its holder to show only a part of it.',
    'Ask the person for the whole badge.',
  ],
};
