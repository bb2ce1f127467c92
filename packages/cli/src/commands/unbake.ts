import { isPng, unbakePng, unbakeSvg } from '@proofmark/credentials';
import { nodePorts } from '@proofmark/platform/node';
import type { Command } from 'commander';
import type { Ending } from '../ending.js';
import { readFileStart } from '../input/read-input.js';
import { bakingSentence } from '../output/baking.js';
import { writeResult } from '../output/write-file.js';
import type { Terminal } from '../terminal.js';
import { EXIT } from '../usage-error.js';

/** `proofmark unbake <image>`: takes the badge out of a PNG or SVG, unchanged. */
export function addUnbake(program: Command, terminal: Terminal, ending: Ending): void {
  program
    .command('unbake')
    .description('Take the badge out of a PNG or SVG. This checks nothing: to know whether to rely on it, use verify.')
    .argument('<image>', 'a PNG or SVG file')
    .option('-o, --output <file>', 'where to write it', '-')
    .option('--force', 'replace the output file if it exists')
    .action(async (image: string, options: { output: string; force?: boolean }) => {
      const bytes = await readFileStart(image);
      const found = isPng(bytes) ? await unbakePng(bytes, nodePorts().inflate) : unbakeSvg(bytes);
      if (found.ok) return writeResult(terminal, options.output, found.text, options.force);
      terminal.err(`${bakingSentence(image, found.code)}\n`);
      ending.code = EXIT.failed;
    });
}
