import { english } from './en.js';
import type { Texts } from './texts.js';

/** A sentence for each code that often decides a verdict, in English. Loaded for the first report that needs one which is not at hand. */
export const reasons: Texts['reasons'] = {
  ...english.reasons,
  restructured: 'It was rearranged after it was signed.',
  'signature-invalid': 'It was changed after it was signed, or never signed by this key.',
  'no-proof': 'It is not signed; anyone could have written it.',
  'issuer-mismatch': 'It was signed by someone other than the issuer that it names.',
  'key-not-authorised': 'The issuer does not list this key as one that may sign badges.',
  'claim-mismatch': 'The envelope of the badge contradicts its content.',
  'not-a-badge': 'This is not a badge.',
  'issuer-unreachable': 'The issuer’s server did not answer[ ({host})], so the signature could not be checked.',
  'issuer-not-proven': 'Nothing shows that the key belongs to the issuer that the badge names.',
  'unsupported-suite': 'It is signed in a way that we cannot check[ ({suite})].',
  'unsupported-vocabulary': 'It uses words that we do not know[ (“{term}”)].',
  offline: 'We did not use the network.',
};
