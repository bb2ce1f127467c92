import { createPublicKey } from 'node:crypto';
import { doctorTexts } from '@proofmark/messages/terminal';
import { type Finding, note, ok, problem, unknown } from '../finding.js';
import type { AskTexts } from './dns.js';
import { tagsOf } from './tags.js';

const texts = doctorTexts.mail.dkim;

/** RFC 8301, 3.2: verifiers take no shorter key, and signers should use this one. */
const SHORTEST = 1024;
const GOOD = 2048;

/** The keys by which receivers check that mail was not altered (RFC 6376), by their selectors. The DNS has no list of them, so they have to be named. */
export async function checkDkim(domain: string, selectors: readonly string[], ask: AskTexts): Promise<readonly Finding[]> {
  if (selectors.length === 0) return [note('dkim', texts['not-asked'].text, texts['not-asked'].remedy)];
  return Promise.all(selectors.map((selector) => checkKey(`${selector}._domainkey.${domain}`, ask)));
}

async function checkKey(name: string, ask: AskTexts): Promise<Finding> {
  const answer = await ask(name);
  if (answer.kind === 'failed') return unknown('dkim', texts.failed.text({ name, reason: answer.reason }), texts.failed.remedy);
  if (answer.kind === 'none') return problem('dkim', texts.missing.text({ name }), texts.missing.remedy);
  const [record = '', ...others] = answer.texts;
  if (others.length > 0) return problem('dkim-several', texts.several.text({ name }), texts.several.remedy);
  const tags = tagsOf(record);
  const [version, key] = [tags.get('v') ?? 'DKIM1', tags.get('p')?.replace(/\s/g, '')];
  if (version !== 'DKIM1' || key === undefined) return problem('dkim-malformed', texts.malformed.text({ name }), texts.malformed.remedy);
  if (key === '') return problem('dkim-revoked', texts.revoked.text({ name }), texts.revoked.remedy);
  const bits = bitsOf(tags.get('k') ?? 'rsa', key);
  if (bits === null) return problem('dkim-malformed', texts.malformed.text({ name }), texts.malformed.remedy);
  if (bits < SHORTEST) return problem('dkim-short', texts.short.text({ name, bits }), texts.short.remedy);
  if ((tags.get('t') ?? '').split(':').includes('y')) return note('dkim-testing', texts.testing.text({ name }), texts.testing.remedy);
  return bits < GOOD ? note('dkim-short', texts.short.text({ name, bits }), texts.short.remedy) : ok('dkim', texts.ok({ name }));
}

/** As strong as which RSA key it is; null for what is no key. */
function bitsOf(kind: string, text: string): number | null {
  if (!/^[A-Za-z0-9+/]{1,2000}={0,2}$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64');
  // RFC 8463: the key itself, without a wrapping.
  if (kind === 'ed25519') return bytes.length === 32 ? 3072 : null;
  if (kind !== 'rsa') return null;
  try {
    return createPublicKey({ key: bytes, format: 'der', type: 'spki' }).asymmetricKeyDetails?.modulusLength ?? null;
  } catch {
    return null;
  }
}
