import type { Secrets, SettingName, Settings } from './configuration.js';
import { readServiceUrl } from './service-url.js';
import { StartupError } from './startup-error.js';

const TOGETHER = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const satisfies readonly SettingName[];

/** Where uploads are kept, when that is not the database. Throws a StartupError, which repeats no key. */
export function readBlobStorage(get: (name: SettingName) => string | undefined): Pick<Settings, 's3'> & Pick<Secrets, 's3Keys'> {
  const names: readonly SettingName[] = [...TOGETHER, 'S3_REGION', 'S3_PREFIX'];
  const given = names.filter((name) => get(name) !== undefined);
  if (given.length === 0) return { s3: null, s3Keys: null };
  const missing = TOGETHER.filter((name) => get(name) === undefined);
  if (missing.length > 0)
    throw new StartupError(
      'settings-contradict',
      `${given.join(', ')} ${given.length === 1 ? 'is' : 'are'} set, but ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not; set all of ${TOGETHER.join(', ')}, or none.`,
    );
  const endpoint = readServiceUrl('S3_ENDPOINT', get('S3_ENDPOINT'), 'https://s3.eu-central-1.amazonaws.com');
  if (endpoint === null) throw new TypeError('S3_ENDPOINT is set');
  return {
    s3: {
      endpoint,
      region: matching('S3_REGION', get('S3_REGION') ?? 'us-east-1', /^[a-z0-9-]{1,64}$/, 'a region such as eu-central-1'),
      bucket: matching(
        'S3_BUCKET',
        get('S3_BUCKET') ?? '',
        /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
        'the name of a bucket such as proofmark-uploads',
      ),
      prefix: matching(
        'S3_PREFIX',
        get('S3_PREFIX') ?? '',
        /^(?:[\w-]{1,64}\/){0,8}$/,
        'a folder with a slash at its end, such as proofmark/',
      ),
    },
    s3Keys: { accessKeyId: key('S3_ACCESS_KEY_ID', get), secretAccessKey: key('S3_SECRET_ACCESS_KEY', get) },
  };
}

function matching(name: SettingName, text: string, pattern: RegExp, wanted: string): string {
  if (pattern.test(text)) return text;
  throw new StartupError('setting-invalid', `${name} is "${text.slice(0, 100)}"; set it to ${wanted}.`);
}

function key(name: SettingName, get: (name: SettingName) => string | undefined): string {
  const text = get(name) ?? '';
  if (/^[\x21-\x7e]{1,256}$/.test(text)) return text;
  throw new StartupError('setting-invalid', `${name} is no key; it has no spaces in it.`);
}
