import { doctorTexts } from '@proofmark/messages/terminal';
import { type Finding, note, ok, problem, unknown } from '../finding.js';
import type { AskTexts } from './dns.js';
import { tagsOf } from './tags.js';

const texts = doctorTexts.mail.dmarc;

/** Names that are asked for on the way up, as receivers do it (the tree walk of DMARC). */
const MOST_NAMES = 8;

/** What receivers do with mail that says to be of the domain and is not (RFC 7489). Where the domain has no such record, one above it holds. */
export async function checkDmarc(domain: string, ask: AskTexts): Promise<readonly Finding[]> {
  for (const place of upFrom(domain)) {
    const answer = await ask(`_dmarc.${place}`);
    if (answer.kind === 'failed')
      return [unknown('dmarc', texts.failed.text({ domain: place, reason: answer.reason }), texts.failed.remedy)];
    const records = answer.kind === 'none' ? [] : answer.texts.filter((text) => /^v[ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/.test(text));
    if (records.length > 1) return [problem('dmarc-several', texts.several.text({ domain: place }), texts.several.remedy)];
    if (records[0] !== undefined) return judge(tagsOf(records[0]), place, place !== domain);
  }
  return [problem('dmarc', texts.missing.text({ domain }), texts.missing.remedy({ domain }))];
}

/** The domain and those above it; of a very long name the last labels. */
function upFrom(domain: string): readonly string[] {
  const labels = domain.split('.');
  const from = Math.max(1, labels.length - MOST_NAMES + 1);
  const above = Array.from({ length: Math.max(0, labels.length - from) }, (_, at) => labels.slice(from + at).join('.'));
  return [domain, ...above];
}

function judge(tags: ReadonlyMap<string, string>, place: string, above: boolean): readonly Finding[] {
  const policy = ((above ? tags.get('sp') : undefined) ?? tags.get('p') ?? '').toLowerCase();
  const reports = tags.has('rua') ? [] : [note('dmarc-reports', texts.reports.text, texts.reports.remedy)];
  if (policy === 'none') return [note('dmarc', texts.none.text({ domain: place }), texts.none.remedy), ...reports];
  if (policy === 'quarantine' || policy === 'reject') return [ok('dmarc', texts.ok({ domain: place, policy })), ...reports];
  return [problem('dmarc-malformed', texts.malformed.text({ domain: place }), texts.malformed.remedy)];
}
