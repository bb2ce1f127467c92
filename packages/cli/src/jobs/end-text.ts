import type { IssuanceJob } from '@proofmark/schemas/api';
import { plain } from '../terminal.js';
import { EXIT } from '../usage-error.js';
import { isOpen } from './follow-job.js';
import { counted } from './progress-text.js';

/**
 * The exit code for a job: 0 every row is a badge (or its person has it, or it could be one), 1 rows were refused or the job was cancelled, 2 rows are
 * left, 64 the file could not be read and nothing was issued.
 */
export function codeOfJob({ state, rows }: IssuanceJob): number {
  if (state === 'failed') return rows.done === 0 ? EXIT.usage : EXIT.failed;
  if (state === 'cancelled' || rows.refused > 0) return EXIT.failed;
  return state === 'ended' ? 0 : EXIT.unfinished;
}

/** What came of a job, and what can be done next. @param rejects where the refused rows were written, if anywhere */
export function endText(job: IssuanceJob, rejects?: string): string {
  if (job.state === 'failed') return failureText(job);
  const { rows, mode, id } = job;
  const lines = [`${summary(job)}.`];
  if (mode === 'validate') lines.push('Nothing was issued: this was --validate.');
  if (rows.existing > 0 && mode === 'issue')
    lines.push(
      'Who had the badge already got no second one. With --on-duplicate supersede they get a new one in its place, with allow one beside it.',
    );
  if (rows.waiting > 0)
    lines.push(
      `${one(rows.waiting, 'row waits', 'rows wait')} for work that nobody answers for. The service tries them again by itself, for some three days. Look again: proofmark jobs show ${id}`,
    );
  else if (isOpen(job)) lines.push(`The job goes on. Look again: proofmark jobs show ${id}`);
  if (rows.refused > 0)
    lines.push(rejects === undefined ? refusedHint(job) : `The refused rows are in ${rejects}, each with its reason.`, again(job));
  if (job.state === 'cancelled') lines.push(`The job was cancelled. To go on with it: proofmark issue --resume ${id}`);
  return `${lines.map((line) => plain(line, 1000)).join('\n')}\n`;
}

function summary({ rows, mode, state }: IssuanceJob): string {
  const of = rows.total === null || state === 'reading' ? `${counted(rows.read)} rows so far` : one(rows.total, 'row', 'rows');
  const parts = [
    ...(mode === 'issue' ? [one(rows.done, 'badge', 'badges')] : [`${counted(rows.valid)} can be issued`]),
    ...(rows.existing > 0 ? [`${counted(rows.existing)} had the badge already`] : []),
    ...(rows.refused > 0 ? [`${counted(rows.refused)} refused`] : []),
    ...(rows.waiting > 0 ? [`${counted(rows.waiting)} waiting`] : []),
    ...(rows.ready > 0 ? [`${counted(rows.ready)} to come`] : []),
    ...(rows.cancelled > 0 ? [`${counted(rows.cancelled)} cancelled`] : []),
  ];
  return `${of}: ${parts.join(', ')}`;
}

const one = (n: number, single: string, many: string): string => `${counted(n)} ${n === 1 ? single : many}`;

function refusedHint({ id }: IssuanceJob): string {
  return `The refused rows with their reasons: proofmark jobs refused ${id} --output refused.csv`;
}

function again({ mode, onDuplicate }: IssuanceJob): string {
  if (mode === 'validate') return 'Correct them in the file, and issue it without --validate.';
  return onDuplicate === 'allow'
    ? 'Correct them in that file and issue it. The first file must not be sent again: everybody would get a second badge.'
    : 'Correct them in the first file and issue it again as a whole: who has the badge gets no second one.';
}

/** The upload could not be read. */
function failureText({ problem, rows, onDuplicate }: IssuanceJob): string {
  const said = problem === null ? 'The file could not be read.' : plain(problem.detail, 4000);
  const options =
    problem?.code === 'wrong-header'
      ? [`On the command line these are --map "COLUMN=FIELD" (--map "COLUMN=" to leave one out) and --ignore-extra-columns.`]
      : [];
  const issued = rows.done === 0 ? 'Nothing was issued.' : `${one(rows.done, 'badge was', 'badges were')} issued before that.`;
  return `${[said, ...options, rows.done === 0 || isOfService(problem) ? issued : `${issued} ${corrected(onDuplicate)}`].join('\n')}\n`;
}

/** Whether the problem lies in no file: then what it says is what is to be done. */
const isOfService = (problem: IssuanceJob['problem']): boolean => problem?.code === 'upload-lost' || problem?.code === 'upload-unreadable';

function corrected(onDuplicate: IssuanceJob['onDuplicate']): string {
  return onDuplicate === 'allow'
    ? 'Correct the file, and take the rows that are badges out before you send it: everybody would get a second badge.'
    : 'Correct the file and send it as a whole: who has the badge gets no second one.';
}
