import { Command } from 'commander';
import { addAudit } from './commands/audit.js';
import { addBake } from './commands/bake.js';
import { addClaimLinks } from './commands/claim-links.js';
import { addCorrect } from './commands/correct.js';
import { addDoctor } from './commands/doctor.js';
import { addEndorse } from './commands/endorse.js';
import { addErase } from './commands/erase.js';
import { addEvidence } from './commands/evidence.js';
import { addExport } from './commands/export.js';
import { addFrameworks } from './commands/frameworks.js';
import { addIssue } from './commands/issue.js';
import { addJobs } from './commands/jobs.js';
import { addKeys } from './commands/keys.js';
import { addList } from './commands/list.js';
import { addMails } from './commands/mails.js';
import { addRenew } from './commands/renew.js';
import { addResend } from './commands/resend.js';
import { addResume } from './commands/resume.js';
import { addRevoke } from './commands/revoke.js';
import { addSuspend } from './commands/suspend.js';
import { addUnbake } from './commands/unbake.js';
import { addVerify } from './commands/verify.js';
import type { Ending } from './ending.js';
import type { Terminal } from './terminal.js';
import { EXIT } from './usage-error.js';

export type { Ending } from './ending.js';
export type { Terminal } from './terminal.js';
export { UsageError } from './usage-error.js';

/** Builds the whole command line. Nothing is run and nothing is read before `parseAsync`. */
export function buildProgram(terminal: Terminal, ending: Ending): Command {
  const program = new Command('proofmark')
    .description('Issue and verify Open Badges 3.0 that carry the work behind them.')
    .showHelpAfterError('(add --help for the options)')
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.err(text) })
    .exitOverride((error) => {
      ending.code = error.exitCode === 0 ? 0 : EXIT.usage;
      throw error;
    });
  for (const add of [
    addVerify,
    addList,
    addExport,
    addIssue,
    addJobs,
    addRenew,
    addCorrect,
    addResend,
    addClaimLinks,
    addMails,
    addEndorse,
    addRevoke,
    addSuspend,
    addResume,
    addErase,
    addBake,
    addUnbake,
    addKeys,
    addFrameworks,
    addEvidence,
    addDoctor,
    addAudit,
  ])
    add(program, terminal, ending);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}
