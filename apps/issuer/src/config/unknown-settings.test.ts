import { describe, expect, it } from 'vitest';
import { readConfiguration } from './read-configuration.js';

describe('an unknown setting', () => {
  it.each([
    ['PUBLIC_BASE_URI', 'PUBLIC_BASE_URL'],
    ['PUBLIC_URL_BASE', null],
    ['PUBLIC_BASEURL', 'PUBLIC_BASE_URL'],
    ['PUBLIC_BASE', 'PUBLIC_BASE_URL'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['database_url', 'DATABASE_URL'],
    ['DATADIR', 'DATA_DIR'],
    ['KEY_PASSPHRSAE', 'KEY_PASSPHRASE'],
    ['KEY_PASSWORD', 'KEY_PASSPHRASE'],
    ['KEY_PASSPHRASE_PATH', 'KEY_PASSPHRASE'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['PROOFMARK_PORT', 'PORT'],
    ['PROOFMARK_PROT', 'PORT'],
    ['PROOFMARK_DATA_DIR', 'DATA_DIR'],
  ])('%s is named, with %s as the one that was meant', (name, meant) => {
    const read = (): unknown => readConfiguration({ [name]: 'x' });
    if (meant === null) expect(read).not.toThrow();
    else
      expect(read).toThrow(
        expect.objectContaining({ code: 'setting-unknown', message: expect.stringMatching(`^${name} .*mean ${meant}\\?`) }),
      );
  });

  it('of an earlier version is named with its replacement', () => {
    expect(() => readConfiguration({ VC_API_CONFIG: '/etc/proofmark/vc-api.json' })).toThrow(
      expect.objectContaining({
        code: 'setting-unknown',
        message: expect.stringMatching(/^VC_API_CONFIG is no setting any more: .*Remove it/),
      }),
    );
  });

  it('with our prefix that resembles nothing is answered with the list of settings', () => {
    expect(() => readConfiguration({ PROOFMARK_TELEMETRY: '1' })).toThrow(
      /PROOFMARK_TELEMETRY is not a setting; the settings are PORT, HOST/,
    );
  });

  it.each([
    ...['PATH', 'HOME', 'HOSTNAME', 'HOSTTYPE', 'host', 'port', 'SORT', 'PORTS', 'TEST_DATABASE_URL', 'XDG_DATA_DIRS', 'XDG_DATA_HOME'],
    ...['DATABASE_URL_UNPOOLED', 'PROOFMARK_API_KEY', 'PROOFMARK_API', 'npm_config_loglevel', 'PUBLIC_URL', 'PGDATABASE', 'PGDATA'],
  ])('is not seen in %s, which is somebody else’s', (name) => {
    expect(() => readConfiguration({ [name]: 'x' })).not.toThrow();
  });
});
