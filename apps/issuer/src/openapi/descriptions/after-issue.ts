import {
  BADGE,
  CREDENTIAL_ID,
  ENDORSEMENT_ID,
  EVENT_ID,
  ISSUER_ID,
  JWT,
  LINK_ID,
  type Member,
  type Members,
  member,
  OTHER_CREDENTIAL_ID,
  seldom,
  seldomTime,
  time,
  WEBHOOK_ID,
  WORK_ID,
} from './member.js';

const VIEWING_LINK: Readonly<Record<string, Member>> = {
  id: member('The id of the link in this API: a UUID. It is not the secret in its address.', LINK_ID),
  credentialId: member('The badge whose private work it shows.', CREDENTIAL_ID),
  evidence: member('Which piece of work, by its `id` in the badge.', WORK_ID),
  for: member('Who looks at it. The recipient sees this name beside each use of the link.', 'Initech, Ms Lumbergh'),
  state: member('`open`, `expired`, `used-up` or `revoked`.', 'open'),
  createdAt: time('When the link was made.'),
  expiresAt: time('When it ends by itself.', '2026-12-12T09:30:00.000Z'),
  revokedAt: seldomTime('When it was ended; null when it was not.'),
  maxViews: member('How often the work may be opened; null for as often as they like.', 5),
  views: member('How often it was opened.', 1),
  viewedAt: member('When it was opened, newest first, the last hundred times. ISO 8601 in UTC.', ['2026-11-29T10:00:00.000Z']),
};

export const AFTER_ISSUE: Members = {
  EndorseCredential: {
    assessor: member('The person in whose name this service signs; then `comment` is needed too.'),
    comment: member('What they say, in Markdown, at most 10,000 characters.', 'I read every line and asked Ada about it.'),
    credential: member('Instead: an EndorsementCredential about this badge that was signed elsewhere, with its embedded proof.', {
      type: ['VerifiableCredential', 'EndorsementCredential'],
      credentialSubject: { id: BADGE, type: ['EndorsementSubject'] },
    }),
    jwt: member('Instead: the same as VC-JWT, at most 100,000 characters.', JWT),
  },
  Assessor: {
    name: member('Their name, at most 200 characters. It is public.', 'Grace Hopper'),
    url: member('A page about them: https, at most 2048 characters. It is public.', 'https://school.example/grace'),
    email: member('Their address, to know the same person again. Only a keyed hash of it is kept.', 'grace@school.example'),
  },
  Endorsement: {
    id: member('The id of the endorsement in this API: a UUID.', ENDORSEMENT_ID),
    credentialId: member('The badge that it is about.', CREDENTIAL_ID),
    url: member('Where everybody can read it, as it was signed.', `${BADGE}/endorsements/${ENDORSEMENT_ID}`),
    endorser: member('Who vouches, as the endorsement says.'),
    'endorser.id': member(
      'Their DID or other id; null when it has none.',
      'did:web:badges.example:issuers:riverside:assessors:5c0de1b2-3a4f-4d6e-8b7a-9c8d7e6f5a4b',
    ),
    'endorser.name': member('Their name; null when it has none.', 'Grace Hopper'),
    'endorser.url': member('A page about them; null when it has none.', 'https://school.example/grace'),
    comment: member('What they say, in Markdown; null when they say nothing in words.', 'I read every line and asked Ada about it.'),
    signedHere: member('true when this service signed it in the person’s name, false when it was signed elsewhere.', true),
    createdAt: time('When it was added.'),
    credential: member('The endorsement as it was signed, with its embedded proof; null for a VC-JWT.', {
      type: ['VerifiableCredential', 'EndorsementCredential'],
      credentialSubject: { id: BADGE, type: ['EndorsementSubject'], endorsementComment: 'I read every line and asked Ada about it.' },
    }),
    jwt: seldom('The endorsement as VC-JWT; null for one with an embedded proof.', JWT),
  },
  CreateViewingLink: {
    evidence: member('Which piece of private work, by its `id` in the badge; may be left out where there is one.', WORK_ID),
    for: member('Who will look at it, at most 200 characters. The recipient sees this name beside each use.', 'Initech, Ms Lumbergh'),
    days: member('For how many days the link works, 1 to 366; 14 when absent.', 14),
    maxViews: member('How often the work may be opened, 1 to 1000; as often as they like when absent.', 5),
  },
  ViewingLink: VIEWING_LINK,
  CreatedViewingLink: {
    ...VIEWING_LINK,
    url: member(
      'The link to send. It is answered this once: only a hash of it is kept.',
      'https://badges.example/view/2u9fQK1c7mYxN0bV4hRtZs8wEaLpJdGo',
    ),
  },
  CreateClaimLink: { days: member('For how many days it can be used, 1 to 366; 30 when absent.', 30) },
  CreatedClaimLink: {
    id: member('The id of the link in this API: a UUID. It is not the secret in its address.', LINK_ID),
    credentialId: member('The badge that is claimed by it.', CREDENTIAL_ID),
    url: member(
      'The link to send. It is answered this once: only a hash of it is kept.',
      'https://badges.example/claim/pm_claim_A1b2C3d4E5f6G7h8I9j0K1l2M3n',
    ),
    createdAt: time('When the link was made.'),
    expiresAt: time('Until when it can be used.', '2026-12-28T09:30:00.000Z'),
    provesAddress: member(
      'Whether its use proves that the learner has the address of the badge: not of a link that you send yourself.',
      false,
    ),
  },
  ClaimCounts: {
    claimed: member('How many badges their learners claimed.', 29),
    unclaimed: member('How many badges nobody has claimed.', 11),
    linked: member('How many of those have a link that can be used now.', 8),
  },
  Event: {
    id: member('The id of the event: a UUID, which `after` takes.', EVENT_ID),
    type: member('What happened.', 'credential.renewed'),
    timestamp: time('When it happened.'),
    data: member('What it happened to, by ids.'),
    'data.issuerId': member('The issuer.', ISSUER_ID),
    'data.credentialId': member('The badge; absent in `webhook.disabled`.', CREDENTIAL_ID),
    'data.successorId': member(
      'Of `credential.renewed` and `credential.corrected`: the badge that renews it, or stands in its place.',
      OTHER_CREDENTIAL_ID,
    ),
    'data.endorsementId': member('Of `endorsement.added`: the endorsement.', ENDORSEMENT_ID),
    'data.webhookId': member('Of `webhook.disabled`: the webhook that is sent nothing more.', WEBHOOK_ID),
    'data.reason': member('Of `webhook.disabled`: why, as `disabled.reason` of the webhook.', 'failing'),
  },
};
