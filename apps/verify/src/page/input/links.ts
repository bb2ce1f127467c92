import { isUrl } from '@proofmark/primitives';
import { askedInAddress } from '../address.js';

const LINK = /https?:\/\/[^\s<>"'`\\^{|}]+/gi;

/** Sites whose pages are for people only: they mention badges or hold evidence, and serve no badge. */
const NO_BADGES = [
  'linkedin.com',
  'lnkd.in',
  'github.com',
  'gitlab.com',
  'bitbucket.org',
  'codeberg.org',
  'x.com',
  'twitter.com',
  'facebook.com',
  'instagram.com',
  'youtube.com',
  'youtu.be',
  'medium.com',
  'stackoverflow.com',
];

/** Longer ones are no addresses. */
const MAX_LINK = 4096;

/** Every web address in a text, each once, in order. Marks of the sentence around an address are not part of it. */
export function linksIn(text: string): readonly string[] {
  const found = (text.match(LINK) ?? []).filter(({ length }) => length <= MAX_LINK).map(trimmed);
  return [...new Set(found.filter((link) => isUrl(link)).map(unwrapped))];
}

/** Without the addresses that are only the beginning of another: what a page's end of line left of it. */
export function withoutBeginnings(links: readonly string[]): readonly string[] {
  // In this order those that begin alike stand behind each other.
  const sorted = [...new Set(links)].sort();
  const beginnings = new Set<string>();
  sorted.forEach((link, index) => {
    for (let at = index + 1; sorted[at]?.startsWith(link); at += 1) {
      if (!/[\w-]/.test(sorted[at]?.[link.length] ?? '')) continue;
      beginnings.add(link);
      return;
    }
  });
  return links.filter((link) => !beginnings.has(link));
}

function trimmed(link: string): string {
  let end = link.length;
  let unopened = link.split(')').length - link.split('(').length;
  for (; end > 0; end -= 1) {
    const last = link[end - 1] ?? '';
    // A closing bracket belongs to the address only when it opened there.
    if (last === ')' && unopened > 0) unopened -= 1;
    else if (last === ')' || !'.,;:!?*_]'.includes(last)) break;
  }
  return link.slice(0, end);
}

/** The badge that a link to a verification page like this one asks about, or the link itself. */
export function unwrapped(link: string): string {
  if (!isUrl(link)) return link;
  const url = new URL(link);
  const asked = /\/verify\/?(?:index\.html)?$/.test(url.pathname) ? askedInAddress(url) : null;
  return asked !== null && /^https?:\/\//i.test(asked) && isUrl(asked) ? asked : link;
}

/** Whether an address is on a site that serves no badges. */
export function leadsToNoBadge(link: string): boolean {
  const { hostname } = new URL(link);
  return NO_BADGES.some((site) => hostname === site || hostname === `www.${site}` || hostname.endsWith(`.${site}`));
}
