import { doctorTexts } from '@proofmark/messages/terminal';
import { type Finding, note, ok, problem, unknown } from '../finding.js';
import type { AskTexts } from './dns.js';
import { tagsOf } from './tags.js';

const texts = doctorTexts.mail.dmarc;

/** Names that are asked for on the way up, as receivers do it (the tree walk of DMARC). */
const MOST_NAMES = 8;

interface Found {
  readonly place: string;
  readonly tags: ReadonlyMap<string, string>;
}

/**
 * What receivers do with mail that says to be of the domain and is not (RFC 7489). Where the domain has no such record, that of its organisation holds: of those
 * above it the one with the fewest labels, unless a record says by `psd` where the organisation begins (the tree walk of DMARCbis, 4.10).
 */
export async function checkDmarc(domain: string, ask: AskTexts): Promise<readonly Finding[]> {
  let highest: Found | null = null;
  let below: string | null = null;
  for (const place of upFrom(domain)) {
    const answer = await ask(`_dmarc.${place}`);
    if (answer.kind === 'failed')
      return [unknown('dmarc', texts.failed.text({ domain: place, reason: answer.reason }), texts.failed.remedy)];
    const records = answer.kind === 'none' ? [] : answer.texts.filter((text) => /^v[ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/.test(text));
    if (records.length > 1) return [problem('dmarc-several', texts.several.text({ domain: place }), texts.several.remedy)];
    const tags = records[0] === undefined ? null : tagsOf(records[0]);
    if (tags !== null) {
      const psd = tags.get('psd')?.toLowerCase();
      // Under a public suffix the organisation is one label longer; only where that has no record, the suffix decides.
      const decidedBelow = psd === 'y' && highest !== null && highest.place === below;
      if (!decidedBelow) highest = { place, tags };
      if (place === domain || psd === 'y' || psd === 'n') break;
    }
    below = place;
  }
  if (highest === null) return [problem('dmarc', texts.missing.text({ domain }), texts.missing.remedy({ domain }))];
  return judge(highest, highest.place !== domain);
}

/** The domain and those above it; of a very long name the last labels. */
function upFrom(domain: string): readonly string[] {
  const labels = domain.split('.');
  const from = Math.max(1, labels.length - MOST_NAMES + 1);
  const above = Array.from({ length: Math.max(0, labels.length - from) }, (_, at) => labels.slice(from + at).join('.'));
  return [domain, ...above];
}

function judge({ tags, place }: Found, above: boolean): readonly Finding[] {
  const policy = ((above ? tags.get('sp') : undefined) ?? tags.get('p') ?? '').toLowerCase();
  const reports = tags.has('rua') ? [] : [note('dmarc-reports', texts.reports.text, texts.reports.remedy)];
  if (policy === 'none') return [note('dmarc', texts.none.text({ domain: place }), texts.none.remedy), ...reports];
  if (policy === 'quarantine' || policy === 'reject') return [ok('dmarc', texts.ok({ domain: place, policy })), ...reports];
  return [problem('dmarc-malformed', texts.malformed.text({ domain: place }), texts.malformed.remedy)];
}
