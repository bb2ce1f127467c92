import {
  CREDENTIAL_ID,
  EVENT_ID,
  ISSUER_ID,
  KEY_ID,
  type Member,
  type Members,
  member,
  PERSON_ID,
  seldom,
  seldomTime,
  time,
} from './member.js';

const API_KEY: Readonly<Record<string, Member>> = {
  id: member('The id of the key in this API: a UUID. It is not the key.', KEY_ID),
  name: member('What it is for, as whoever made it said.', 'course platform'),
  prefix: member('How the key begins, to tell keys apart.', 'pm_live_3fR8tY'),
  issuerId: member('The issuer that it acts for; null for an admin key.', ISSUER_ID),
  scopes: member('What it may do.', ['achievements:read', 'credentials:issue']),
  createdBy: seldom('The key that made it, with which it falls; null for one that a person made, or somebody at the machine.', KEY_ID),
  personId: seldom('The person who made it; null for others. It goes on when they leave, unless it is withdrawn then.', PERSON_ID),
  createdAt: time('When it was made.'),
  expiresAt: time('When it ends by itself; null for never.', '2027-06-30T00:00:00.000Z'),
  revokedAt: seldomTime('When it was withdrawn; null when it was not.'),
  lastUsedAt: time('When it was last used, to the hour; null when it was not, or was used before this was written down.'),
};

const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

export const ACCESS: Members = {
  CreateApiKey: {
    name: member('What it is for, 1 to 100 characters.', 'course platform'),
    issuerId: member('The issuer that it acts for: a UUID; that of the key that asks when absent. An admin key has to say.', ISSUER_ID),
    scopes: member('What it may do. Needed, unless `admin` is true.', ['achievements:read', 'credentials:issue']),
    admin: member('true makes an admin key, which may do everything for every issuer. Only an admin key can ask for it.', true),
    expiresAt: member(
      'When it ends by itself: not after the key that asks, which is what holds when absent. ISO 8601 with a time zone.',
      '2027-06-30T00:00:00Z',
    ),
  },
  ApiKey: API_KEY,
  CreatedApiKey: {
    ...API_KEY,
    key: member('The key itself, shown this once: only a hash of it is kept.', 'pm_live_3fR8tYvQ0mZk2n5x7bEeHhKkNnQqTtWw'),
  },
  AuditEntry: {
    id: member('The id of the entry: a UUID.', EVENT_ID),
    issuerId: member('The issuer whose log it stands in; null in the log of the service itself.', ISSUER_ID),
    sequence: member('Its place in this log, from 1 without gaps.', 120),
    at: time('When it was done.'),
    actor: member('Who did it.'),
    'actor.type': member(
      '`api-key`, `person` (whose id is `details.personId`), `operator` (somebody at the machine) or `service` (by itself).',
      'api-key',
    ),
    'actor.apiKeyId': member('The id of the API key; null for the others.', KEY_ID),
    action: member('What was done.', 'credential.erased'),
    object: member('What it was done to.'),
    'object.type': member('What kind of thing it is.', 'credential'),
    'object.id': member('Its id.', CREDENTIAL_ID),
    requestId: member('The `X-Request-Id` of the request; null for what no request asked for.', '4f9d2c61-0b7a-4e8e-9d55-6a1c2b3d4e5f'),
    details: member('More about it: ids and words of closed sets, never personal data.', { revoked: true }),
    previous: member('The `hash` of the entry before: 64 hexadecimal digits, all zero in the first entry.', '0'.repeat(64)),
    hash: member('The SHA-256 of all other members: 64 hexadecimal digits.', HASH),
  },
  Problem: {
    type: member('The address of a page about this kind of problem.', 'https://badges.example/problems/invalid-request'),
    code: member('The kind of problem, for programs. It never changes its meaning.', 'invalid-request'),
    title: member('The kind of problem, in words.', 'The request is not valid'),
    status: member('The HTTP status of this answer.', 422),
    detail: member('What is wrong with this request, in words.', 'One member of the request is not valid.'),
    errors: member('The places that are wrong, where it can be said.'),
    'errors[].pointer': member('The place in the body or the query, as a JSON Pointer (RFC 6901).', '/recipient/email'),
    'errors[].code': member('What is wrong there, for programs.', 'not-an-email'),
    'errors[].detail': member('What is wrong there, in words.', 'is not an e-mail address such as ada@example.org'),
    retryable: member('true when the same request may be taken later as it is.', false),
  },
};
