import { extname } from 'node:path';
import type { SkillFile } from '@proofmark/client';
import type { Skill, SkillFramework } from '@proofmark/schemas/api';
import type { Command } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import { readFileStart } from '../input/read-input.js';
import { plain, type Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

interface Options extends ApiOptions {
  readonly issuer?: string;
  readonly json?: boolean;
}

interface ImportOptions extends Options {
  readonly name?: string;
  readonly url?: string;
  readonly replace?: boolean;
}

interface SearchOptions extends Options {
  readonly framework?: string;
  readonly limit: string;
}

/** The most bytes that the service reads of a file. */
const MOST_BYTES = 64 * 1024 * 1024;

/** `proofmark frameworks import|list|search|delete`: skills that achievements align to. */
export function addFrameworks(program: Command, terminal: Terminal): void {
  const frameworks = program.command('frameworks').description('Import frameworks of skills, and find skills to align achievements to.');
  const json = (value: unknown): void => terminal.out(`${JSON.stringify(value)}\n`);

  addApiOptions(frameworks.command('import <file>'))
    .description(
      'Import a file as it was published: a CFPackage of CASE (.json), the skills of ESCO (.csv), or a .csv with `name` and `url`.',
    )
    .option('--name <name>', 'what the framework is called; default: as the file says')
    .option('--url <address>', 'where it is published')
    .option('--replace', 'take the place of the framework of this name')
    .option('--issuer <id>', 'needed with an admin key')
    .option('--json', "print the service's answer")
    .action(async (path: string, options: ImportOptions) => {
      const { name, url, issuer, replace } = options;
      const file = await skillFile(path);
      const asked = { name, url, issuer, ...(replace === true ? { replace: 'true' as const } : {}) };
      const imported = await (await clientOf(options)).skills.importFramework(file, asked);
      if (options.json) json(imported);
      else terminal.out(`Imported: ${lineOf(imported)}`);
    });

  addApiOptions(frameworks.command('list').description('List the frameworks that were imported.'))
    .option('--issuer <id>', 'needed with an admin key')
    .option('--json', 'print one JSON object a line')
    .action(async (options: Options) => {
      const filter = options.issuer === undefined ? {} : { issuer: options.issuer };
      for await (const one of (await clientOf(options)).skills.frameworks(filter)) {
        if (options.json) json(one);
        else terminal.out(lineOf(one));
      }
    });

  addApiOptions(frameworks.command('search <words>').description('Find skills by words of their names, other names or codes.'))
    .option('--framework <id>', 'only in this framework')
    .option('--limit <n>', 'how many at most', '20')
    .option('--issuer <id>', 'needed with an admin key')
    .option('--json', 'print the alignments as an achievement takes them, one a line')
    .action(async (q: string, options: SearchOptions) => {
      const { framework, limit, issuer } = options;
      const { data } = await (await clientOf(options)).skills.search({ q, framework, limit, issuer });
      if (options.json) for (const { alignment } of data) json(alignment);
      else terminal.out(data.length === 0 ? 'No skills.\n' : data.map(skillLine).join(''));
    });

  addApiOptions(frameworks.command('delete <framework>').description('Delete a framework. What was aligned to it stays so.')).action(
    async (id: string, options: Options) => {
      await (await clientOf(options)).skills.deleteFramework(id);
      terminal.out('Deleted.\n');
    },
  );
}

async function skillFile(path: string): Promise<SkillFile> {
  const type = ({ '.json': 'application/json', '.csv': 'text/csv', '.tsv': 'text/csv', '.txt': 'text/csv' } as const)[
    extname(path).toLowerCase()
  ];
  if (type === undefined)
    throw new UsageError(
      `${path} is neither .json (a CFPackage of CASE) nor .csv. Save a spreadsheet as “CSV UTF-8”, and unpack an archive first.`,
    );
  const bytes = await readFileStart(path, MOST_BYTES + 1);
  if (bytes.length > MOST_BYTES)
    throw new UsageError(`${path} is larger than ${MOST_BYTES} bytes, the most that is read. Import parts of it.`);
  return { type, bytes };
}

function lineOf({ id, name, format, skills, skipped }: SkillFramework): string {
  const less = skipped === 0 ? '' : `, ${skipped} rows passed over`;
  return `${plain(name, 60)} (${format}): ${skills} skills${less}  ${id}\n`;
}

function skillLine({ alignment }: Skill): string {
  const { targetName, targetCode, targetFramework, targetUrl } = alignment;
  const code = targetCode === undefined ? '' : ` (${plain(targetCode, 40)})`;
  return `${plain(targetName, 120)}${code}  ${plain(targetFramework ?? '', 40)}  ${plain(targetUrl)}\n`;
}
