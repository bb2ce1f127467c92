import { absent, type Check, passed, stopped } from './question.js';
import { statusFacts, statusFault, statusMessages } from './status-answers.js';

/** Whether the issuer's status lists could be had, are signed by it, and fit the badge's entries (Bitstring Status List 1.0, 3.2). */
export const statusList: Check = (question) => {
  const stop = stopped(question);
  const facts = statusFacts(question);
  if (stop !== null) return stop;
  const fault = facts.map((fact) => statusFault(fact, question)).find((outcome) => outcome !== null);
  if (fault !== undefined && fault !== null) return fault;
  const messages = statusMessages(question);
  if (facts.length === 0 && messages.length === 0) return absent(question, 'no-status');
  return messages.length === 0 ? passed : { outcome: 'passed', detail: { messages } };
};
