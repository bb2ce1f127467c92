import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * What `read` makes of the arguments of a command. Where they ask for help, the usage is printed, and the process ends well. Where `read` throws, the usage
 * is printed as an error, and the process ends with exit code 64.
 */
export function readArguments<Read>(usage: string, read: () => Read): Read {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return read();
  } catch {
    console.error(usage);
    process.exit(64);
  }
}

/** The one file that a command names, as a whole path, and whether the switch was given. */
export function readOneFile(usage: string, name?: string): { readonly path: string; readonly isGiven: boolean } {
  return readArguments(usage, () => {
    const options = name === undefined ? {} : { [name]: { type: 'boolean' } as const };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) throw new TypeError('one file');
    return { path: resolve(path), isGiven: Object.values(values).includes(true) };
  });
}
