import { SUMMARY } from './credentials.js';
import { ISSUER_ID, JWT, type Member, type Members, member, RECIPIENT_ID, seldom, time } from './member.js';

const RECIPIENT: Readonly<Record<string, Member>> = {
  id: member('The id of the recipient in this API: a UUID. It follows from what they are known by, and leads to nobody.', RECIPIENT_ID),
  issuerId: member('The issuer whose recipient it is.', ISSUER_ID),
  name: seldom('Their name, as it was given last; null when none was.', 'Ada Lovelace'),
  email: seldom('Their address, as it was given last; null when none was, or when the keyring that sealed it is lost.', 'ada@example.org'),
  externalId: seldom('Your own id of them; null when you gave none.', 'S-1815'),
  createdAt: time('When they were met first.'),
  updatedAt: time('When something new was learnt of them.'),
};

const CURSOR = member('The `next` of the page before.', 'eyJhZnRlciI6IjAxOTNhMWM2In0');
const LIMIT = member('How many items a page has, 1 to 100; 20 when absent.', 20);
const EMAIL = member('An e-mail address, in any spelling.', 'ada@example.org');
const ISSUER = member('Whose: an admin key has to name it; other keys see their own issuer.', ISSUER_ID);

const EXPORTED: Readonly<Record<string, Member>> = {
  ...SUMMARY,
  email: seldom('The address of whoever has it; null when it is not known.', 'ada@example.org'),
  credential: seldom('The signed badge, with its embedded proof; null of an erased badge.', null),
  jwt: seldom('The same badge as VC-JWT; null of an erased badge.', JWT),
  evidence: member('What was found about each link when the badge was issued, in their order.'),
};

export const RECIPIENTS: Members = {
  RecipientSummary: {
    id: member('The id of the recipient in this API.', RECIPIENT_ID),
    name: seldom('Their name; null when it is not known.', 'Ada Lovelace'),
    externalId: seldom('Your own id of them; null when you gave none.', 'S-1815'),
  },
  KnownRecipient: RECIPIENT,
  RecipientWithCredentials: {
    ...RECIPIENT,
    credentials: member('Their badges, the newest first, at most 100.'),
    more: member('Whether there are more: `GET /v1/credentials?recipient=` lists all.', false),
  },
  SearchRecipients: { email: EMAIL, issuer: ISSUER, limit: LIMIT, cursor: CURSOR },
  SearchCredentials: {
    email: EMAIL,
    issuer: ISSUER,
    achievement: member('Only badges of this achievement: its id.', '0193a1c5-1f40-7d52-9a6b-0c1d2e3f4a5b'),
    recipient: member('Only badges of this recipient: the id in this API.', RECIPIENT_ID),
    externalId: member('Only badges of the recipient with this id of yours.', 'S-1815'),
    q: member('A part of the recipient’s name, two characters or more, in any case and without accents.', 'lovel'),
    state: member('Only badges in this state.', 'current'),
    claimed: member('`yes`: only badges that their learners claimed; `no`: only the others.', 'no'),
    since: member('Issued from this time on. ISO 8601 with a time zone.', '2026-09-01T00:00:00Z'),
    until: member('Issued before this time. ISO 8601 with a time zone.', '2026-12-01T00:00:00Z'),
    order: member('`oldest` first when absent, or `newest`.', 'newest'),
    limit: LIMIT,
    cursor: CURSOR,
  },
  ExportedCredential: EXPORTED,
  CredentialOfExport: {
    ...EXPORTED,
    endorsements: member('What others said of the badge, signed.'),
    assessments: member('What assessors were asked of the badge, and what they answered, the oldest first.'),
    consents: member('What the person answered about what may be public, the oldest first.'),
    evidenceReport: seldom('The evidence report; null for a badge without work.', null),
  },
  Consent: {
    at: time('When it was answered.'),
    page: member('Whether there is a page for everybody who has its link.', true),
    search: member('Whether search engines may list it.', false),
    copies: member('Whether the issuer may keep public copies of the work; null where it was not asked.', true),
    archives: member('Whether archives may be asked to save the work; null where it was not asked.', true),
  },
  RecipientExport: {
    exportedAt: time('When it was made.'),
    recipient: member('Who they are, as you know them.'),
    credentials: member('All badges of theirs, in full.'),
  },
  EraseRecipient: {
    confirm: member('`erase`: that it is meant, since it cannot be undone.', 'erase'),
    revoke: member('Whether the badges are withdrawn as well, so that copies which others have no longer count; false when absent.', true),
  },
  ErasedRecipient: {
    id: member('The id that the recipient had.', RECIPIENT_ID),
    erased: member('How many badges of theirs were erased.', 2),
  },
};
