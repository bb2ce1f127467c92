import { type Bakeable, type BakingCode, bakePng, bakeSvg, isPng } from '@proofmark/credentials';
import { decodeUtf8Document } from '@proofmark/primitives';
import type { Command } from 'commander';
import type { Ending } from '../ending.js';
import { readFileStart } from '../input/read-input.js';
import { bakingSentence } from '../output/baking.js';
import { writeResult } from '../output/write-file.js';
import type { Terminal } from '../terminal.js';
import { EXIT, UsageError } from '../usage-error.js';

type Baked = { readonly ok: true; readonly image: Uint8Array | string } | { readonly ok: false; readonly code: BakingCode };

/** `proofmark bake <badge> <image> -o <file>`: puts a signed badge into a PNG or SVG. */
export function addBake(program: Command, terminal: Terminal, ending: Ending): void {
  program
    .command('bake')
    .description('Put a signed badge into a PNG or SVG. A badge that is already inside is replaced.')
    .argument('<badge>', 'the signed badge: a JSON or JWT file')
    .argument('<image>', 'a PNG or SVG file')
    .requiredOption('-o, --output <file>', 'where to write the image')
    .option('--force', 'replace the output file if it exists')
    .action(async (badge: string, image: string, options: { output: string; force?: boolean }) => {
      const text = bakeable(badge, await readFileStart(badge));
      const baked = bake(await readFileStart(image), text);
      if (baked.ok) return writeResult(terminal, options.output, baked.image, options.force);
      terminal.err(`${bakingSentence(image, baked.code)}\n`);
      ending.code = EXIT.failed;
    });
}

function bakeable(file: string, bytes: Uint8Array): Bakeable {
  const text = (decodeUtf8Document(bytes) ?? '').trim();
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)) return { kind: 'jwt', text };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'credentialSubject' in value) return { kind: 'json', text };
  } catch {
    // told below
  }
  throw new UsageError(
    `${file} is no badge: it is neither the JSON of a credential nor a JWT. Name a file as the service gives it (…/credentials/<id>.json or .jwt).`,
  );
}

function bake(image: Uint8Array, badge: Bakeable): Baked {
  if (isPng(image)) {
    const baked = bakePng(image, badge);
    return baked.ok ? { ok: true, image: baked.png } : baked;
  }
  const svg = decodeUtf8Document(image);
  if (svg === null) return { ok: false, code: 'malformed-text' };
  const baked = bakeSvg(svg, badge);
  return baked.ok ? { ok: true, image: baked.svg } : baked;
}
