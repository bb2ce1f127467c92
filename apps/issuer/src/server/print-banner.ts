import type { Service } from '../service.js';

/** What a person sees after the start: where things are, the admin key once, and what to try next. */
export function announce({
  baseUrl,
  adminKey,
  adminKeyFile,
  ownerLink,
  example,
  localPassphrase,
}: Omit<Service, 'close' | 'lost' | 'port' | 'metricsPort'>): string {
  const lines = [`Proofmark runs at ${baseUrl}`, ''];
  if (example?.badge) lines.push(`  Example badge  ${example.badge}`);
  lines.push(`  API reference  ${baseUrl}/docs`, `  Check a badge  ${baseUrl}/verify`);
  if (ownerLink !== null) lines.push(`  Begin here     ${ownerLink}   (makes you the owner; once, within a day)`);
  if (adminKey !== null) {
    lines.push(adminKeyFile === null ? `  Admin key      ${adminKey}   (shown this once: keep it)` : `  Admin key      in ${adminKeyFile}`);
    lines.push('                 (lost it? `npm run -s admin-key` makes another)');
  }
  if (example?.failure) lines.push('', `The example badge could not be made: ${example.failure}.`);
  if (localPassphrase?.made) lines.push('', `The signing keys are encrypted with the passphrase in ${localPassphrase.path}.`);
  if (example?.badge) lines.push('', 'Try next:', `  npm run -s proofmark -- verify ${example.badge}`);
  return `${lines.join('\n')}\n`;
}
