import type { Client } from '@proofmark/client';
import type { IssuanceJob } from '@proofmark/schemas/api';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ApiOptions, clientOf } from '../api.js';
import { followJob } from '../jobs/follow-job.js';
import { type KeepTrying, keepTrying } from '../jobs/keep-trying.js';
import { sizeText } from '../jobs/progress-text.js';
import { createReporter, type Reporter } from '../jobs/reporter.js';
import { addFileSettings, type FileSettings, jobOptionsOf, keyOfUpload } from '../jobs/settings.js';
import { refuseExisting, tellEnd } from '../jobs/tell-end.js';
import { bytesOf, openUploadFile, type UploadFile } from '../jobs/upload-file.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

/** Options that need --csv or --resume. */
export interface FileOptions extends FileSettings {
  readonly rejects?: string;
  readonly wait?: number;
  readonly detach?: boolean;
}

function seconds(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError('It is a number of seconds, such as 600.');
  return Number(value);
}

/** Adds what goes with a file or a job. */
export function addFileOptions(command: Command): Command {
  return addFileSettings(command)
    .option('--rejects <file>', 'with --csv: write the rows that were refused into this file, each with its reason, to be corrected')
    .addOption(
      new Option('--wait <seconds>', 'with --csv: how long to wait for rows whose work nobody answers for (default: 30)').argParser(
        seconds,
      ),
    )
    .option('--detach', 'with --csv: end when the file is sent; the job goes on');
}

/** The options that only a file or a job takes. */
export const FILE_OPTIONS = ['rejects', 'wait', 'detach', 'validate', 'onDuplicate', 'map', 'ignoreExtraColumns'] as const;

/** Sends a file as a job, follows it and tells what came of it. Answers the exit code. */
export async function issueFile(
  path: string,
  options: ApiOptions & FileOptions & { readonly achievement: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  if (options.rejects !== undefined) await refuseExisting(options.rejects);
  const file = await openUploadFile(path);
  const client = await clientOf(options);
  const reporter = createReporter(terminal, options.json === true);
  const keep = keepTrying(reporter.say);
  const settings = jobOptionsOf(options.achievement, options);
  const stop = terminal.onInterrupt?.(() => 'The file was not sent to its end, so nothing was issued. Run the same command again.\n');
  const job = await send(client, file, { settings, keep, reporter }).finally(() => stop?.());
  reporter.record('sent', { job });
  reporter.say(sentText(file, job));
  return options.detach === true ? 0 : endOf(client, job, options, { terminal, reporter, keep });
}

function sentText({ path, size }: UploadFile, { id, endedAt }: IssuanceJob): string {
  if (endedAt === null) return `${path} (${sizeText(size)}) is job ${id}, which goes on whatever happens here.`;
  return `${path} was sent before with these settings, as job ${id}, which ended on ${endedAt}. Nothing is issued anew.`;
}

/** Goes on with a job that was cancelled, and follows it and any other. Answers the exit code. */
export async function resumeFile(
  id: string,
  options: ApiOptions & FileOptions & { readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const without = FILE_OPTIONS.filter((name) => name !== 'rejects' && name !== 'wait' && options[name] !== undefined);
  if (without.length > 0) throw new UsageError('A job has its settings already: --resume goes with --rejects, --wait and --json only.');
  if (options.rejects !== undefined) await refuseExisting(options.rejects);
  const client = await clientOf(options);
  const reporter = createReporter(terminal, options.json === true);
  const keep = keepTrying(reporter.say);
  const found = await keep(() => client.issuanceJobs.get(id));
  const job = found.state === 'cancelled' ? await keep(() => client.issuanceJobs.resume(id)) : found;
  return endOf(client, job, options, { terminal, reporter, keep });
}

interface Sent {
  readonly terminal: Terminal;
  readonly reporter: Reporter;
  readonly keep: KeepTrying;
}

async function endOf(
  client: Client,
  job: IssuanceJob,
  { wait: patience = 30, rejects, json = false }: FileOptions & { readonly json?: boolean },
  { terminal, reporter, keep }: Sent,
): Promise<number> {
  const stop = terminal.onInterrupt?.(
    () => `The job goes on without this command. Look again: proofmark jobs show ${job.id}; end it: proofmark jobs cancel ${job.id}\n`,
  );
  try {
    const ended = await followJob(client, job, { keep, show: reporter.job, patience });
    return await tellEnd(ended, { client, keep, reporter, terminal, json, rejects });
  } finally {
    stop?.();
  }
}

interface ToSend {
  readonly settings: ReturnType<typeof jobOptionsOf>;
  readonly keep: KeepTrying;
  readonly reporter: Reporter;
}

/** The same file with the same settings is the same job, however often it is sent. */
function send(client: Client, file: UploadFile, { settings, keep, reporter }: ToSend): Promise<IssuanceJob> {
  const idempotencyKey = keyOfUpload(file.digest, settings);
  return keep(async () => {
    let fault: unknown = null;
    const bytes = bytesOf(file, {
      sent: (count) => reporter.uploading(count, file.size),
      failed: (error) => {
        fault = error;
      },
    });
    const upload = { type: file.type, bytes: bytes as globalThis.ReadableStream<Uint8Array> };
    return client.issuanceJobs.create(settings, upload, { idempotencyKey }).catch((error: unknown) => {
      throw fault ?? error;
    });
  });
}
