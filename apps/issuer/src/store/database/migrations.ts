import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One numbered SQL file, such as 0001-initial.sql. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly checksum: string;
  /** A service that knows at least so many files works on the database after this one. */
  readonly worksWith: number;
  /** False for a file whose statements run each on its own: `NNNN-name.concurrently.sql`. */
  readonly transactional: boolean;
}

const MIGRATIONS_FOLDER: string = fileURLToPath(new URL('../../../migrations/', import.meta.url));

/** Reads the migrations of a folder in order. Throws when a number is missing or used twice, which is an error in the code. */
export function readMigrations(folder: string = MIGRATIONS_FOLDER): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  let worksWith = 0;
  return files.map((name, index) => {
    const [, number, concurrently] = /^(\d{4})-[a-z0-9-]+(\.concurrently)?\.sql$/.exec(name) ?? [];
    const version = Number(number);
    if (version !== index + 1) throw new Error(`The migration ${name} does not follow in number.`);
    // A checkout on another system may end its lines differently; that changes nothing.
    const sql = readFileSync(`${folder}/${name}`, 'utf8').replaceAll('\r\n', '\n');
    worksWith = Math.max(worksWith, oldestFor(sql, version));
    const checksum = createHash('sha256').update(sql).digest('hex');
    return { version, name, sql, checksum, worksWith, transactional: concurrently === undefined };
  });
}

/**
 * What the first line says of services that do not know this file: `-- expand: …` changes nothing for them, `-- contract 0019: …` removes what
 * only those need that do not know file 19. A file without such a line can be used only by services that know it.
 */
function oldestFor(sql: string, version: number): number {
  const [, kind, since] = /^-- (?:(expand)|contract (\d{4})): \S/.exec(sql) ?? [];
  if (since !== undefined) return Number(since);
  return kind === undefined ? version : 0;
}
