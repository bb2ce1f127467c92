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

const NETWORK = 'Check the name (DNS), the firewall and the server; then run this again.';

/** How a document is served: there, of a type that verifiers take, and readable by pages of any origin. One line when all is well. */
export function servedFindings(looked: Looked, serving: Serving): readonly Finding[] {
  const { id, name } = serving;
  const { fetched, seen, request } = looked;
  if (!fetched.ok) return [failed(looked, serving)];
  const findings: Finding[] = [];
  if (!serving.types.includes(fetched.mediaType)) {
    const type = fetched.mediaType === '' ? 'no content type' : `the content type ${fetched.mediaType}`;
    findings.push(problem(`${id}-type`, `${name} has ${type}: ${request.url}`, `Serve it as ${serving.types[0]}.`));
  }
  if (!isOpen(seen?.headers ?? {})) {
    const text = `${name} cannot be read by pages of other origins (CORS): ${request.url}`;
    findings.push(problem(`${id}-cors`, text, 'Send the header Access-Control-Allow-Origin: * with it. Verifiers run in browsers.'));
  }
  if (seen !== null && new URL(seen.from).host !== new URL(request.url).host) {
    const text = `${name} is redirected to another host: ${seen.from}`;
    findings.push(note(`${id}-redirect`, text, 'Serve it at its own address; some verifiers follow no redirects.'));
  }
  return findings.length > 0
    ? findings
    : [ok(id, `${name} answers${secured(request.url)}, and pages of any origin may read it: ${request.url}`)];
}

function secured(url: string): string {
  return url.startsWith('https:') ? ' over https' : '';
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
      if (status === 404 || status === 410) return problem(`${id}-missing`, `${name} is not there (${status}): ${url}`, missing);
      if (status === 401 || status === 403) {
        return problem(`${id}-private`, `${name} is not public (${status}): ${url}`, 'Let anybody read it, without a key or a cookie.');
      }
      return problem(`${id}-error`, `${name} cannot be had; the server answers ${status}: ${url}`, 'See what the log of the server says.');
    case 'refused-address':
      return problem(
        `${id}-address`,
        `${name} is at an address that verifiers do not visit: ${url}`,
        'Use https on the ordinary port, and a host name that leads to a public address.',
      );
    case 'too-large':
      return problem(`${id}-size`, `${name} is larger than verifiers read: ${url}`, 'Make it smaller.');
    case 'too-many-redirects':
      return problem(`${id}-redirect`, `${name} is redirected again and again: ${url}`, 'Serve it at its own address.');
    case 'malformed-response':
      return problem(
        `${id}-broken`,
        `${name} is cut off, or compressed in a way that was not asked for: ${url}`,
        'See what the proxy does.',
      );
    default:
      if (CERTIFICATE.test(reason)) {
        const text = `${name} is behind a certificate that browsers do not trust (${reason}): ${url}`;
        return problem(`${id}-certificate`, text, 'Use a certificate of a public authority, for this host name, with its whole chain.');
      }
      return unknown(`${id}-unreachable`, `${name} could not be asked for (${reason || code}): ${url}`, NETWORK);
  }
}
