import { absence, type Check, integrityBlock, passed } from './check-context.js';
import { statusFacts, statusFault, statusMessages } from './status-answers.js';

/** Whether the issuer's status lists could be had, are signed by it, and fit the badge's entries (Bitstring Status List 1.0, 3.2). */
export const statusList: Check = (context) => {
  const stop = integrityBlock(context);
  const facts = statusFacts(context);
  if (stop !== null) return stop;
  const fault = facts.map((fact) => statusFault(fact, context)).find((outcome) => outcome !== null);
  if (fault !== undefined && fault !== null) return fault;
  const messages = statusMessages(context);
  if (facts.length === 0 && messages.length === 0) return absence(context, 'no-status');
  return messages.length === 0 ? passed : { outcome: 'passed', detail: { messages } };
};
