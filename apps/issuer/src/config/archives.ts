import type { Secrets, SettingName, Settings } from './configuration.js';
import { readServiceUrl } from './service-url.js';
import { StartupError } from './startup-error.js';

/** The settings of public archives. Each is off until its address is given. Throws a StartupError. */
export function readArchives(
  get: (name: SettingName) => string | undefined,
): Pick<Settings, 'archives'> & Pick<Secrets, 'softwareHeritageToken' | 'waybackKeys'> {
  const softwareHeritage = readServiceUrl(
    'ARCHIVE_SOFTWARE_HERITAGE',
    get('ARCHIVE_SOFTWARE_HERITAGE'),
    'https://archive.softwareheritage.org',
  );
  const token = get('ARCHIVE_SOFTWARE_HERITAGE_TOKEN') ?? null;
  if (token !== null && softwareHeritage === null)
    throw contradiction('ARCHIVE_SOFTWARE_HERITAGE_TOKEN is set, but ARCHIVE_SOFTWARE_HERITAGE is not; set both, or neither.');
  const wayback = readServiceUrl('ARCHIVE_WAYBACK', get('ARCHIVE_WAYBACK'), 'https://web.archive.org');
  const keys = get('ARCHIVE_WAYBACK_KEYS') ?? null;
  if ((wayback === null) !== (keys === null))
    throw contradiction('ARCHIVE_WAYBACK and ARCHIVE_WAYBACK_KEYS go together; set both, or neither.');
  if (token !== null && !/^[\x21-\x7e]+$/.test(token))
    throw invalid('ARCHIVE_SOFTWARE_HERITAGE_TOKEN is no token; it has no spaces in it.');
  if (keys !== null && !/^[\x21-\x39\x3b-\x7e]+:[\x21-\x7e]+$/.test(keys))
    throw invalid('ARCHIVE_WAYBACK_KEYS is no pair of keys; set it to the access key and the secret key with a colon between them.');
  return { archives: { softwareHeritage, wayback }, softwareHeritageToken: token, waybackKeys: keys };
}

function contradiction(message: string): StartupError {
  return new StartupError('settings-contradict', message);
}

function invalid(message: string): StartupError {
  return new StartupError('setting-invalid', message);
}
