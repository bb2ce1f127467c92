import {
  ASSESSMENT_ID,
  BADGE,
  CREDENTIAL_ID,
  ENDORSEMENT_ID,
  ISSUER_ID,
  type Members,
  member,
  PERSON_ID,
  seldom,
  seldomTime,
  time,
  WORK,
} from './member.js';

const COMMENT = 'I read every line and asked Ada about it.';

export const ASSESSMENTS: Members = {
  NamedPerson: {
    id: member('The id of the person: a UUID.', PERSON_ID),
    name: member('Their name; null of somebody who is not known here any more.', 'Grace Hopper'),
  },
  AssessedWork: {
    url: member('Where the work is, as the badge names it; null where it names no address.', WORK),
    name: member('What the badge calls it; null for nothing.', 'To-do API'),
    description: member('What the badge says of it; null for nothing.', 'An HTTP API of five resources.'),
  },
  Assessment: {
    id: member('The id of the assessment: a UUID.', ASSESSMENT_ID),
    issuerId: member('Whose badge it is.', ISSUER_ID),
    credentialId: member('The badge.', CREDENTIAL_ID),
    state: member('`waiting` for an assessor; or what one decided: `endorsed` or `sent-back`.', 'waiting'),
    credential: member('The badge as lists show it.'),
    work: member('The work behind the badge, as the badge names it.'),
    asked: member(
      '`by-achievement`: its achievement wants an assessment of every badge. `by-hand`: somebody asked for this one.',
      'by-hand',
    ),
    askedBy: member('Who issued the badge, or asked by hand; null where an API key did.'),
    note: member('What who asked by hand wrote to the assessors; null for nothing.', 'Please look at the tests first.'),
    decidable: member(
      'Whether the person who asks may decide it: it waits, the badge stands and is not their own, and they neither issued it nor asked for it. false for API keys.',
      true,
    ),
    createdAt: time('Since when it waits, or waited.'),
    decidedAt: seldomTime('When it was decided; null while it waits.'),
    decidedBy: { description: 'Who decided it; null while it waits.', shown: null },
    reason: seldom('Why it was sent back.', 'The link leads to another repository.'),
    endorsement: { description: 'What was signed, once it was endorsed.', shown: null },
    'endorsement.id': member('The id of the endorsement: a UUID.', ENDORSEMENT_ID),
    'endorsement.url': member('Where everybody can read it.', `${BADGE}/endorsements/${ENDORSEMENT_ID}`),
    'endorsement.comment': member('What the assessor says, in Markdown.', COMMENT),
  },
  AssessmentOfExport: {
    state: member('`waiting` for an assessor; or what one decided: `endorsed` or `sent-back`.', 'sent-back'),
    note: seldom('What who asked by hand wrote to the assessors; null for nothing.', 'Please look at the tests first.'),
    createdAt: time('Since when it waits, or waited.'),
    decidedAt: seldomTime('When it was decided; null while it waits.'),
    decidedBy: { description: 'Who decided it; null while it waits.', shown: null },
    reason: seldom('Why it was sent back.', 'The link leads to another repository.'),
  },
  AskForAssessment: {
    note: member(
      'For the assessors, at most 2000 characters. It is not published, and is in the export of the learner’s data.',
      'Please look at the tests first.',
    ),
  },
  EndorseAssessed: { comment: member('What you say of the badge, for everybody to read: Markdown, at most 10,000 characters.', COMMENT) },
  SendBack: {
    reason: member(
      'Why you do not vouch for it, at most 2000 characters: for the people of the issuer, and in the export of the learner’s data.',
      'The link leads to another repository.',
    ),
  },
};
