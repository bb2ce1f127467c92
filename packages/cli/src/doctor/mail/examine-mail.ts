import type { Finding } from '../finding.js';
import { checkDkim } from './check-dkim.js';
import { checkDmarc } from './check-dmarc.js';
import { checkSpf } from './check-spf.js';
import type { AskTexts } from './dns.js';

/** Whether mail of a domain is likely to be taken for what it is: what the DNS says of it, as receivers ask for it. */
export async function examineMail(domain: string, selectors: readonly string[], ask: AskTexts): Promise<readonly Finding[]> {
  const [spf, dkim, dmarc] = await Promise.all([checkSpf(domain, ask), checkDkim(domain, selectors, ask), checkDmarc(domain, ask)]);
  return [...spf, ...dkim, ...dmarc];
}
