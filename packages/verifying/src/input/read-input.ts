import { lazily } from '../lazy.js';
import type { DocumentSource, Ports } from '../ports.js';
import { fetchBadge } from './fetch-badge.js';
import { plainBadgeOf } from './plain-badge.js';
import { badge, type InputReading, unreadable } from './reading.js';
import type { VerifyInput } from './verify-input.js';

/**
 * Finds the badge in the input, by content. At most one document is fetched: the address that the input is, or (an old
 * baked image) holds. What is no badge is an outcome that names what it is. Never throws for what the input contains.
 */
export async function readInput(input: VerifyInput, ports: Pick<Ports, 'inflate'>, documents: DocumentSource): Promise<InputReading> {
  const content = 'url' in input ? await fetchBadge(input.url.trim(), documents) : input;
  if ('reading' in content) return content.reading;
  // A badge as it is issued needs none of the readers of other formats.
  const plain = plainBadgeOf(content);
  if (plain !== null) return badge(plain, null, 'json');
  const others = await lazily(() => import('./other-input.js'));
  return others?.readOtherInput(content, ports, documents, !('url' in input)) ?? unreadable('unsupported-by-host', {});
}
