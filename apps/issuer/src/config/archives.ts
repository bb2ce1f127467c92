import type { Secrets, SettingName, Settings } from './configuration.js';
import { readServiceToken, readServiceUrl } from './service-url.js';
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
  const heritage = { name: 'ARCHIVE_SOFTWARE_HERITAGE', url: softwareHeritage } as const;
  const token = readServiceToken('ARCHIVE_SOFTWARE_HERITAGE_TOKEN', get('ARCHIVE_SOFTWARE_HERITAGE_TOKEN'), heritage);
  const wayback = readServiceUrl('ARCHIVE_WAYBACK', get('ARCHIVE_WAYBACK'), 'https://web.archive.org');
  const keys = get('ARCHIVE_WAYBACK_KEYS') ?? null;
  if ((wayback === null) !== (keys === null))
    throw new StartupError('settings-contradict', 'ARCHIVE_WAYBACK and ARCHIVE_WAYBACK_KEYS go together; set both, or neither.');
  if (keys !== null && !/^[\x21-\x39\x3b-\x7e]+:[\x21-\x7e]+$/.test(keys))
    throw invalid('ARCHIVE_WAYBACK_KEYS is no pair of keys; set it to the access key and the secret key with a colon between them.');
  return { archives: { softwareHeritage, wayback }, softwareHeritageToken: token, waybackKeys: keys };
}

function invalid(message: string): StartupError {
  return new StartupError('setting-invalid', message);
}
