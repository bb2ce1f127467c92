import { createHash } from 'node:crypto';
import { DUPLICATE_RULES, type DuplicateRule, type IssuanceJobOptions, JOB_COLUMNS } from '@proofmark/schemas/api';
import { type Command, InvalidArgumentError, Option } from 'commander';

type Columns = Readonly<Record<string, string | null>>;

/** What is to become of a file, as options of the command line. */
export interface FileSettings {
  readonly validate?: boolean;
  readonly onDuplicate?: DuplicateRule;
  readonly map?: Columns;
  readonly ignoreExtraColumns?: boolean;
}

const isField = (name: string): boolean => JOB_COLUMNS.some((column) => column === name) || /^result:.{1,200}$/.test(name);

/** `COLUMN=FIELD`, or `COLUMN=` for a column that is ignored. A column may have a `=` in its name. */
function addColumn(text: string, before: Columns = {}): Columns {
  const at = text.lastIndexOf('=');
  const [column, field] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 0 || column === '') throw new InvalidArgumentError('It looks like "E-Mail-Adresse=email", or "Course=" to leave a column out.');
  if (field !== '' && !isField(field))
    throw new InvalidArgumentError(`After the = comes one of ${JOB_COLUMNS.join(', ')}, or result:NAME.`);
  return { ...before, [column]: field === '' ? null : field };
}

export function addFileSettings(command: Command): Command {
  return command
    .option('--validate', 'with --csv: issue nothing, and find every fault')
    .addOption(
      new Option('--on-duplicate <rule>', 'with --csv: what is done for a person who has the badge already').choices([...DUPLICATE_RULES]),
    )
    .addOption(
      new Option(
        '--map <column=field>',
        `with --csv: what a column of the file is (${JOB_COLUMNS.join(', ')} or result:NAME); may be given several times`,
      ).argParser(addColumn),
    )
    .option('--ignore-extra-columns', 'with --csv: leave out columns that are not known');
}

/** The settings of a job. */
export function jobOptionsOf(achievementId: string, settings: FileSettings): IssuanceJobOptions {
  return {
    achievementId,
    mode: settings.validate === true ? 'validate' : 'issue',
    ...(settings.onDuplicate !== undefined && { onDuplicate: settings.onDuplicate }),
    ...(settings.map !== undefined && { columns: settings.map }),
    ...(settings.ignoreExtraColumns === true && { extraColumns: 'ignore' as const }),
  };
}

/** The same for the same file with the same settings, so that the service makes one job of a command that is run again. */
export function keyOfUpload(digest: string, { columns = {}, ...options }: IssuanceJobOptions): string {
  const settings = [...Object.entries(options), ...Object.entries(columns).map(([name, field]) => [`column ${name}`, field])];
  const text = JSON.stringify([digest, ...settings.map((each) => JSON.stringify(each)).sort()]);
  return `file-${createHash('sha256').update(text).digest('hex').slice(0, 48)}`;
}
