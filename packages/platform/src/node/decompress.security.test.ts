import { gzipBomb, slowness } from '@proofmark/testkit';
import { expect, it } from 'vitest';
import { decompress } from '../web/decompress.js';
import { gunzip } from './decompress.js';

// T5: a few bytes that unfold to many.

const MEGABYTE = 1024 * 1024;

it.each([
  ['node', gunzip],
  ['web', (data: Uint8Array, maxBytes: number) => decompress('gzip', data, maxBytes)],
] as const)('refuses a status list of 522 KB that unfolds to 512 MB fast and with little memory (%s)', async (_, unpack) => {
  const bomb = await gzipBomb(512);
  expect(bomb.length).toBeLessThan(530_000);
  const memory = process.memoryUsage.rss();
  // Processor time: other tests share the machine.
  const before = process.cpuUsage();
  expect(await unpack(bomb, MEGABYTE)).toBeNull();
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(700 * slowness('processor'));
  expect(process.memoryUsage.rss() - memory).toBeLessThan(64 * MEGABYTE);
});
