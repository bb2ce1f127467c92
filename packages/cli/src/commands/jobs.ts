import type { IssuanceJob } from '@proofmark/schemas/api';
import type { Command } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import type { Ending } from '../ending.js';
import { codeOfJob, endText } from '../jobs/end-text.js';
import { isOpen } from '../jobs/follow-job.js';
import { bar, progressText, shareOf } from '../jobs/progress-text.js';
import { writeRefused } from '../jobs/tell-end.js';
import { plain, type Terminal } from '../terminal.js';

interface Options extends ApiOptions {
  readonly issuer?: string;
  readonly output: string;
  readonly json?: boolean;
}

/** `proofmark jobs`: looks at files that are being issued, and acts on them. */
export function addJobs(program: Command, terminal: Terminal, ending: Ending): void {
  const jobs = program.command('jobs').description('Look at the jobs of `issue --csv`, and end, resume or repeat them.');
  const print = (job: IssuanceJob, { json }: Options): void => terminal.out(json ? `${JSON.stringify(job)}\n` : jobText(job));

  addApiOptions(jobs.command('list').description('List jobs, the newest first.'))
    .option('--issuer <id>', 'for admin keys: whose jobs')
    .option('--json', 'print one JSON object a job')
    .action(async (options: Options) => {
      const filter = options.issuer === undefined ? {} : { issuer: options.issuer };
      for await (const job of (await clientOf(options)).issuanceJobs.list(filter))
        terminal.out(options.json ? `${JSON.stringify(job)}\n` : `${lineOf(job)}\n`);
    });

  addApiOptions(jobs.command('show <job>').description('Show a job: how far it got, and what came of its rows.'))
    .option('--json', "print the service's answer")
    .action(async (id: string, options: Options) => {
      const job = await (await clientOf(options)).issuanceJobs.get(id);
      print(job, options);
      ending.code = codeOfJob(job);
    });

  for (const [name, description] of ACTS) {
    addApiOptions(jobs.command(`${name} <job>`).description(description))
      .option('--json', "print the service's answer")
      .action(async (id: string, options: Options) => print(await (await clientOf(options)).issuanceJobs[name](id), options));
  }

  addApiOptions(jobs.command('rows <job>').description('Print each row with its badge or its problem, as one JSON object a line.')).action(
    async (id: string, options: Options) => {
      for await (const row of (await clientOf(options)).issuanceJobs.rows(id)) terminal.out(`${JSON.stringify(row)}\n`);
    },
  );

  addApiOptions(
    jobs.command('refused <job>').description('Print the refused rows as CSV, with the columns of the file and the reason of each.'),
  )
    .option('-o, --output <file>', 'write them into a file', '-')
    .action(async (id: string, options: Options) => writeRefused(terminal, await clientOf(options), id, options.output));
}

const ACTS = [
  ['cancel', 'End a job in its middle: badges that were issued stay, the other rows are none.'],
  ['resume', 'Go on with a job that was cancelled.'],
  ['retry', 'Try the refused rows again, and those that wait at once: the achievement may have changed.'],
] as const;

function lineOf(job: IssuanceJob): string {
  const how = job.state === 'failed' ? (job.problem?.detail ?? '') : progressText(job);
  return [plain(job.id), plain(job.createdAt.slice(0, 16).replace('T', ' ')), job.state.padEnd(9), plain(how)].join('  ');
}

function jobText(job: IssuanceJob): string {
  const kind = job.mode === 'validate' ? 'validate only' : `on duplicate: ${job.onDuplicate}`;
  const head = plain(`Job ${job.id}: ${job.state} (${job.format}, ${kind}), since ${job.createdAt}`);
  return isOpen(job) ? `${head}\n${plain(bar(shareOf(job), progressText(job)))}\n` : `${head}\n${endText(job)}`;
}
