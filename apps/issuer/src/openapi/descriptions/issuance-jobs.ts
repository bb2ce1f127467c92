import { ACHIEVEMENT_ID, CREDENTIAL_ID, ISSUER_ID, JOB_ID, type Member, type Members, member, seldom, seldomTime, time } from './member.js';

const OPTIONS: Readonly<Record<string, Member>> = {
  achievementId: member('What was earned: the id of an achievement.', ACHIEVEMENT_ID),
  mode: member('`validate` issues nothing and finds every fault; `issue` when absent.', 'issue'),
  onDuplicate: member(
    'When a person has a badge of the achievement that stands: `refuse` a second one, `return` the one there is, `supersede` it by a new one, or `allow` both. What the achievement says when absent, else `refuse`.',
    'refuse',
  ),
  columns: member('By the name of a column in the file: what it is, or null for one that is ignored.', { 'E-Mail-Adresse': 'email' }),
  mail: member('Whether recipients get a mail with a link to claim their badge; what the row or the issuer says when absent.', true),
  extraColumns: member(
    'What is done about columns that are not known: `refuse` the file, or `ignore` them. `refuse` when absent.',
    'ignore',
  ),
};

const PROBLEM_DETAIL = 'recipient.email is not an e-mail address such as ada@example.org';

export const ISSUANCE_JOBS: Members = {
  CreateIssuanceJob: {
    ...OPTIONS,
    rows: member('The rows, 1 to 10000: each is what `issueCredential` takes as its body.', [
      { recipient: { email: 'ada@example.org', name: 'Ada Lovelace' } },
    ]),
  },
  IssuanceJob: {
    id: member('The id of the job: a UUID.', JOB_ID),
    issuerId: member('The issuer of its badges.', ISSUER_ID),
    achievementId: member('What its badges are of.', ACHIEVEMENT_ID),
    mode: member('`validate` issues nothing.', 'issue'),
    format: member('The format of the upload.', 'csv'),
    onDuplicate: member('What is done when a person has the badge already.', 'refuse'),
    state: member(
      '`reading` the upload, `running`, `ended` when every row has its result, `cancelled`, or `failed` when the upload cannot be read: `problem` says why.',
      'running',
    ),
    createdAt: time('When its upload began.'),
    endedAt: seldomTime('When it ended; null while it goes on.', '2026-11-28T09:34:00.000Z'),
    undoUntil: seldomTime(
      'Until when what it issued can be taken back; null while it goes on, and of a job that cannot be.',
      '2026-11-28T09:44:00.000Z',
    ),
    upload: member('The file.'),
    'upload.bytes': member('The size of the upload in bytes.', 48213),
    'upload.readBytes': member('How many bytes of it were read.', 48213),
    rows: member('What became of its rows so far.'),
    rowsPerSecond: member('How many rows a second got their result in the last half minute; null while none does.', 1480.5),
    secondsLeft: member('How many seconds it takes at that rate; null where it cannot be told.', 12),
    problem: seldom('Why the upload cannot be read; null when it can.', {
      code: 'malformed-table',
      detail: 'Line 12: a quotation mark opens a cell and is never closed.',
      line: 12,
      byte: null,
    }),
  },
  IssuanceJobRows: {
    total: member('How many rows the upload has; null until all are read.', 400),
    read: member('How many rows were read.', 400),
    ready: member('How many rows were not begun.', 120),
    waiting: member('How many rows wait for a host of evidence that did not answer. They are tried again and hold up no other.', 3),
    done: member('How many rows have their badge.', 270),
    existing: member('How many rows are of people who had the badge; nothing was issued.', 1),
    refused: member('How many rows cannot be badges as they are.', 6),
    valid: member('How many rows would be badges, in a job that only validates.', 0),
    cancelled: member('How many rows were not begun when the job was ended.', 0),
  },
  IssuanceJobProblem: {
    code: member('A stable code.', 'malformed-table'),
    detail: member('What is wrong, and what to do about it.', 'Line 12: a quotation mark opens a cell and is never closed.'),
    line: seldom('The number of the line, from 1; null where it is about none.', 12),
    byte: seldom('The place of the byte in the file, from 0; null where it is about none.', 5120),
  },
  ReadUploadColumns: {
    text: member(
      'The beginning of a table, such as what was copied out of a spreadsheet: at most 500,000 characters.',
      'E-Mail\tVorname\nada@example.org\tAda\n',
    ),
  },
  UploadColumns: {
    format: member('The format of the file.', 'csv'),
    columns: member('The columns, in the order of the file.'),
    rows: member('Up to five of the first rows, with a cell for each column. Of a long cell its first 120 characters.', [
      ['ada@example.org', 'Ada', 'Lovelace'],
    ]),
    problem: seldom('Why the file cannot be read; null when it can.', {
      code: 'empty',
      detail: 'The file is empty. Its first line names the columns, and each further line is one badge.',
      line: null,
      byte: null,
    }),
  },
  UploadColumn: {
    name: member('As the first line of the file names it.', 'E-Mail'),
    is: seldom('What it seems to be, as `columns` of a job takes it; null where nothing is known.', 'email'),
  },
  IssuanceJobRow: {
    row: member('The number of the row, from 1, without the line that names the columns.', 7),
    line: member('The number of the line in the file where it begins, from 1.', 8),
    state: member('`ready`, `waiting`, `done`, `existing`, `refused`, `valid` or `cancelled`.', 'refused'),
    credentialId: seldom('The badge that was issued, or that the person has; null for none.', CREDENTIAL_ID),
    problem: member('Why it is no badge, or not yet; null where nothing is wrong.'),
  },
  IssuanceJobRowProblem: {
    code: member('The code of the problem, as that of a single request.', 'invalid-request'),
    detail: member('What is wrong.', 'One value is not valid.'),
    errors: member('Each value that is wrong.'),
  },
  IssuanceJobRowFault: {
    pointer: member('The member of the request that the row stands for, as a JSON Pointer (RFC 6901).', '/recipient/email'),
    code: member('A stable code.', 'not-an-email'),
    detail: member('What was wanted.', PROBLEM_DETAIL),
    column: seldom('The column of the file that the value comes from; null where it has none.', 'email'),
    value: seldom('What stands there, up to 200 characters; null where nothing does, or it is kept no more.', 'ada@'),
  },
};
