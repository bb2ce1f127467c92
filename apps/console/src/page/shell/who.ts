import type { Issuer, Me, Organisation } from '@proofmark/schemas/api';
import { type Answer, ask } from '../api.js';
import { kept } from './kept.js';
import { readPages } from './read-pages.js';

/** Who is signed in, and what they work for. */
export interface Who {
  readonly me: Me;
  /** Null for somebody who is in none. */
  readonly organisation: Organisation | null;
  readonly issuers: readonly Issuer[];
}

/** So many issuers of one organisation are listed, in pages of a hundred. */
const PAGES = 5;

/**
 * Reads who is signed in and the issuers of the organisation that they work for: the one that owns the issuer of the address, else the one that was chosen here
 * before, else the first.
 *
 * @param slug - of the issuer of the address
 */
export async function readWho(slug: string | null): Promise<Answer<Who>> {
  const me = await ask<Me>('GET', 'me');
  if (!me.ok) return me;
  const { organisations } = me.value;
  const chosen = organisations.find(({ id }) => id === kept('organisation')) ?? organisations[0];
  if (chosen === undefined) return { ok: true, value: { me: me.value, organisation: null, issuers: [] } };
  const order = slug === null ? [chosen] : [chosen, ...organisations.filter((one) => one !== chosen)];
  let first: Answer<Who> | null = null;
  for (const organisation of order) {
    const issuers = await issuersOf(organisation.id);
    if (!issuers.ok) return issuers;
    const found = { ok: true as const, value: { me: me.value, organisation, issuers: issuers.value } };
    if (slug === null || issuers.value.some((issuer) => issuer.slug === slug)) return found;
    first ??= found;
  }
  return first as Answer<Who>;
}

async function issuersOf(organisation: string): Promise<Answer<readonly Issuer[]>> {
  const found = await readPages<Issuer>(ask, 'issuers', PAGES, { organisation });
  return found.ok ? { ok: true, value: [...found.value.items].sort((a, b) => a.name.localeCompare(b.name)) } : found;
}
