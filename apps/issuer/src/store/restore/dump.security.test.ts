import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type FileMarks, openFileMarks } from '../../place-marks/file-marks.js';
import { createLogger } from '../../server/logger.js';
import { readNotes } from '../../withdrawn/note-file.js';
import { type SetBackWatch, watchSetBack } from '../../withdrawn/watch-set-back.js';
import { createPool } from '../database/pool.js';
import { postgresStore } from '../postgres-store.js';
import { type Drill, startDrill } from './drill.fixture.js';
import { type Dumping, startDumping } from './dump.fixture.js';
import { drillFolder } from './server.fixture.js';

// T10, T23: a dump that is restored into the very server that it was made of. All lives of the service issue before and after it.

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface Stage {
  readonly folder: string;
  readonly dumping: Dumping;
  readonly drill: Drill;
  connect(): pg.Pool;
  /** The marks of a process on the data folder of the service. */
  marks(): FileMarks;
  readonly watch: SetBackWatch;
  /** What the service said in its log. */
  readonly told: readonly Record<string, unknown>[];
}

async function start(interval: number | null = null): Promise<Stage> {
  const folder = drillFolder();
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  const dumping = await startDumping(folder);
  console.info(`The drill runs with ${dumping.form}.`);
  ends.push(() => dumping.server.stop());
  const { sockets, user, password } = dumping.server;
  const connect = () => {
    const pool = createPool(`postgres://${user}:${encodeURIComponent(password)}@/proofmark?host=${encodeURIComponent(sockets)}`);
    ends.push(() => pool.end());
    return pool;
  };
  const marks = () => {
    const opened = openFileMarks(join(folder, 'service'));
    ends.push(() => opened.close());
    return opened;
  };
  const told: Record<string, unknown>[] = [];
  const first = marks();
  const watch = watchSetBack({
    store: postgresStore(connect()),
    ...{ baseUrl: 'https://badges.example', dataDir: join(folder, 'service'), lists: first.confirmed },
    interval,
    logger: createLogger('error', (line) => void told.push(JSON.parse(line))),
  });
  ends.push(() => watch.close());
  const drill = await startDrill(connect(), { marks: first, published: watch.published, onSetBack: () => void watch.check() });
  return { folder, dumping, drill, connect, marks, watch, told };
}

describe.each(['recreate', 'clean', 'data-only'] as const)('a dump that is restored into the same server (%s)', (how) => {
  it('gives no place out twice, to no process, and keeps what was withdrawn before it', async () => {
    const { dumping, drill, connect, marks, watch, told } = await start();
    const living = drill.first;
    const ownMarks = marks();
    const stopping = drill.process(connect(), { marks: ownMarks });
    const [before, revoked, later] = await drill.issue(living, 3);
    await drill.issue(stopping, 1);
    await drill.revoke(living, revoked!);
    const handing = drill.process(connect());
    await drill.issue(handing, 1);
    await handing.places.release();
    const restore = await dumping.dump();

    // The service goes on after the dump. These badges are out in the world, and the dump knows nothing of them.
    await drill.take(living, 300);
    await drill.issue(living, 2);
    await drill.take(stopping, 300);
    await ownMarks.close();
    await drill.revoke(living, later!);
    const adopting = drill.process(connect());
    await drill.issue(adopting, 2);
    await restore(how);

    const again = marks();
    expect(again.owner).toBe(ownMarks.owner);
    const restarted = drill.process(connect(), { marks: again });
    for (const process of [living, restarted, drill.process(connect()), adopting]) {
      await drill.issue(process, 2);
      await drill.take(process, 600);
    }
    drill.noPlaceTwice();

    await watch.check();
    expect(watch.warnings()).toEqual(['withdrawals-missing']);
    expect(told).toContainEqual(expect.objectContaining({ count: 1, badges: [later!.id] }));
    const list = `https://badges.example/issuers/acme/status/${before!.statusListId}`;
    expect(told).toContainEqual(expect.objectContaining({ list, taken: 512, known: 256 }));
    await drill.revoke(living, later!);
    await watch.check();
    expect(watch.warnings()).toEqual([]);

    await drill.revoke(living, before!);
    const set = await living.store.statusLists.setIndices(drill.acme.issuer.id, before!.statusListId);
    expect(new Set(set)).toEqual(new Set([revoked, later, before].map((badge) => badge!.statusIndex)));
  });

  it('is told by a process that runs on and issues nothing', async () => {
    const { folder, dumping, drill, watch, told } = await start(100);
    await watch.check();
    const [before, lost] = await drill.issue(drill.first, 2);
    await drill.revoke(drill.first, before!);
    const restore = await dumping.dump();
    await drill.revoke(drill.first, lost!);
    const noted = () => readNotes(join(folder, 'service', 'withdrawn')).map(({ credentialId }) => credentialId);
    await expect.poll(noted).toContain(lost!.id);
    await restore(how);
    await vi.waitFor(() => expect(watch.warnings()).toEqual(['withdrawals-missing']), { timeout: 60_000 });
    // In the middle of the restore it may have told of more.
    expect(told).toContainEqual(expect.objectContaining({ count: 1, badges: [lost!.id] }));
    await drill.revoke(drill.first, lost!);
    await vi.waitFor(() => expect(watch.warnings()).toEqual([]), { timeout: 60_000 });
  });
});
