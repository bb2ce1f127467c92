import { type SafeLink, safeLink } from '@proofmark/badge-element/view';
import type { BadgeSummary } from '@proofmark/schemas';

/** The badge's own address, where it has one that a browser can open. */
export const badgeLink = (badge: Pick<BadgeSummary, 'id'>): SafeLink | null => safeLink(badge.id);

/**
 * The address at which this page checks the badge again. The badge stands behind `#`, so that no server learns it. A copy of the page on
 * a disk has no address for others: then it is the badge's own.
 */
export function checkAgain(
  badge: Pick<BadgeSummary, 'id'>,
  page: { readonly protocol: string; readonly origin: string; readonly pathname: string },
): string | null {
  const link = badgeLink(badge);
  if (link === null || !/^https?:$/.test(page.protocol)) return link?.href ?? null;
  return `${page.origin}${page.pathname}#${new URLSearchParams({ url: link.href })}`;
}
