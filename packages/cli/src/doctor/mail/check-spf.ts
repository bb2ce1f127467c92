import { doctorTexts } from '@proofmark/messages/terminal';
import { type Finding, note, ok, problem, unknown } from '../finding.js';
import type { AskTexts } from './dns.js';

const texts = doctorTexts.mail.spf;

/** RFC 7208, 4.6.4: terms that make a receiver ask the DNS; with more, it gives up. */
const MOST_LOOKUPS = 10;
const TERM = /^[+?~-]?(?:all|include|a|mx|ptr|ip4|ip6|exists)(?:[:/].*)?$/i;
const MODIFIER = /^[a-z][a-z0-9_.-]*=/i;
const ASKS = /^[+?~-]?(?:include:|a(?:[:/]|$)|mx(?:[:/]|$)|ptr(?:[:/]|$)|exists:)/i;

/** Which servers may send mail of a domain (RFC 7208). What a receiver does with one server's mail depends on its address, which nobody asks for here. */
export async function checkSpf(domain: string, ask: AskTexts): Promise<readonly Finding[]> {
  const found = await recordOf(domain, ask);
  if (found.kind === 'failed') return [unknown('spf', texts.failed.text({ domain, reason: found.reason }), texts.failed.remedy)];
  if (found.kind === 'none') return [problem('spf', texts.missing.text({ domain }), texts.missing.remedy({ domain }))];
  if (found.kind === 'several') return [problem('spf-several', texts.several.text({ domain }), texts.several.remedy)];
  const terms = termsOf(found.record);
  const odd = terms.find((term) => !TERM.test(term) && !MODIFIER.test(term));
  if (odd !== undefined) return [problem('spf-malformed', texts.malformed.text({ term: odd }), texts.malformed.remedy)];
  return [
    ending(terms),
    ...(await countLookups(found.record, ask)),
    note('spf-record', texts.record.text({ record: found.record }), texts.record.remedy),
  ];
}

type Record =
  | { readonly kind: 'record'; readonly record: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'several' }
  | { readonly kind: 'failed'; readonly reason: string };

async function recordOf(domain: string, ask: AskTexts): Promise<Record> {
  const answer = await ask(domain);
  if (answer.kind !== 'texts') return answer;
  const [record, ...others] = answer.texts.filter((text) => /^v=spf1(?: |$)/i.test(text));
  if (record === undefined) return { kind: 'none' };
  return others.length > 0 ? { kind: 'several' } : { kind: 'record', record };
}

const termsOf = (record: string): readonly string[] =>
  record
    .split(' ')
    .slice(1)
    .filter((term) => term !== '');

/** What becomes of mail from servers that are not named. What stands behind `all` counts for nothing. */
function ending(terms: readonly string[]): Finding {
  const all = terms.find((term) => /^[+?~-]?all$/i.test(term));
  if (all === undefined)
    return terms.some((term) => /^redirect=/i.test(term)) ? ok('spf', texts.redirect) : note('spf', texts.open.text, texts.open.remedy);
  if (all.startsWith('-')) return ok('spf', texts.strict);
  if (all.startsWith('~')) return ok('spf', texts.soft);
  if (all.startsWith('?')) return note('spf', texts.open.text, texts.open.remedy);
  return problem('spf-everybody', texts.everybody.text, texts.everybody.remedy);
}

/** Counts the questions that the record makes a receiver ask, those of the records that it includes as well. */
async function countLookups(record: string, ask: AskTexts): Promise<readonly Finding[]> {
  let count = 0;
  const open = [record];
  while (open.length > 0 && count <= MOST_LOOKUPS) {
    const terms = termsOf(open.shift() ?? '');
    const redirect = terms.some((term) => /^[+?~-]?all$/i.test(term)) ? undefined : terms.find((term) => /^redirect=/i.test(term));
    count += terms.filter((term) => ASKS.test(term)).length + (redirect === undefined ? 0 : 1);
    const named = [
      ...terms.filter((term) => /^[+?~-]?include:/i.test(term)).map((term) => term.slice(term.indexOf(':') + 1)),
      ...(redirect === undefined ? [] : [redirect.slice(9)]),
    ];
    for (const name of named.slice(0, MOST_LOOKUPS + 1)) {
      // A macro stands for what a receiver knows of one mail.
      if (name.includes('%')) continue;
      const included = await recordOf(name, ask);
      if (included.kind === 'record') open.push(included.record);
      else if (included.kind === 'failed')
        return [unknown('spf-include', texts.include.failed({ name, reason: included.reason }), texts.include['failed-remedy'])];
      else return [problem('spf-include', texts.include.text({ name }), texts.include.remedy)];
    }
  }
  return count > MOST_LOOKUPS ? [problem('spf-lookups', texts.lookups.text, texts.lookups.remedy)] : [];
}
