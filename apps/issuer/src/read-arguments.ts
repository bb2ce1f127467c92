import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What `read` makes of the arguments of a command. Where it throws, the usage is printed, and the process ends with exit code 64. */
export function readArguments<Read>(usage: string, read: () => Read): Read {
  try {
    return read();
  } catch {
    console.error(usage);
    process.exit(64);
  }
}

/** The one file that a command names, as a whole path, and whether the switch was given. `--help` prints the usage and ends the process. */
export function readOneFile(usage: string, name?: string): { readonly path: string; readonly isGiven: boolean } {
  return readArguments(usage, () => {
    const isSwitch = { type: 'boolean' } as const;
    const options = { help: { ...isSwitch, short: 'h' }, ...(name === undefined ? {} : { [name]: isSwitch }) };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (values.help === true) {
      console.log(usage);
      process.exit(0);
    }
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) throw new TypeError('one file');
    return { path: resolve(path), isGiven: name !== undefined && Object.entries(values).some(([given, is]) => given === name && is) };
  });
}
