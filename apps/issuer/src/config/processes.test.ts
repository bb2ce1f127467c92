import { expect, it } from 'vitest';
import { readConfiguration } from './read-configuration.js';

it.each([
  ['another kind of process', { PROCESS: 'web', DATABASE_URL: 'postgres://h/d' }, 'setting-invalid', /^PROCESS/],
  ['a worker of the embedded database', { PROCESS: 'worker' }, 'settings-contradict', /^PROCESS.*DATABASE_URL/],
  ['a standby of the embedded database', { DATABASE_READ_URL: 'postgres://h/d' }, 'settings-contradict', /^DATABASE_READ_URL/],
  ['too few connections', { DATABASE_CONNECTIONS: '3' }, 'setting-invalid', /^DATABASE_CONNECTIONS/],
  ['another way to prepare statements', { DATABASE_PREPARED: 'yes' }, 'setting-invalid', /^DATABASE_PREPARED/],
  ['a stop without end', { DRAIN_SECONDS: '3600' }, 'setting-invalid', /^DRAIN_SECONDS/],
] as const)('%s is a start-up error that names the setting', (_, environment, code, message) => {
  expect(() => readConfiguration(environment)).toThrow(expect.objectContaining({ code, message: expect.stringMatching(message) }));
});

it.each([
  ['on', true],
  ['off', false],
  ['', null],
] as const)('DATABASE_PREPARED "%s" is read', (DATABASE_PREPARED, prepared) => {
  expect(readConfiguration({ DATABASE_PREPARED }).settings.processes.prepared).toBe(prepared);
});
