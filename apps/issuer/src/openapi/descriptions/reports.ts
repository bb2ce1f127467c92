import { CREDENTIAL_ID, ISSUER_ID, type Members, member, REPORT_ID, seldom, seldomTime, time } from './member.js';

export const REPORTS: Members = {
  IssuerReport: {
    id: member('The id of the report: a UUID.', REPORT_ID),
    issuerId: member('The issuer that was reported.', ISSUER_ID),
    credentialId: seldom('The badge on whose page it was reported; null where that was another page.', CREDENTIAL_ID),
    reason: member('What is wrong: one of a short list.', 'impersonation'),
    text: seldom('What they wrote; null where they wrote nothing, and once it was forgotten.', 'This is not our school.'),
    email: seldom(
      'Where they want to be answered; null where they gave nothing, and once it was forgotten.',
      'registrar@riverside.example',
    ),
    state: member('`open`, or what you decided: `dismissed` or `acted`.', 'open'),
    createdAt: time('When it came.'),
    decidedAt: seldomTime('When it was decided; null while it is open.'),
  },
  DecideReport: {
    decision: member('`dismissed`: nothing is wrong. `acted`: you did something about it, such as to suspend the issuer.', 'dismissed'),
  },
};
