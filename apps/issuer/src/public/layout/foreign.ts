import { quotedText } from '@proofmark/messages';
import { isUrl } from '@proofmark/primitives';
import { type Html, html } from './html.js';
import { plainText, shorten } from './plain-text.js';

/** Text that somebody else wrote, on one line, isolated so that its writing direction cannot reorder what stands beside it. */
export function foreign(text: string): Html {
  return html`<bdi>${plainText(text)}</bdi>`;
}

/** The same between quotation marks of ours: no mark of its own can end the quotation. */
export function quoted(text: string): Html {
  return html`<bdi>${quotedText(text)}</bdi>`;
}

/** Foreign text of several lines: its line ends stay visible, a run of them is one. */
export function foreignLines(text: string): Html {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split(/\n+/)
    .filter((line) => line.trim() !== '');
  return html`${lines.map((line, index) => html`${index > 0 ? html`<br>` : null}<bdi>${plainText(line)}</bdi>`)}`;
}

const MAX_URL = 2048;

/** A web address that may become a link: http or https and no userinfo, which only serves to deceive. Else null. */
export function webAddress(text: string | null): URL | null {
  if (text === null || text.length > MAX_URL || !/^https?:\/\//i.test(text) || !isUrl(text)) return null;
  const url = new URL(text);
  return url.username === '' && url.password === '' && url.hostname !== '' ? url : null;
}

/** What a link to a foreign address consists of; null when it is not a web address. */
export function linkParts(address: string | null): { readonly href: string; readonly rel: string; readonly host: string } | null {
  const url = webAddress(address);
  // The host as it really is asked for (in ASCII), so that look-alike letters show.
  return url === null ? null : { href: url.href, rel: 'noopener noreferrer nofollow ugc', host: url.host };
}

/**
 * A link that somebody else chose: the host it opens is always in sight, it passes no reference and no rank on, and
 * what is not a web address stays text.
 */
export function foreignLink(address: string | null, text: string): Html {
  const parts = linkParts(address);
  if (parts === null) {
    return address === null || address === text
      ? foreign(text)
      : html`${foreign(text)} <span class="host">${foreign(shorten(address, 120))}</span>`;
  }
  const { href, rel, host } = parts;
  return html`<a href="${href}" rel="${rel}"${text === address ? null : html` data-address="${href}"`}>${foreign(text)}</a>
<span class="host">${host}</span>`;
}
