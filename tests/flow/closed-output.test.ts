import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../packages/cli/dist/main.js', import.meta.url));

it('the command line ends without a word when nobody reads its output any more', async () => {
  // `true` has ended long before the first line is written.
  const script = '{ "$0" "$1" verify --help; echo "ended with $?" >&2; } | true';
  const { stdout, stderr } = await promisify(execFile)('sh', ['-c', script, process.execPath, program]);
  expect([stdout, stderr]).toEqual(['', 'ended with 141\n']);
});
