import { isLoopbackHost, isUrl } from '@proofmark/primitives';
import type { SettingName } from './configuration.js';
import { StartupError } from './startup-error.js';

/** The address of a service that ours asks, without a slash at the end: https, or http on this machine. Throws a StartupError. */
export function readServiceUrl(name: SettingName, text: string | undefined, example: string): string | null {
  if (text === undefined) return null;
  const url = isUrl(text) ? new URL(text) : null;
  const local = url !== null && isLoopbackHost(url.hostname);
  const fits = url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && local));
  if (!fits || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw new StartupError('setting-invalid', `${name} is not the https address of a service; set it to something like ${example}.`);
  return url.href.replace(/\/+$/, '');
}

/** The token with which a service is asked. Throws a StartupError, which does not repeat it, when it is none, or its service has no address. */
export function readServiceToken(
  name: SettingName,
  token: string | undefined,
  service: { readonly name: SettingName; readonly url: string | null },
): string | null {
  if (token === undefined) return null;
  if (service.url === null)
    throw new StartupError('settings-contradict', `${name} is set, but ${service.name} is not; set both, or neither.`);
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new StartupError('setting-invalid', `${name} is no token; it has no spaces in it.`);
}
