import { type Command, Option } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import type { Ending } from '../ending.js';
import { auditHead, linesOfFile } from '../input/audit-log.js';
import { checkAuditLog } from '../output/audit-check.js';
import { auditText } from '../output/audit-text.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

interface Options extends ApiOptions {
  readonly issuer?: string;
  readonly service?: boolean;
  readonly after?: string;
  readonly head?: string;
  readonly json?: boolean;
}

/** `proofmark audit check [file]`: was the audit log of a service altered? */
export function addAudit(program: Command, terminal: Terminal, ending: Ending): void {
  const audit = program.command('audit').description('Check the log of who did what.');
  const check = audit
    .command('check')
    .description(
      'Check the chain of an audit log: was an entry altered, removed, moved or cut off? Prints the head to note for the next check.',
    )
    .argument('[file]', 'an export (GET /v1/audit-log as NDJSON), or - for standard input; without it, the service is read')
    .addOption(new Option('--issuer <id>', 'whose log, for an admin key'))
    .addOption(new Option('--service', 'the log of the service itself, for an admin key').conflicts('issuer'))
    .addOption(new Option('--after <head>', 'begin after this head, which you noted: NUMBER:HASH'))
    .addOption(new Option('--head <head>', 'the log has to reach this head, which you noted: NUMBER:HASH'))
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      '\nA log that was cut off at its end, or written anew as a whole, is found out by a head that you noted before.\nExit code: 0 the log is whole · 1 it is not · 64 wrong usage',
    );
  addApiOptions(check).action(async (file: string | undefined, options: Options) => {
    const after = options.after === undefined ? null : auditHead(options.after, '--after');
    const known = options.head === undefined ? null : auditHead(options.head, '--head');
    if (file !== undefined && (options.issuer !== undefined || options.service === true)) {
      throw new UsageError('An export is of one log: leave --issuer and --service away.');
    }
    const entries = file === undefined ? await entriesOf(options, after?.sequence ?? 0) : linesOfFile(file);
    const result = await checkAuditLog(entries, after, known);
    terminal.out(options.json ? `${JSON.stringify(result)}\n` : auditText(result, terminal));
    ending.code = result.whole ? 0 : 1;
  });
}

async function entriesOf(options: Options, after: number) {
  const client = await clientOf(options);
  return client.auditLog.list({
    limit: '100',
    after: String(after),
    issuer: options.issuer,
    service: options.service === true ? 'true' : undefined,
  });
}
