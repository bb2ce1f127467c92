import { CREDENTIAL_ID, ISSUER_ID, type Member, type Members, member, seldomTime, time } from './member.js';

const SETTINGS: Readonly<Record<string, Member>> = {
  issued: member('Whether a badge that is issued, renewed or corrected is mailed, with a link to claim it.', true),
  changes: member('Whether learners are told that a badge was withdrawn or suspended, or is valid again.', true),
  erased: member('Whether learners are told that data about them were erased.', false),
  reminderDays: member('After how many days, 1 to 180, a badge that nobody has claimed is mailed once more; null for never.', 14),
  language: member('The language of mails to learners of whom none is known.', 'de'),
  replyTo: member('The address to which learners answer; null for the sender of all mails.', 'courses@school.example'),
};

const TEXT: Readonly<Record<string, Member>> = {
  subject: member('The subject, at most 200 characters.', 'Your badge {badge} from {issuer}'),
  paragraphs: member('The paragraphs, 1 to 12, as plain text of at most 2,000 characters each.', [
    'Hello {learner},',
    'here is your badge {badge}.',
  ]),
  button: member('What stands on the button; null for mails about an erasure, which have none.', 'View and claim the badge'),
};

/** Members about mails to learners. */
export const MAILS: Members = {
  MailSettings: { ...SETTINGS, available: member('Whether this service can send mails: its operator sets `SMTP_URL`.', true) },
  UpdateMailSettings: SETTINGS,
  Mail: {
    id: member('The id of the mail: a UUID, which its `Message-ID` begins with.', '0193a1ce-b3ea-77fc-84a5-a0c1d2e3f4a5'),
    issuerId: member('The issuer whose badge it tells of.', ISSUER_ID),
    credentialId: member('The badge that it tells of.', CREDENTIAL_ID),
    kind: member('What it tells.', 'issued'),
    state: member('What became of it.', 'sent'),
    attempts: member('How often it was handed to the mail server.', 1),
    createdAt: time('When it was ordered.'),
    sentAt: time('When the mail server took it; null before that.'),
    nextAttemptAt: seldomTime('When it is tried next; null when it has ended.'),
    endedAt: time('When it was sent, came back, or was given up; null before that.'),
    answer: member(
      'The last sentence of the mail server, or of the report that came back, without addresses; null when there is none.',
      '250 2.0.0 Ok: queued as 4B7Xk21Zz',
    ),
  },
  MailText: TEXT,
  MailTextInUse: {
    kind: member('What the mail tells.', 'issued'),
    language: member('The language that it is in.', 'en'),
    changed: member('Whether it is the issuer’s own text; else it is that of the service.', true),
    ...TEXT,
  },
  MailTexts: { data: member('One for each kind and language.') },
  TryMailText: { text: member('The text to be tried; the one that is used now when absent.') },
  MailPreview: {
    subject: member('The subject.', 'Your badge Web API design from Riverside College'),
    text: member('The mail as plain text.', 'Hello Ada Lovelace, …'),
    html: member('The mail as an HTML document that loads nothing.', '<!doctype html>…'),
  },
  MailTest: {
    to: member('Your own address.', 'grace@school.example'),
    sent: member('Whether the mail server took it.', true),
    answer: member('What the mail server said.', '250 2.0.0 Ok: queued as 4B7Xk21Zz'),
  },
  MailCounts: {
    queued: member('How many wait for their turn.', 3),
    sent: member('How many the mail server took.', 396),
    deferred: member('How many are tried again later.', 1),
    refused: member('How many the mail server refused for good.', 0),
    bounced: member('How many came back.', 2),
    dropped: member('How many told of nothing any more when their turn came.', 0),
    kept: member('How many are read on this machine, as no mail server is set.', 0),
  },
  MailBounce: {
    outcome: member('`bounced` where the mail is given up now; `unchanged` where that was known, or where it is only late.', 'bounced'),
  },
};
