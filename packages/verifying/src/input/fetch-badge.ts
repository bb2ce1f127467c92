import { isUrl } from '@proofmark/primitives';
import { badgeRequest } from '../documents/requests.js';
import type { DocumentSource } from '../ports.js';
import { isLinkedIn } from './linked-in.js';
import { type InputReading, notABadge, unreadable } from './reading.js';

/** What lies at a badge's address, or why nothing could be had from there. */
export type FetchedBadge = { readonly bytes: Uint8Array } | { readonly reading: InputReading };

/** Fetches what is to be read in place of an address. Never throws for what the address is. */
export async function fetchBadge(address: string, documents: DocumentSource): Promise<FetchedBadge> {
  if (!isUrl(address)) return { reading: notABadge('text') };
  if (isLinkedIn(address)) return { reading: notABadge('linkedin') };
  const fetched = await documents.fetch(badgeRequest(address));
  if (fetched.ok) return { bytes: fetched.body };
  const detail = {
    host: new URL(address).host,
    reason: fetched.code,
    ...(fetched.status === undefined ? {} : { status: fetched.status }),
  };
  return { reading: unreadable(fetched.code === 'offline' ? 'offline' : 'badge-unreachable', detail) };
}
