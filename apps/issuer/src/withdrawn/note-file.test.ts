import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NotedChange } from '../store/index.js';
import { openNotes, readNotes } from './note-file.js';

const CHANGE: NotedChange = {
  issuerId: '0193a1cb-80b7-74c9-81d2-7d8e9fa0b1c2',
  seq: 7,
  credentialId: '0193a1cb-80b7-74c9-81d2-7d8e9fa0b1c3',
  listId: 281_474_976_710_657,
  index: 68_479,
  purpose: 'revocation',
  value: true,
  at: 1_795_911_473_000,
};
const OTHER = { ...CHANGE, seq: 8, credentialId: '0193a1cb-80b7-74c9-81d2-7d8e9fa0b1c4' };

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'proofmark-notes-')), 'withdrawn');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

describe('the notes of withdrawals', () => {
  it('are read again by later processes, of several processes together', async () => {
    for (const change of [CHANGE, OTHER]) {
      const notes = openNotes(folder);
      await notes.add([change]);
      await notes.close();
    }
    expect(readNotes(folder)).toEqual(expect.arrayContaining([CHANGE, OTHER]));
    expect(readdirSync(folder).map((name) => (statSync(join(folder, name)).mode & 0o777).toString(8))).toEqual(['600', '600']);
  });

  it('hold the last state of a badge for each purpose', async () => {
    const notes = openNotes(folder);
    const suspended: NotedChange = { ...CHANGE, purpose: 'suspension', seq: 8 };
    const resumed = { ...suspended, value: false, seq: 9, at: CHANGE.at + 1 };
    await notes.add([CHANGE, suspended]);
    await notes.add([resumed]);
    await notes.close();
    expect(readNotes(folder)).toEqual([CHANGE, resumed]);
  });

  it('leave nothing where nothing was withdrawn, and are none where there is no folder', async () => {
    expect(readNotes(folder)).toEqual([]);
    await openNotes(folder).close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('pass over lines that say nothing', async () => {
    const notes = openNotes(folder);
    await notes.add([CHANGE]);
    await notes.close();
    const [name = ''] = readdirSync(folder);
    appendFileSync(join(folder, name), 'x,y\n\n0193a1cb-80b7-74c9-81d2-7d8e9fa0b1c2,7,');
    writeFileSync(join(folder, 'note.txt'), 'mine');
    expect(readNotes(folder)).toEqual([CHANGE]);
  });

  it('take a bounded room: beyond 8 MB another file begins, and of the files the eight newest count', async () => {
    const notes = openNotes(folder);
    const many = Array.from({ length: 80_000 }, (_, seq) => ({ ...CHANGE, seq }));
    await notes.add(many);
    await notes.add([OTHER]);
    await notes.close();
    expect(readdirSync(folder)).toHaveLength(2);
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const path = join(folder, `000000000000000${n}.csv`);
      writeFileSync(path, '');
      utimesSync(path, n, n);
    }
    await openNotes(folder).close();
    expect(readdirSync(folder)).toHaveLength(8);
    expect(readNotes(folder)).toContainEqual(OTHER);
  });

  it('go on in another file after a failure', async () => {
    const notes = openNotes(folder);
    await notes.add([CHANGE]);
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    await notes.close();
    const other = openNotes(join(folder, '..', 'other'));
    rmSync(join(folder, '..', 'other'), { recursive: true });
    await expect(other.add([CHANGE])).rejects.toMatchObject({ code: 'ENOENT' });
    openNotes(join(folder, '..', 'other'));
    await other.add([CHANGE]);
    await other.close();
    expect(readNotes(join(folder, '..', 'other'))).toEqual([CHANGE]);
  });
});
