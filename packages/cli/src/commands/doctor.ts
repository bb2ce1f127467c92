import type { Command } from 'commander';
import { examine } from '../doctor/examine.js';
import { codeOfFindings } from '../doctor/finding.js';
import { openLook } from '../doctor/look.js';
import type { Ending } from '../ending.js';
import { doctorText } from '../output/doctor-text.js';
import type { Terminal } from '../terminal.js';

/** `proofmark doctor <issuer>`: is this issuer set up so that others can check its badges? */
export function addDoctor(program: Command, terminal: Terminal, ending: Ending): void {
  program
    .command('doctor')
    .description('Look at an issuer from outside, as verifiers do: can others check its badges?')
    .argument('<issuer>', 'a DID, the address of an issuer, or one of its badges (an address or a file)')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExit code: 0 all is well · 1 there are problems · 2 somebody could not be asked · 64 wrong usage')
    .action(async (issuer: string, options: { json?: boolean }) => {
      const look = openLook();
      try {
        const examination = await examine(issuer, look, Date.now());
        terminal.out(options.json ? `${JSON.stringify(examination)}\n` : doctorText(examination, terminal));
        ending.code = codeOfFindings(examination.findings);
      } finally {
        await look.ports.close();
      }
    });
}
