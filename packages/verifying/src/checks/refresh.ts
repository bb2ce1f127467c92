import { nodesOf } from '../json.js';
import { absent, type Check, stopped } from './question.js';

/** Whether a newer version is to be had (OB 3.0, verification, step "refresh"). The service that the badge names is not asked here. */
export const refresh: Check = (question) => {
  const stop = stopped(question);
  if (stop !== null) return stop;
  return nodesOf(question.credential, 'refreshService').length === 0
    ? absent(question, 'not-present')
    : { outcome: 'unknown', code: 'refresh-not-asked' };
};
