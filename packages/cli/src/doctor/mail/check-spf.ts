import { doctorTexts } from '@proofmark/messages/terminal';
import { type Finding, note, ok, problem, unknown } from '../finding.js';
import type { AskTexts } from './dns.js';

const texts = doctorTexts.mail.spf;

/** RFC 7208, 4.6.4: terms that make a receiver ask the DNS; with more, it gives up. */
const MOST_LOOKUPS = 10;
const TERM = /^[+?~-]?(?:all|include|a|mx|ptr|ip4|ip6|exists)(?:[:/].*)?$/i;
const ALL = /^[+?~-]?all$/i;
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
  const followed = await follow(domain, found.record, ask);
  const { macro } = followed;
  const said = macro === null ? ending(followed.last) : unknown('spf', texts.macro.text({ name: macro }), texts.macro.remedy);
  return [
    followed.everybody ? problem('spf-everybody', texts.everybody.text, texts.everybody.remedy) : said,
    ...followed.findings,
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
  const all = terms.find((term) => ALL.test(term));
  if (all === undefined)
    return terms.some((term) => /^redirect=/i.test(term)) ? ok('spf', texts.redirect) : note('spf', texts.open.text, texts.open.remedy);
  if (all.startsWith('-')) return ok('spf', texts.strict);
  if (all.startsWith('~')) return ok('spf', texts.soft);
  if (all.startsWith('?')) return note('spf', texts.open.text, texts.open.remedy);
  return problem('spf-everybody', texts.everybody.text, texts.everybody.remedy);
}

interface Followed {
  /** Of the record, or of the one to which it leads in the end: where `all` stands, or nothing. */
  readonly last: readonly string[];
  /** A record that is included lets everybody through, whatever stands behind it. */
  readonly everybody: boolean;
  /** Where the record leads, if that depends on the mail. */
  readonly macro: string | null;
  readonly findings: readonly Finding[];
}

interface Open {
  /** Whose record it is. */
  readonly domain: string;
  readonly record: string;
  /** Whether it stands for the record itself, by `redirect`. */
  readonly itself: boolean;
  /** Whether what it lets through is let through. */
  readonly passes: boolean;
}

/** Asks for the records that a record includes and leads to, and counts the questions that it makes a receiver ask, those of these records as well. */
async function follow(sender: string, first: string, ask: AskTexts): Promise<Followed> {
  let count = 0;
  let everybody = false;
  let macro: string | null = null;
  let last: readonly string[] = [];
  const findings: Finding[] = [];
  const open: Open[] = [{ domain: sender, record: first, itself: true, passes: true }];
  while (findings.length === 0 && count <= MOST_LOOKUPS) {
    const next = open.shift();
    if (next === undefined) break;
    const terms = termsOf(next.record);
    const end = terms.findIndex((term) => ALL.test(term));
    if (next.itself) last = terms;
    else everybody ||= next.passes && /^[+]?all$/i.test(terms[end] ?? '');
    const redirect = end >= 0 ? undefined : terms.find((term) => /^redirect=/i.test(term));
    count += terms.filter((term) => ASKS.test(term)).length + (redirect === undefined ? 0 : 1);
    const named = terms.flatMap((term, at) => {
      if (!/^[+?~-]?include:/i.test(term)) return [];
      // What stands behind `all` is asked by nobody.
      const passes = next.passes && /^[+i]/i.test(term) && (end < 0 || at < end);
      return [{ name: term.slice(term.indexOf(':') + 1), itself: false, passes }];
    });
    if (redirect !== undefined) named.push({ name: redirect.slice(9), itself: next.itself, passes: next.passes });
    for (const { name: written, ...how } of named.slice(0, MOST_LOOKUPS + 1)) {
      const name = expanded(written, { sender, domain: next.domain });
      if (name === null && how.itself) macro = written;
      if (name === null) continue;
      const included = await recordOf(name, ask);
      if (included.kind === 'record') open.push({ domain: name, record: included.record, ...how });
      else if (included.kind === 'failed')
        findings.push(unknown('spf-include', texts.include.failed({ name, reason: included.reason }), texts.include['failed-remedy']));
      else findings.push(problem('spf-include', texts.include.text({ name }), texts.include.remedy));
      if (included.kind !== 'record') break;
    }
  }
  if (findings.length === 0 && count > MOST_LOOKUPS) findings.push(problem('spf-lookups', texts.lookups.text, texts.lookups.remedy));
  return { last, everybody, macro, findings };
}

/** A name with the macros that say a domain (RFC 7208, 7.2) written out; null where one stands for what a receiver knows of one mail. */
function expanded(name: string, { sender, domain }: { readonly sender: string; readonly domain: string }): string | null {
  const text = name.replace(/%\{([do])\}/gi, (_, letter: string) => (letter.toLowerCase() === 'd' ? domain : sender));
  return text.includes('%') ? null : text;
}
