import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { afterEach, describe, it } from 'vitest';
import { openFileMarks } from '../../place-marks/file-marks.js';
import { createPool } from '../database/pool.js';
import { startDrill } from './drill.fixture.js';
import { copyFolder, drillFolder, movableAddress, npmServer } from './server.fixture.js';

// T10, T23: the files of the database alone are put back, as a snapshot of a volume is. Nothing in the database tells that.

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

describe('a snapshot of the database that is put back under living processes', () => {
  it('gives no place out twice, to none of them and to none that start then', async () => {
    const folder = drillFolder();
    ends.push(() => rmSync(folder, { recursive: true, force: true }));
    const [data, snapshot] = [join(folder, 'data'), join(folder, 'snapshot')];
    const address = movableAddress(folder);
    let server = await npmServer(data);
    ends.push(() => server.stop());
    address.lead(server);
    const connect = (): pg.Pool => {
      const pool = createPool(address.url(server));
      ends.push(() => pool.end());
      return pool;
    };
    const restart = async (between: () => void): Promise<void> => {
      await server.stop();
      between();
      server = await npmServer(data);
      address.lead(server);
    };
    const newMarks = () => {
      const marks = openFileMarks(join(folder, 'service'));
      ends.push(() => marks.close());
      return marks;
    };

    const drill = await startDrill(connect());
    const marks = newMarks();
    const stopping = drill.process(connect(), { marks });
    const handing = drill.process(connect());
    for (const process of [drill.first, stopping, handing]) await drill.issue(process, 1);
    await restart(() => copyFolder(data, snapshot));
    // Handed over to the run of the server that the snapshot does not have.
    for (const process of [drill.first, stopping, handing]) await drill.take(process, 300);
    await handing.places.release();
    const adopting = drill.process(connect());
    for (const process of [drill.first, stopping, adopting]) await drill.issue(process, 1);
    await marks.close();
    await restart(() => {
      rmSync(data, { recursive: true });
      copyFolder(snapshot, data);
    });

    const restarted = drill.process(connect(), { marks: newMarks() });
    for (const process of [drill.first, restarted, adopting, drill.process(connect())]) {
      await drill.issue(process, 1);
      await drill.take(process, 600);
    }
    drill.noPlaceTwice();
  });

  it('does not let a list be taken over that was handed over before it', async () => {
    const folder = drillFolder();
    ends.push(() => rmSync(folder, { recursive: true, force: true }));
    const [data, snapshot] = [join(folder, 'data'), join(folder, 'snapshot')];
    let server = await npmServer(data);
    ends.push(() => server.stop());
    const address = movableAddress(folder);
    address.lead(server);
    const pool = createPool(address.url(server));
    ends.push(() => pool.end());
    const drill = await startDrill(pool);
    await drill.issue(drill.first, 1);
    await drill.first.places.release();
    await server.stop();
    copyFolder(data, snapshot);
    for (const from of [data, snapshot]) {
      if (from !== data) {
        rmSync(data, { recursive: true });
        copyFolder(from, data);
      }
      server = await npmServer(data);
      address.lead(server);
      const process = drill.process(pool);
      await drill.issue(process, 1);
      await drill.take(process, 600);
      if (from === data) await server.stop();
    }
    drill.noPlaceTwice();
  });
});
