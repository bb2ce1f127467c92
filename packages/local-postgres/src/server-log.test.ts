import { expect, it } from 'vitest';
import { reasonInLog } from './server-log.js';

const at = '2026-11-28 12:00:00.000 UTC [42]';

it('names the full disk, and not what clients were told meanwhile', () => {
  // The log of a start on a full disk, as PostgreSQL 18 writes it.
  const log = [
    `${at} LOG:  database system was not properly shut down; automatic recovery in progress`,
    `${at} FATAL:  the database system is not yet accepting connections`,
    `${at} DETAIL:  Consistent recovery state has not been yet reached.`,
    `${at} LOG:  redo starts at 0/1936E70`,
    `${at} FATAL:  could not write to file "pg_wal/xlogtemp.52": No space left on device`,
    `${at} LOG:  startup process (PID 52) exited with exit code 1`,
    `${at} FATAL:  the database system is shutting down`,
  ].join('\n');
  expect(reasonInLog(log)).toEqual({ reason: 'could not write to file "pg_wal/xlogtemp.52": No space left on device', diskFull: true });
  expect(reasonInLog(log.replace('No space left on device', 'Disk quota exceeded'))).toMatchObject({ diskFull: true });
});

it('names the last failure of the server itself', () => {
  const log = `${at} FATAL:  the database system is starting up\n${at} PANIC:  could not locate a valid checkpoint record at 0/1\n${at} LOG:  startup process was terminated by signal 6: Aborted\n`;
  expect(reasonInLog(log)).toEqual({ reason: 'could not locate a valid checkpoint record at 0/1', diskFull: false });
});

it('knows no reason where the log has none', () => {
  expect(reasonInLog('')).toBeNull();
  expect(reasonInLog(`${at} FATAL:  the database system is not yet accepting connections\n`)).toBeNull();
});
