import { chownSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { createPool } from '../database/pool.js';
import { kyselyOver } from '../postgres-store.js';
import { statusPlaceRepository } from '../status-places.js';
import { startDrill } from './drill.fixture.js';
import { asAdmin, copyFolder, type DrillServer, drillFolder, movableAddress, npmServer } from './server.fixture.js';

// T10, T23: the primary is lost, and a standby that had not received all of it goes on in its place.

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const ask = async <T>(server: DrillServer, text: string): Promise<T> =>
  asAdmin(server, async (admin) => (await admin.query<{ answer: T }>(text)).rows[0]!.answer);

/** A standby that follows the primary, made of a copy of its files in backup mode. */
async function startStandby(primary: DrillServer, from: string, to: string): Promise<DrillServer> {
  await asAdmin(primary, async (admin) => {
    await admin.query("SELECT pg_backup_start('standby', true)");
    copyFolder(from, to);
    const { rows } = await admin.query<{ label: string }>('SELECT labelfile AS label FROM pg_backup_stop(false)');
    writeAsOwner(join(to, 'postgres'), 'backup_label', rows[0]!.label);
  });
  for (const name of ['postgres.owner', 'postgres/postmaster.pid']) rmSync(join(to, name), { force: true });
  writeAsOwner(join(to, 'postgres'), 'standby.signal', '');
  const { sockets, user, password } = primary;
  await appendFile(
    join(to, 'postgres', 'postgresql.auto.conf'),
    `primary_conninfo = 'host=${sockets} user=${user} password=${password}'\n`,
  );
  return npmServer(to);
}

/** PostgreSQL may run as another user than this test. */
function writeAsOwner(folder: string, name: string, text: string): void {
  const { uid, gid } = statSync(folder);
  writeFileSync(join(folder, name), text, { mode: 0o600 });
  chownSync(join(folder, name), uid, gid);
}

describe('a standby that lagged and takes the place of its primary', () => {
  it('gives no place out twice, and is known for another history at once', async () => {
    const folder = drillFolder();
    ends.push(() => rmSync(folder, { recursive: true, force: true }));
    const address = movableAddress(folder);
    const primary = await npmServer(join(folder, 'primary'));
    let lost = false;
    ends.push(() => (lost ? undefined : primary.stop()));
    address.lead(primary);
    const connect = (): pg.Pool => {
      const pool = createPool(address.url(primary));
      ends.push(() => pool.end());
      return pool;
    };
    const pool = connect();
    const drill = await startDrill(pool);
    const handing = drill.process(connect());
    await drill.issue(drill.first, 2);
    await drill.issue(handing, 1);
    await handing.places.release();
    const origin = () => statusPlaceRepository(kyselyOver(pool)).origin();
    const before = await origin();

    const standby = await startStandby(primary, join(folder, 'primary'), join(folder, 'standby'));
    ends.push(() => standby.stop());
    const written = await ask<string>(primary, 'SELECT pg_current_wal_lsn()::text AS answer');
    await expect
      .poll(() => ask<boolean>(standby, `SELECT pg_last_wal_replay_lsn() >= '${written}' AS answer`), { timeout: 30_000 })
      .toBe(true);

    // From here on it hears nothing of the primary, which goes on.
    await asAdmin(standby, async (admin) => {
      await admin.query("ALTER SYSTEM SET primary_conninfo = ''");
      await admin.query('SELECT pg_reload_conf()');
    });
    await expect.poll(() => ask<number>(standby, 'SELECT count(*)::int AS answer FROM pg_stat_wal_receiver'), { timeout: 30_000 }).toBe(0);
    await drill.take(drill.first, 300);
    await drill.issue(drill.first, 2);
    const [adopting, late] = [drill.process(connect()), drill.process(connect())];
    for (const process of [adopting, late]) await drill.issue(process, 2);

    await primary.stop();
    lost = true;
    await asAdmin(standby, (admin) => admin.query('SELECT pg_promote()'));
    address.lead(standby);

    const after = await origin();
    const timeline = ({ history }: { readonly history: string }): string => history.split('/')[1] ?? '';
    expect([timeline(before), timeline(after)]).toEqual(['00000001', '00000002']);
    for (const process of [drill.first, adopting, late, drill.process(connect())]) {
      await drill.issue(process, 2);
      await drill.take(process, 600);
    }
    drill.noPlaceTwice();
  });
});
