import type { Report } from '@proofmark/schemas';
import { verify } from '@proofmark/verifying';
import type { Command } from 'commander';
import type { Ending } from '../ending.js';
import { opinionsOn } from '../input/opinions.js';
import { readInput } from '../input/read-input.js';
import { readRecording, recorder } from '../input/recording-file.js';
import { policyOf, type VerifyOptions } from '../input/verify-options.js';
import { openPorts } from '../input/verify-ports.js';
import { exitCode } from '../output/exit-code.js';
import { jsonLine } from '../output/json-line.js';
import { opinionsText } from '../output/opinions-text.js';
import { recordingLine, reportText } from '../output/report-text.js';
import { watched } from '../output/watched.js';
import { writeResult } from '../output/write-file.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** `proofmark verify`: checks badges and says what was found, one report an input, in order. */
export function addVerify(program: Command, terminal: Terminal, ending: Ending): void {
  program
    .command('verify')
    .description('Check badges: is each one genuine, is it current, and is the work there?')
    .argument('<badge...>', 'a file (JSON, JWT, PNG, SVG), an address, or - for standard input')
    .option('--json', 'print one JSON object a line')
    .option('--recipient <e-mail>', 'also ask whether the badge was issued to this e-mail address or DID')
    .option('--offline', 'use no network; what it would have answered is "unknown"')
    .option('--documents <map>', 'a JSON file that maps addresses and DIDs to files beside it, used instead of the network')
    .option('--at <time>', 'judge as of this time (RFC 3339 with a zone) instead of now')
    .option('--trust <file|url>', 'issuers that you trust: a list of DIDs or domains, or a registry; may be given several times', collect)
    .option('--save-facts <file>', 'record what the network answered, so that the check can be repeated without it')
    .option('--no-work', 'do not look whether the work behind a badge is still what was judged')
    .option('--facts <file>', 'verify with what was recorded, as of then, instead of asking the network')
    .option('--second-opinion', 'also ask @digitalbazaar/vc and jose about each signature; it changes no verdict')
    .addHelpText(
      'after',
      '\nExit code: 0 all genuine (and the recipient matches, when asked) · 1 at least one is not ·\n2 at least one is unfinished or unreadable and none is worse · 64 wrong usage',
    )
    .action(async (inputs: string[], options: VerifyOptions) => {
      ending.code = await run(inputs, options, terminal);
    });
}

async function run(inputs: readonly string[], options: VerifyOptions, terminal: Terminal): Promise<number> {
  const clash = options.documents !== undefined ? '--documents' : options.saveFacts !== undefined ? '--save-facts' : null;
  if (options.facts !== undefined && clash !== null) throw new UsageError(`--facts asks nobody, so ${clash} cannot go with it.`);
  const saved = options.facts === undefined ? null : await readRecording(options.facts);
  const ports = await openPorts(options, saved?.answers);
  try {
    const recording = options.saveFacts === undefined ? null : recorder(ports);
    const answers = watched({ ...ports, ...recording }, terminal);
    const policy = await policyOf(options, answers.documents, saved?.recording ?? null);
    if (saved !== null && !options.json) terminal.out(`${recordingLine(saved.recording.at)}\n`);
    const badges = await Promise.all(inputs.map(readInput));
    const reports: Report[] = [];
    for (const [index, badge] of badges.entries()) {
      const opinions = options.secondOpinion === true ? opinionsOn() : null;
      const report = await verify(badge, { ...ports, ...answers, ...opinions?.listener }, policy);
      reports.push(report);
      const name = inputs[index] ?? '';
      const asked = await opinions?.ask(ports.tokens);
      if (options.json) terminal.out(`${jsonLine(name, report, asked)}\n`);
      else terminal.out(`${reportText(name, report, terminal)}${asked === undefined ? '' : opinionsText(asked, terminal)}`);
    }
    if (recording !== null) await writeResult(terminal, options.saveFacts ?? '-', recording.save(policy), 'never');
    return exitCode(reports, options.recipient !== undefined);
  } finally {
    await ports.close();
  }
}
