import {
  ACHIEVEMENT_ID,
  BADGE,
  CREDENTIAL_ID,
  ISSUER_ID,
  JWT,
  type Member,
  type Members,
  member,
  OTHER_CREDENTIAL_ID,
  seldom,
  seldomTime,
  time,
} from './member.js';

/** What a request to issue and one to renew have in common. */
const ISSUE: Readonly<Record<string, Member>> = {
  evidence: member('The work, at most 20 pieces. The service reads each link and pins what it finds.'),
  author: member('Addresses, keys and accounts under which the recipient works, beside their own e-mail address.'),
  keep: member('What is to be kept of the work; only its link and digest when absent.'),
  results: member('What was achieved, such as a grade: at most 50.'),
  narrative: member('What ties the pieces of work together, in Markdown, at most 10,000 characters.', 'Built over six weeks, alone.'),
  validFrom: member('From when the badge is valid; now when absent. ISO 8601 with a time zone.', '2026-12-01T00:00:00Z'),
  validUntil: member(
    'Until when it is valid; as long as the achievement says when absent. ISO 8601 with a time zone, after `validFrom`.',
    '2028-12-01T00:00:00Z',
  ),
};

export const SUMMARY: Readonly<Record<string, Member>> = {
  id: member('The id of the badge in this API: a UUID.', CREDENTIAL_ID),
  url: member('The public address of the badge, which is also its `id` in the signed document.', BADGE),
  issuerId: member('The issuer whose badge it is.', ISSUER_ID),
  achievementId: member('What was earned.', ACHIEVEMENT_ID),
  achievementName: member('What the achievement is called.', 'Web API design'),
  recipient: seldom('Whose badge it is, as you know them; null of an erased badge.', null),
  state: member(
    '`current`, `not-yet-valid`, `expired`, `superseded` (renewed by another badge that stands), `suspended`, `revoked` or `erased`, as of now.',
    'current',
  ),
  issuedAt: time('When the badge was issued.'),
  validFrom: time('From when it is valid.'),
  validUntil: time('Until when it is valid; null for no end.', '2028-11-28T09:30:00.000Z'),
  revoked: seldom('When and why it was withdrawn; null when it was not.', null),
  'revoked.at': time('When it was withdrawn.', '2027-03-01T12:00:00.000Z'),
  'revoked.reason': member('Why, as everybody can read it; null when no reason was given.', 'The work was not the recipient’s own.'),
  suspended: seldom('Since when and why it is suspended; null when it is not suspended now.', null),
  'suspended.at': time('When it was suspended.', '2027-03-01T12:00:00.000Z'),
  'suspended.reason': member('Why, as everybody can read it; null when no reason was given.', 'The recipient’s identity is being checked.'),
  erasedAt: seldomTime('When it was erased; null when it was not.'),
  claimedAt: seldomTime('When its learner claimed it; null while nobody did.'),
  predecessorId: seldom('The badge that this one renews or corrects; null when there is none.', OTHER_CREDENTIAL_ID),
  links: member('Where everybody can read the badge, in each form.'),
  'links.html': member('The page of the badge, for people.', BADGE),
  'links.jsonld': member('The badge as JSON-LD, with its embedded proof.', `${BADGE}.jsonld`),
  'links.jwt': member('The badge as VC-JWT.', `${BADGE}.jwt`),
  'links.png': member('A PNG with the badge inside.', `${BADGE}.png`),
  'links.svg': member('An SVG with the badge inside.', `${BADGE}.svg`),
  'links.workLog': member('What was found out about the work since, as JSON.', `${BADGE}/work-log`),
};

export const CREDENTIALS: Members = {
  Recipient: {
    email: member('The address of the person. The badge holds a salted hash of it; the service keeps it sealed.', 'ada@example.org'),
    externalId: member('Your own id of the person, by which you find them again. It enters no badge.', 'S-1815'),
    did: member('A DID of the person, instead of an address. It stands in the badge as it is.', 'did:web:ada.example'),
    name: member(
      'The name that the badge shows, at most 200 characters. Without it, the badge names nobody in plain words.',
      'Ada Lovelace',
    ),
  },
  IssueCredential: {
    recipient: member('Who earned it: an e-mail address or a DID, or your own id of the person.'),
    ...ISSUE,
    onDuplicate: member(
      'When they have a badge of the achievement that stands: `refuse` a second one, `return` the one there is with 200, `supersede` it, or `allow` both. What the achievement says when absent, else `allow`.',
      'allow',
    ),
  },
  RenewCredential: {
    recipient: member('Only to change the name or to have the address hashed anew: it has to be the same person.'),
    ...ISSUE,
  },
  ResultInput: {
    resultDescription: member(
      'Which result of the achievement it is, by the `id` that the achievement gives it; or name it by `name`.',
      'urn:uuid:6b1f7c9e-2d3a-4b5c-8d6e-7f8091a2b3c4',
    ),
    name: member('Which result of the achievement it is, by its name.', 'Grade'),
    value: member('The value, as text of at most 500 characters.', 'A'),
    status: member('How it ended: a word of the Open Badges 3.0 vocabulary.', 'Completed'),
    achievedLevel: member('The rubric level that was reached, by its name or id.', 'Proficient'),
  },
  CorrectCredential: {
    recipient: member('What is to be said of the recipient instead; what is left out stays.'),
    'recipient.name': member('The right name, at most 200 characters.', 'Ada King'),
    'recipient.email': member('The right address. It is hashed anew.', 'ada@example.org'),
    'recipient.externalId': member('Your own id of the person, where the badge was given to the wrong one.', 'S-1815'),
  },
  RevokeCredential: {
    confirm: member('`revoke`: that it is meant, since it cannot be undone.', 'revoke'),
    reason: member('Why, 1 to 500 characters. Everybody who checks the badge can read it.', 'The work was not the recipient’s own.'),
  },
  RevokeCredentials: {
    confirm: member('`revoke`: that it is meant, since it cannot be undone.', 'revoke'),
    credentials: member('The badges, 1 to 20,000. One that stands here twice is withdrawn once.'),
    reason: member(
      'Why, 1 to 500 characters, for all that have no reason of their own. Everybody who checks the badges can read it.',
      'The course was withdrawn.',
    ),
  },
  RevokeOne: {
    id: member('The id of the badge in this API: a UUID.', CREDENTIAL_ID),
    reason: member('Why, 1 to 500 characters, for this badge alone.', 'The work was not the recipient’s own.'),
  },
  RevokedCredentials: {
    revoked: member('How many this request withdrew.', 1),
    alreadyRevoked: member('How many were withdrawn before; they keep their first reason and date.', 0),
    refused: member('How many were refused, each with its problem.', 0),
    results: member('What came of each badge, in the order of the request.'),
  },
  RevokedRow: {
    id: member('The id of the badge.', CREDENTIAL_ID),
    result: member('`revoked`, `already-revoked` or `refused`.', 'revoked'),
    revoked: member('When and why it was withdrawn; null when it was refused.'),
    'revoked.at': time('When it was withdrawn.', '2027-03-01T12:00:00.000Z'),
    'revoked.reason': member('Why, as everybody can read it; null when no reason was given.', 'The work was not the recipient’s own.'),
    erasedAt: seldomTime('When it was erased; null when it was not. An erased badge is withdrawn without a reason.'),
    problem: seldom('Why it was refused; null when it was not.', null),
    'problem.code': member('The code of the problem, as a request about this badge alone would have it.', 'not-found'),
    'problem.detail': member('What stands in the way, in words.', 'There is no such badge that you may see.'),
  },
  SuspendCredential: {
    reason: member(
      'Why, 1 to 500 characters. Everybody who checks the badge can read it while it is suspended.',
      'The recipient’s identity is being checked.',
    ),
  },
  OneOfMany: { id: member('The id of the badge in this API: a UUID.', CREDENTIAL_ID) },
  SuspendCredentials: {
    credentials: member('The badges, 1 to 20,000.'),
    reason: member(
      'Why, 1 to 500 characters. Everybody who checks the badges can read it while they are suspended.',
      'The results are being reviewed.',
    ),
  },
  ResumeCredentials: { credentials: member('The badges, 1 to 20,000.') },
  ChangedCredentials: {
    changed: member('How many this request changed.', 1),
    unchanged: member('How many stood so already.', 0),
    refused: member('How many were refused, each with its problem.', 0),
    results: member('What came of each badge, in the order of the request.'),
  },
  ChangedRow: {
    id: member('The id of the badge.', CREDENTIAL_ID),
    result: member('`changed`, `unchanged` or `refused`.', 'changed'),
    suspended: seldom('Since when and why it is suspended; null when it is not.', null),
    'suspended.at': time('When it was suspended.', '2027-03-01T12:00:00.000Z'),
    'suspended.reason': member('Why, as everybody can read it; null when no reason was given.', 'The results are being reviewed.'),
    problem: seldom('Why it was refused; null when it was not.', null),
    'problem.code': member('The code of the problem, as a request about this badge alone would have it.', 'not-found'),
    'problem.detail': member('What stands in the way, in words.', 'There is no such badge that you may see.'),
  },
  ResendCredentials: { credentials: member('The badges, 1 to 20,000.') },
  ResentCredentials: {
    resent: member('Of how many an event tells.', 1),
    tooSoon: member('How many were asked for less than an hour ago.', 0),
    refused: member('How many were refused, each with its problem.', 0),
    results: member('What came of each badge, in the order of the request.'),
  },
  ResentRow: {
    id: member('The id of the badge.', CREDENTIAL_ID),
    result: member(
      '`resent`: the event `credential.resent` tells of it. `too-soon`: that was asked for less than an hour ago, and no event tells of this request. Or `refused`.',
      'resent',
    ),
    resentAt: time('When it was last asked for; null when it was refused.', '2027-03-01T12:00:00.000Z'),
    problem: seldom('Why it was refused; null when it was not.', null),
    'problem.code': member('The code of the problem, as a request about this badge alone would have it.', 'not-found'),
    'problem.detail': member('What stands in the way, in words.', 'There is no such badge that you may see.'),
  },
  EraseCredential: {
    confirm: member('`erase`: that it is meant, since it cannot be undone.', 'erase'),
    revoke: member('Whether the badge is withdrawn as well, so that copies which others have no longer count; false when absent.', true),
  },
  CredentialSummary: SUMMARY,
  Credential: {
    ...SUMMARY,
    credential: member('The signed badge: an OpenBadgeCredential with its embedded proof.', {
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
      id: BADGE,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: 'did:web:badges.example:issuers:riverside', type: ['Profile'], name: 'Riverside College' },
      proof: { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' },
    }),
    jwt: member('The same badge as VC-JWT: a compact JWS (RFC 7515).', JWT),
    evidence: member('What was found about each link when the badge was issued, in their order.'),
    work: member('What was found out about the work since, one entry for each piece.'),
    successorId: seldom('The badge that renews this one; null when none does.', OTHER_CREDENTIAL_ID),
  },
};
