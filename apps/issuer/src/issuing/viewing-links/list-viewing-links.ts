import type { CredentialRecord, PageRequest, ViewingLinkRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { loadCredential } from '../access/load-credential.js';
import type { Store } from '../ports.js';
import { done, type Result } from '../result.js';

/** Who may look at private work, and when they did. */
export interface ListedViewingLink {
  readonly id: string;
  readonly credential: CredentialRecord;
  readonly link: ViewingLinkRecord;
  /** Newest first. */
  readonly viewedAt: readonly Date[];
}

const SHOWN = 100;

/** The viewing links of a badge, oldest first, for the recipient to see who looked. */
export async function listViewingLinks(
  { store }: { readonly store: Store },
  { actor, input }: Request<{ readonly credentialId: string; readonly page: PageRequest }>,
): Promise<Result<readonly ListedViewingLink[]>> {
  const found = await loadCredential(store.credentials, actor, input.credentialId);
  if (!found.ok) return found;
  const credential = found.value;
  const badge = { issuerId: credential.issuerId, credentialId: credential.id };
  const links = await store.viewings.list(badge, input.page);
  const viewings = await store.viewings.viewings(
    badge,
    links.map(({ id }) => id),
    SHOWN,
  );
  return done(links.map((link) => ({ id: link.id, credential, link, viewedAt: viewings.get(link.id) ?? [] })));
}
