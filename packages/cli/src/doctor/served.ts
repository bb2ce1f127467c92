import { choice, doctorTexts } from '@proofmark/messages/terminal';
import { type Finding, note, ok, problem, unknown } from './finding.js';
import { type Looked, PAGE_ORIGIN } from './look.js';

export const JSON_TYPES: readonly string[] = ['application/json', 'application/ld+json'];

/** How a public document should be served. */
export interface Serving {
  /** The beginning of the findings' ids. */
  readonly id: string;
  /** What it is, as the beginning of a sentence. */
  readonly name: string;
  /** Media types that verifiers take. */
  readonly types: readonly string[];
  /** What to do when it is not there. */
  readonly missing: string;
}

const texts = doctorTexts.served;

/** How a document is served: there, of a type that verifiers take, and readable by pages of any origin. One line when all is well. */
export function servedFindings(looked: Looked, serving: Serving): readonly Finding[] {
  const { id, name } = serving;
  const { fetched, seen, request } = looked;
  const { url } = request;
  if (!fetched.ok) return [failed(looked, serving)];
  const findings: Finding[] = [];
  if (!serving.types.includes(fetched.mediaType)) {
    const { mediaType: type } = fetched;
    const text = type === '' ? texts['no-type']({ name, url }) : texts.type.text({ name, type, url });
    findings.push(problem(`${id}-type`, text, texts.type.remedy({ type: serving.types[0] ?? '' })));
  }
  if (!isOpen(seen?.headers ?? {})) {
    findings.push(problem(`${id}-cors`, texts.cors.text({ name, url }), texts.cors.remedy));
  }
  if (seen !== null && new URL(seen.from).host !== new URL(url).host) {
    const { text, remedy } = texts['other-host'];
    findings.push(note(`${id}-redirect`, text({ name, url: seen.from }), remedy));
  }
  return findings.length > 0 ? findings : [ok(id, texts.ok({ secured: choice(url.startsWith('https:')), name, url }))];
}

function isOpen(headers: Readonly<Record<string, string>>): boolean {
  const allowed = headers['access-control-allow-origin'];
  return allowed === '*' || allowed === PAGE_ORIGIN;
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|^ERR_(?:TLS|SSL)/;

function failed({ fetched, request, reason }: Looked, { id, name, missing }: Serving): Finding {
  const { url } = request;
  if (fetched.ok) throw new TypeError('this document was fetched');
  const { code, status } = fetched;
  switch (code) {
    case 'http-status':
      if (status === 404 || status === 410) return problem(`${id}-missing`, texts.missing({ name, status, url }), missing);
      if (status === 401 || status === 403)
        return problem(`${id}-private`, texts.private.text({ name, status, url }), texts.private.remedy);
      return problem(`${id}-error`, texts.error.text({ name, status: status ?? '', url }), texts.error.remedy);
    case 'refused-address':
      return problem(`${id}-address`, texts.address.text({ name, url }), texts.address.remedy);
    case 'too-large':
      return problem(`${id}-size`, texts.size.text({ name, url }), texts.size.remedy);
    case 'too-many-redirects':
      return problem(`${id}-redirect`, texts.redirects.text({ name, url }), texts.redirects.remedy);
    case 'malformed-response':
      return problem(`${id}-broken`, texts.broken.text({ name, url }), texts.broken.remedy);
    default:
      if (CERTIFICATE.test(reason))
        return problem(`${id}-certificate`, texts.certificate.text({ name, reason, url }), texts.certificate.remedy);
      return unknown(`${id}-unreachable`, texts.unreachable.text({ name, reason: reason || code, url }), texts.unreachable.remedy);
  }
}
