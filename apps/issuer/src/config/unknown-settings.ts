import { editDistance } from '@proofmark/schemas/api';
import { SETTING_NAMES, type SettingName } from './configuration.js';
import { StartupError } from './startup-error.js';

/** Variables of the command-line tool, which may well be set in the same shell. */
const OF_THE_CLI = ['PROOFMARK_API', 'PROOFMARK_API_KEY', 'PROOFMARK_DEBUG'];

/** Settings of earlier versions, with the reason why there is nothing to set. */
const REMOVED: ReadonlyMap<string, string> = new Map([
  ['VC_API_CONFIG', 'the service verifies over the VC-API and no longer issues there (docs/vc-api.md)'],
]);

/** Shorter names, PORT and HOST, resemble too many that other programs use. */
const SHORTEST_TO_COMPARE = 8;

/**
 * An environment is full of other programs' variables, so only what looks meant for us counts as unknown: our settings with a slip
 * of the pen, in other letters, with a prefix, with a word too many after KEY_PASSPHRASE and PUBLIC_BASE_URL,
 * or of an earlier version. Throws a StartupError.
 */
export function refuseUnknownSettings(names: readonly string[]): void {
  for (const name of names) {
    if ((SETTING_NAMES as readonly string[]).includes(name) || OF_THE_CLI.includes(name)) continue;
    const reason = REMOVED.get(name);
    if (reason !== undefined) throw new StartupError('setting-unknown', `${name} is no setting any more: ${reason}. Remove it.`);
    const meant = whatWasMeant(name);
    if (meant === null) continue;
    throw new StartupError(
      'setting-unknown',
      meant === ''
        ? `${name} is not a setting; the settings are ${SETTING_NAMES.join(', ')}.`
        : `${name} is not a setting; did you mean ${meant}? Rename it, or remove it.`,
    );
  }
}

/** The setting that the name resembles, an empty string for one with our prefix that resembles none, null for a foreign one. */
function whatWasMeant(name: string): SettingName | '' | null {
  const ours = /^PROOFMARK_/i.test(name);
  const bare = name.toUpperCase().replace(/^PROOFMARK_/, '');
  const exact = SETTING_NAMES.find((setting) => setting === bare);
  if (exact !== undefined) return ours || exact.length >= SHORTEST_TO_COMPARE ? exact : null;
  const near = SETTING_NAMES.find((setting) => (ours || setting.length >= SHORTEST_TO_COMPARE) && isNear(bare, setting));
  if (near !== undefined) return near;
  if (/^KEY_PASS/.test(bare)) return 'KEY_PASSPHRASE';
  if (/^PUBLIC_BASE/.test(bare)) return 'PUBLIC_BASE_URL';
  return ours ? '' : null;
}

/** One slip, or two in a long name: a letter left out, added, exchanged, or two swapped; underscores do not count. */
function isNear(name: string, setting: string): boolean {
  const [a, b] = [name.replaceAll('_', ''), setting.replaceAll('_', '')];
  // The lengths first: a foreign variable may have a long name.
  return Math.abs(a.length - b.length) <= 2 && editDistance(a, b) <= (b.length >= 12 ? 2 : 1);
}
