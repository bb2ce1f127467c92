import { afterEach, expect, it, vi } from 'vitest';
import { readArguments, readOneFile } from './read-arguments.js';

const given = [...process.argv];
afterEach(() => {
  process.argv = given;
});

/** How a command ends that is given these arguments; null when it goes on. */
function ended(read: () => unknown, ...args: readonly string[]) {
  process.argv = [...given.slice(0, 2), ...args];
  const said = { out: vi.spyOn(console, 'log').mockReturnValue(), err: vi.spyOn(console, 'error').mockReturnValue() };
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw { code, out: said.out.mock.lastCall?.[0], err: said.err.mock.lastCall?.[0] };
  });
  try {
    read();
    return null;
  } catch (end) {
    return end;
  }
}

it.each([['--help'], ['-h'], ['some.file', '--help']])('of %j prints the usage of any command, and ends well', (...args) => {
  const read = () => readArguments('Usage: x', () => expect.unreachable());
  expect(ended(read, ...args)).toEqual({ code: 0, out: 'Usage: x', err: undefined });
  expect(ended(() => readOneFile('Usage: x', 'check'), ...args)).toEqual({ code: 0, out: 'Usage: x', err: undefined });
});

it.each([[[]], [['a', 'b']], [['a', '--what']]])('of %j, which are not one file, prints the usage as an error', (args) => {
  expect(ended(() => readOneFile('Usage: x'), ...args)).toEqual({ code: 64, out: undefined, err: 'Usage: x' });
});

it('reads a file and its switch', () => {
  process.argv = [...given.slice(0, 2), '/tmp/a.zip', '--check'];
  expect(readOneFile('Usage: x', 'check')).toEqual({ path: '/tmp/a.zip', isGiven: true });
});
