import { ACT_ID, ISSUER_ID, JOB_ID, KEY_ID, type Members, member, seldom, seldomTime, time } from './member.js';

export const BULK_ACTS: Members = {
  BulkAct: {
    id: member('The id of the act: a UUID.', ACT_ID),
    issuerId: member('Whose badges it is about.', ISSUER_ID),
    kind: member('`revoke` and `suspend` of many badges, or `issue`: a job that was taken back.', 'revoke'),
    state: member(
      '`open`: it can be undone. `finishing` and `undoing`: the service is at it, also after a crash. `final` and `undone`: it has ended.',
      'open',
    ),
    badges: member('How many badges it is about.', 27),
    jobId: seldom('The job that was taken back; null for the other kinds.', JOB_ID),
    actorId: member('Who did it: the id of an API key or of a person.', KEY_ID),
    createdAt: time('When it was done.'),
    undoUntil: time('Until when it can be undone.', '2026-11-28T09:40:00.000Z'),
    endedAt: seldomTime('When it became final or was undone; null before.', '2026-11-28T09:41:00.000Z'),
  },
  UndoIssuanceJob: {
    confirm: member('`revoke`: that it is meant, since withdrawing badges cannot be undone.', 'revoke'),
    claimed: member('`keep`: badges that were claimed stay. Without it, a job of which a badge was claimed is not taken back.', 'keep'),
  },
};
