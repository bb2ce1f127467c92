import { readTrustedProxies } from '@proofmark/platform/node';
import type { Rate, SettingName, Settings } from './configuration.js';
import { isLoopback } from './public-base-url.js';
import { StartupError } from './startup-error.js';

/** What is allowed when nothing is set: so much at once, and all of it again over so many seconds. */
const RATES = {
  RATE_LIMIT_API: '6000/10',
  RATE_LIMIT_EVIDENCE: '120/60',
  RATE_LIMIT_PUBLIC: '3000/60',
  RATE_LIMIT_IMAGES: '600/60',
  RATE_LIMIT_RELAY: '120/60',
  VERIFY_BUDGET: '6000/24',
} as const;

type Get = (name: SettingName) => string | undefined;

/** The settings of what strangers may use. Throws a StartupError. */
export function readLimits(
  get: Get,
  publicBaseUrl: string | null,
): Pick<Settings, 'limits' | 'proxies' | 'vcApi' | 'maxConnections' | 'publicCache'> {
  const proxies = readTrustedProxies(get('TRUSTED_PROXIES'), get('TRUSTED_PROXY_HEADER'));
  if (typeof proxies === 'string') {
    throw new StartupError(get('TRUSTED_PROXIES') === undefined ? 'settings-contradict' : 'setting-invalid', proxies);
  }
  const rate = (name: keyof typeof RATES): Rate => readRate(name, get(name) ?? RATES[name]);
  return {
    proxies,
    vcApi: readSwitch(get('VC_API'), publicBaseUrl === null || isLoopback(publicBaseUrl)),
    maxConnections: readCount('MAX_CONNECTIONS', get('MAX_CONNECTIONS') ?? '2000', 10, 1_000_000, 'connections'),
    publicCache: readCount('PUBLIC_CACHE', get('PUBLIC_CACHE') ?? '64', 0, 65_536, 'megabytes') * 1024 * 1024,
    limits: {
      api: rate('RATE_LIMIT_API'),
      evidence: rate('RATE_LIMIT_EVIDENCE'),
      publicPages: rate('RATE_LIMIT_PUBLIC'),
      images: rate('RATE_LIMIT_IMAGES'),
      relay: rate('RATE_LIMIT_RELAY'),
      verification: {
        threads: readCount('VERIFY_THREADS', get('VERIFY_THREADS') ?? '3', 2, 64, 'threads'),
        memory: readCount('VERIFY_MEMORY', get('VERIFY_MEMORY') ?? '192', 64, 16_384, 'megabytes'),
        budget: rate('VERIFY_BUDGET'),
      },
    },
  };
}

function readSwitch(text: string | undefined, otherwise: boolean): boolean {
  if (text === undefined) return otherwise;
  if (text === 'on' || text === 'off') return text === 'on';
  throw invalid(`VC_API is "${text}"; set it to on or off.`);
}

function readRate(name: SettingName, text: string): Rate {
  const [, amount = '', seconds = ''] = /^([1-9]\d{0,8})\/([1-9]\d{0,5})$/.exec(text) ?? [];
  if (amount !== '') return { capacity: Number(amount), perSecond: Number(amount) / Number(seconds) };
  throw invalid(
    `${name} is "${text}"; set it to an amount and the seconds in which it comes back, such as ${RATES[name as keyof typeof RATES]}.`,
  );
}

function readCount(name: SettingName, text: string, least: number, most: number, what: string): number {
  const count = Number(text);
  if (/^\d{1,7}$/.test(text) && count >= least && count <= most) return count;
  throw invalid(`${name} is "${text}"; set it to a number of ${what} from ${least} to ${most}.`);
}

function invalid(message: string): StartupError {
  return new StartupError('setting-invalid', message);
}
