import { hostKind, isUrl } from '@proofmark/primitives';
import { httpsOfRemote } from '@proofmark/schemas/git';
import { describeCapture } from './captures.js';
import { describeForge } from './describe-forge.js';
import type { LinkDescription, LinkProblem } from './description.js';
import { describeName } from './names.js';
import { isVideoHost, kindOfPage } from './page-kinds.js';

const MAX_LENGTH = 4096;
// Whitespace, control characters and what RFC 3986 excludes: such a text means one thing here and another to the next parser.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const UNREADABLE = /[\u0000-\u0020\u007f\\<>"^`{|}]|\p{Surrogate}/u;

/**
 * Describes a link to a piece of evidence: its kind, its host, and whether it names one immutable version. Nothing is fetched: this reads the
 * text, and a host that serves something else under a permanent-looking address is not found out here.
 *
 * @param url a link as a person or a program gave it
 * @param options.allowLoopback takes links to this machine, for development; false by default
 * @param options.now milliseconds since 1970 UTC: refuses captures that are later
 * @returns always a description; `isRefused` tells whether the link cannot be evidence at all
 */
export function describeLink(url: string, options: { readonly allowLoopback?: boolean; readonly now?: number } = {}): LinkDescription {
  if (url.length > MAX_LENGTH || UNREADABLE.test(url)) return refused(url, 'not-a-url');
  if (/^(?:swh|doi):/i.test(url)) return describeName(url) ?? refused(url, 'not-a-url');
  if (httpsOfRemote(url) !== null) return refused(url, 'ssh-link');
  if (!isUrl(url)) return refused(url, 'not-a-url');
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return refused(url, 'forbidden-scheme');
  const authority = /^https?:\/\/([^/?#]+)/i.exec(url)?.[1];
  if (authority === undefined) return refused(url, 'not-a-url');
  if (authority.includes('@')) return refused(url, 'user-info');
  const host = hostKind(parsed.hostname);
  const loopback = host === 'loopback';
  // An IP address is refused too: it is not expected to serve the same content for years.
  if (loopback ? options.allowLoopback !== true : host !== 'name') return refused(url, 'private-host');
  const found = describeCapture(url, parsed, options.now) ?? describeForge(url, parsed) ?? livePage(url, parsed);
  return parsed.protocol === 'http:' && !loopback ? { ...found, problems: [...found.problems, 'not-encrypted'] } : found;
}

function refused(url: string, problem: LinkProblem): LinkDescription {
  return { url, kind: 'page', host: null, pinned: false, fetchable: false, problems: [problem] };
}

function livePage(url: string, parsed: URL): LinkDescription {
  const onVideoHost = isVideoHost(parsed.hostname);
  const problems: readonly LinkProblem[] = [onVideoHost ? 'not-byte-checkable' : 'live-page'];
  return { url, kind: kindOfPage(parsed), host: parsed.host, pinned: false, fetchable: !onVideoHost, problems };
}
