import { StartupError } from './startup-error.js';

/** The port that a setting names, 0 for any that is free. Throws a StartupError. */
export function readPort(name: string, text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new StartupError('setting-invalid', `${name} is "${text}"; set it to a number from 0 to 65535.`);
}

/** The address to listen on that a setting names. Throws a StartupError. */
export function readHost(name: string, text: string): string {
  // An IPv6 address has at least two colons; a single one is a port's.
  if (/^[A-Za-z0-9.:_-]{1,253}$/.test(text) && text.split(':').length !== 2) return text;
  throw new StartupError(
    'setting-invalid',
    `${name} is "${text}"; set it to an address to listen on, such as 127.0.0.1 or 0.0.0.0, without scheme and port.`,
  );
}
