import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { troubleOf } from '../store/database/trouble.js';
import { type FileMarks, openFileMarks } from './file-marks.js';

// T10, T23: a process goes on with the list of an earlier one only where that cannot have been set back.

const ACME = '0193a1cb-80b7-74c9-81d2-7d8e9fa0b1c2';
const OTHER = '0193a1cb-80b7-74c9-81d2-7d8e9fa0b1c3';
const MARK = { listId: 281_474_976_710_657, taken: 256 };

let root: string;
let dataDir: string;
/** Stands for the memory of the machine. */
let memory: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'proofmark-marks-'));
  dataDir = join(root, 'data');
  memory = mkdtempSync(join(root, 'memory-'));
});
const opened: FileMarks[] = [];
afterEach(async () => {
  for (const marks of opened.splice(0)) await marks.close();
  rmSync(root, { recursive: true });
});

function open(folder = dataDir): FileMarks {
  const marks = openFileMarks(folder, memory);
  opened.push(marks);
  return marks;
}

/** What is in memory after the process that held it was killed: it is another process's, and that one has ended. */
async function kill(): Promise<void> {
  const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
  await once(child, 'exit');
  for (const name of readdirSync(memory)) {
    renameSync(join(memory, name), join(memory, name.replace(`.${process.pid}.`, `.${child.pid}.`)));
  }
}

describe('the marks of a process', () => {
  it('are gone on with by the next process on the data folder, when this one ended in good order', async () => {
    const first = open();
    await first.write(ACME, MARK);
    await first.write(OTHER, MARK);
    await first.write(ACME, { ...MARK, taken: 512 });
    await first.forget(OTHER);
    await first.close();
    const second = open();
    expect([second.owner, second.read(ACME), second.read(OTHER)]).toEqual([first.owner, { ...MARK, taken: 512 }, null]);
  });

  it('are gone on with when the process was killed', async () => {
    const first = open();
    await first.write(ACME, MARK);
    await kill();
    expect(open().read(ACME)).toMatchObject(MARK);
  });

  it('are gone on with by one process alone', async () => {
    const first = open();
    await first.write(ACME, MARK);
    // It runs.
    const beside = open();
    expect([beside.owner === first.owner, beside.read(ACME)]).toEqual([false, null]);
    await beside.write(ACME, { ...MARK, listId: MARK.listId + 1 });
    await first.close();
    const [one, two] = [open(), open()];
    expect([one, two].map((marks) => marks.read(ACME)).filter((mark) => mark?.listId === MARK.listId)).toHaveLength(1);
  });

  it.each([
    ['another space of process ids, as of another container', (name: string) => name.replace(/\.\d+\./, '.1.')],
    ['no process at all', (name: string) => name.replace(/\.\d+\..*/, '.')],
  ])('are left alone when they are held by %s', async (_, rename) => {
    const first = open();
    await first.write(ACME, MARK);
    await kill();
    for (const name of readdirSync(memory)) renameSync(join(memory, name), join(memory, rename(name)));
    expect(open().read(ACME)).toBeNull();
  });

  it('are not gone on with after a restart of the machine', async () => {
    const first = open();
    await first.write(ACME, MARK);
    await first.close();
    for (const name of readdirSync(memory)) rmSync(join(memory, name));
    expect(open().read(ACME)).toBeNull();
  });

  it('are not gone on with where the machine has no such memory', async () => {
    const first = openFileMarks(dataDir, null);
    await first.write(ACME, MARK);
    expect(first.read(ACME)).toEqual(MARK);
    await first.close();
    expect(openFileMarks(dataDir, null).read(ACME)).toBeNull();
  });

  it('leave nothing behind when there are none', async () => {
    const first = open();
    await first.write(ACME, MARK);
    await first.forget(ACME);
    await first.close();
    await open().close();
    expect([readdirSync(join(dataDir, 'places')), readdirSync(memory)]).toEqual([[], []]);
  });

  it('are for their owner alone', async () => {
    const marks = open();
    await marks.write(ACME, MARK);
    const files = [
      join(dataDir, 'places'),
      ...[join(dataDir, 'places'), memory].flatMap((f) => readdirSync(f).map((name) => join(f, name))),
    ];
    expect(files.map((path) => (statSync(path).mode & 0o777).toString(8))).toEqual(['700', '600', '600']);
  });
});

describe('a data folder that was copied', () => {
  it('has no marks for a process that starts on the copy while the original runs', async () => {
    const original = open();
    await original.write(ACME, MARK);
    const copy = join(root, 'copy');
    cpSync(dataDir, copy, { recursive: true });
    expect(open(copy).read(ACME)).toBeNull();
  });

  it('has marks for one of the two, when neither ran', async () => {
    const original = open();
    await original.write(ACME, MARK);
    await original.close();
    const copy = join(root, 'copy');
    cpSync(dataDir, copy, { recursive: true });
    expect([open(copy), open()].map((marks) => marks.read(ACME)).filter((mark) => mark !== null)).toHaveLength(1);
  });

  it.each(['cp', 'mv'])('and was put back in place (%s) has no marks for lists of which places were taken since', async (how) => {
    const first = open();
    await first.write(ACME, MARK);
    await first.write(OTHER, MARK);
    await first.close();
    const copy = join(root, 'copy');
    cpSync(dataDir, copy, { recursive: true, preserveTimestamps: true });
    const second = open();
    await second.write(ACME, { ...MARK, taken: 512 });
    await second.close();
    if (how === 'mv') {
      rmSync(dataDir, { recursive: true });
      renameSync(copy, dataDir);
    } else cpSync(copy, dataDir, { recursive: true, preserveTimestamps: true });
    const third = open();
    // Of the other list no place was taken since.
    expect([third.read(ACME), third.read(OTHER)]).toEqual([null, expect.objectContaining(MARK)]);
  });

  it('in which the folder of marks is missing has none', async () => {
    const first = open();
    await first.write(ACME, MARK);
    await first.close();
    rmSync(join(dataDir, 'places'), { recursive: true });
    expect(open().read(ACME)).toBeNull();
  });
});

describe('a file of marks', () => {
  it('says nothing by a line that a crash cut off, and goes on after it', async () => {
    const first = open();
    await first.write(ACME, MARK);
    await first.close();
    const files = () => [join(dataDir, 'places'), memory].flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
    for (const path of files()) appendFileSync(path, `w ${ACME} ${MARK.listId} 51`);
    const second = open();
    expect(second.read(ACME)).toMatchObject(MARK);
    await second.write(OTHER, MARK);
    await second.close();
    const third = open();
    expect([third.read(ACME), third.read(OTHER)]).toEqual([expect.objectContaining(MARK), expect.objectContaining(MARK)]);
  });

  it('counts for nothing when it is a link', async () => {
    const first = open();
    await first.write(ACME, MARK);
    await first.close();
    const [name = ''] = readdirSync(join(dataDir, 'places'));
    const path = join(dataDir, 'places', name);
    renameSync(path, join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), path);
    expect(open().read(ACME)).toBeNull();
  });

  it('is written anew when it has grown', async () => {
    const marks = open();
    const many = [...Array(20_000).keys()];
    await Promise.all(many.map((taken) => marks.write(taken % 2 === 0 ? ACME : OTHER, { ...MARK, taken })));
    await marks.write(ACME, { ...MARK, taken: 20_000 });
    await marks.close();
    for (const folder of [join(dataDir, 'places'), memory]) {
      const [name = ''] = readdirSync(folder).filter((file) => !file.endsWith('.new'));
      expect(statSync(join(folder, name)).size).toBeLessThan(1_100_000);
    }
    expect(open().read(ACME)).toMatchObject({ taken: 20_000 });
  });

  it('that cannot be written is an error, and works again when it can', async () => {
    const marks = open();
    rmSync(join(dataDir, 'places'), { recursive: true });
    writeFileSync(join(dataDir, 'places'), '');
    const refused = await marks.write(ACME, MARK).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'MarkError', message: expect.stringContaining('ENOTDIR') });
    // It is answered like a full disk of the database: 503.
    expect(troubleOf(refused)).toBe('full');
    expect(marks.read(ACME)).toBeNull();
    rmSync(join(dataDir, 'places'));
    mkdirSync(join(dataDir, 'places'));
    await marks.write(ACME, MARK);
    expect(marks.read(ACME)).toEqual(MARK);
  });

  it.runIf(existsSync('/dev/full'))('on a full disk is an error', async () => {
    const marks = open();
    await marks.write(ACME, MARK);
    const { openMarkLog } = await import('./mark-log.js');
    const log = await openMarkLog('/dev/full', { lasting: true });
    await expect(log.add('w')).rejects.toMatchObject({ code: 'ENOSPC' });
    await log.close();
  });
});

describe('what processes left in the memory of the machine', () => {
  it('is removed once their data folder is gone', async () => {
    const [first, second] = [open(join(root, 'gone')), open()];
    for (const marks of [first, second]) {
      await marks.write(ACME, MARK);
      await marks.close();
    }
    rmSync(join(root, 'gone'), { recursive: true });
    const left = readdirSync(memory).length;
    open(join(root, 'third'));
    expect([left, readdirSync(memory).length]).toEqual([2, 1]);
    expect(readFileSync(join(memory, readdirSync(memory)[0] ?? ''), 'latin1')).toContain(dataDir);
  });
});
