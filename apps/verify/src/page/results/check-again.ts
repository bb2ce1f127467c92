import { safeLink } from '@proofmark/badge-element/view';
import type { BadgeSummary } from '@proofmark/schemas';

/**
 * The address of this page for others: its own, or, for a copy on a disk, that of the page from which it was saved. Null where there is
 * none.
 *
 * @param home - the public address of the service from which the page came, or empty
 */
export function pageAddress(
  { protocol, origin, pathname }: Pick<Location, 'protocol' | 'origin' | 'pathname'>,
  home: string,
): string | null {
  if (/^https?:$/.test(protocol)) return `${origin}${pathname}`;
  const link = safeLink(home);
  return link === null ? null : new URL('/verify/', link.href).href;
}

/**
 * The address at which the badge is checked again. The badge is in the fragment, so that no server learns it. Without a page it is the
 * badge's own; null when the badge has none that a browser can open.
 */
export function checkAgain({ id }: Pick<BadgeSummary, 'id'>, page: string | null): string | null {
  const link = safeLink(id);
  if (link === null || page === null) return link?.href ?? null;
  return `${page}#${new URLSearchParams({ url: link.href })}`;
}
