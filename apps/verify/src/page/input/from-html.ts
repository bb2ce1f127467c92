import { isUrl } from '@proofmark/primitives';
import type { Input } from './candidate.js';
import { leadsToNoBadge, unwrapped } from './links.js';

/** Badges in a web page that was saved or pasted: embedded, shown as images, or linked. No script of the page runs. */
export function inputOfPage(html: string, from: string): Input {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const inside = [...page.querySelectorAll('script[type="application/vc"], script[type="application/vc+jwt"]')].map(
    (block) => block.textContent ?? '',
  );
  const shown = new Set([...page.querySelectorAll('proofmark-badge[src]')].map((tag) => tag.getAttribute('src') ?? '').filter(isAddress));
  const links = [...page.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '').filter(isAddress);
  const others = new Set(links.map(unwrapped).filter((link) => !shown.has(link)));
  return {
    candidates: [
      ...inside.map((text) => ({ from, input: { text }, meant: true })),
      ...[...shown].map((url) => ({ from, input: { url }, meant: true })),
      ...[...others].filter((link) => !leadsToNoBadge(link)).map((url) => ({ from, input: { url }, meant: false })),
    ],
    passedOver: [...new Set([...others].filter(leadsToNoBadge).map((link) => new URL(link).hostname.replace(/^www\./, '')))],
  };
}

const isAddress = (text: string): boolean => /^https?:\/\//i.test(text) && isUrl(text);
