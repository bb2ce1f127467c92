import type { Authorship, Capture } from '@proofmark/schemas/evidence';
import { count, instant, knownOf, object, oneOf, orNull, type Reading, text } from './reading.js';

const KEEPERS = ['issuer', 'software-heritage', 'wayback'] as const;
const METHODS = ['token', 'did', 'signed-commit', 'linked-account', 'assessor'] as const;
const MOST = 50;

const keptCopy: Reading<Capture> = (value) => {
  const its = object(value);
  return {
    by: oneOf(KEEPERS)(its('by')),
    url: orNull(text)(its('url')),
    state: oneOf(['kept', 'requested', 'failed'])(its('state')),
    at: instant(its('at')),
    digestSRI: orNull(text)(its('digestSRI')),
  };
};

const share: Reading<{ readonly commits: number; readonly of: number }> = (value) => {
  const its = object(value);
  return { commits: count(its('commits')), of: count(its('of')) };
};

const authorship: Reading<Authorship> = (value) => {
  const its = object(value);
  return { method: oneOf(METHODS)(its('method')), by: text(its('by')), at: instant(its('at')), share: orNull(share)(its('share')) };
};

export const keptCopies: Reading<readonly Capture[]> = knownOf('by', KEEPERS, keptCopy, MOST);
export const authorships: Reading<readonly Authorship[]> = knownOf('method', METHODS, authorship, MOST);
