import { absent, type Check, passed, stopped } from './question.js';
import { statusFacts, statusFault } from './status-answers.js';

/** Whether the issuer's status lists could be had, are signed by it, and fit the badge's entries (Bitstring Status List 1.0, 3.2). */
export const statusList: Check = (question) => {
  const facts = statusFacts(question);
  if (facts.length === 0) return absent(question, 'no-status');
  const stop = stopped(question);
  if (stop !== null) return stop;
  return facts.map((fact) => statusFault(fact, question.now)).find((fault) => fault !== null) ?? passed;
};
