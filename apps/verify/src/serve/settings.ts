import { readTrustedProxies, type TrustedProxies } from '@proofmark/platform/node';
import { isUrl } from '@proofmark/primitives';
import { readTrustedIssuers } from './trusted-issuers.js';

/** What the verification page reads from its environment when it runs alone. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** The public address, without a path. */
  readonly home: string | undefined;
  readonly relay: boolean;
  /** Issuers that the operator trusts for all readers. */
  readonly trusted: readonly string[];
  /** The proxies in front, which name their clients; null when there are none. */
  readonly proxies: TrustedProxies | null;
}

/**
 * Reads `HOST`, `PORT`, `PUBLIC_BASE_URL`, `RELAY` (`on` or `off`; on by default), `TRUSTED_ISSUERS` (separated by commas), `TRUSTED_PROXIES` and `TRUSTED_PROXY_HEADER`. Answers a
 * sentence for the operator when one is wrong.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings | string {
  const { HOST = '127.0.0.1', PORT = '3001', PUBLIC_BASE_URL, RELAY = 'on', TRUSTED_ISSUERS = '' } = env;
  const port = Number(PORT);
  if (!/^\d{1,5}$/.test(PORT) || port > 65_535) return `PORT must be a number from 0 to 65535, and is “${PORT}”.`;
  if (RELAY !== 'on' && RELAY !== 'off') return `RELAY must be “on” or “off”, and is “${RELAY}”.`;
  const url = PUBLIC_BASE_URL === undefined ? null : isUrl(PUBLIC_BASE_URL) ? new URL(PUBLIC_BASE_URL) : undefined;
  if (
    url === undefined ||
    (url !== null && (!/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '' || url.username !== ''))
  ) {
    return `PUBLIC_BASE_URL must be a web address without a path, such as https://verify.example, and is “${PUBLIC_BASE_URL}”.`;
  }
  const proxies = readTrustedProxies(env.TRUSTED_PROXIES, env.TRUSTED_PROXY_HEADER);
  if (typeof proxies === 'string') return proxies;
  const trusted = readTrustedIssuers(TRUSTED_ISSUERS);
  if (typeof trusted === 'string') return trusted;
  return {
    host: HOST,
    port,
    home: url?.origin,
    relay: RELAY === 'on',
    trusted,
    proxies,
  };
}
