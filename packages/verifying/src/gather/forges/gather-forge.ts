import type { ForgeApi, ForgeCommit, ForgeEntry, ForgeFacts, ForgePlace, ForgeRefusal } from '@proofmark/evidence';
import { decodeUtf8Document, type Json } from '@proofmark/primitives';
import { parseJson } from '../../input/parse-json.js';
import type { Gathering } from '../gathering.js';
import { WORK_LIMITS } from '../recheck/limits.js';

type Answer<T> = { readonly ok: true; readonly found: T } | { readonly ok: false; readonly refusal: ForgeRefusal };

/**
 * Asks a forge about one commit: first the commit, then together whether the repository leads to it, and its list of files. Of GitHub that is
 * three requests in two turns. What is there nobody asks about further: a commit that was not answered ends it.
 */
export async function gatherForge(api: ForgeApi, place: ForgePlace, gathering: Pick<Gathering, 'sources'>): Promise<ForgeFacts> {
  const ask = <T>(url: string, read: (json: Json) => T | null): Promise<Answer<T>> => askForge(url, api.accept, read, gathering);
  const asked = await ask(api.commitUrl(place), api.readCommit);
  if (!asked.ok) return { commit: asked, reach: null, listing: null };
  const commit = asked.found;
  // It is about something else: nothing more is to be learnt.
  if (commit.id !== place.commit) return { commit: { ok: true, commit }, reach: null, listing: null };
  const [reach, listing] = await Promise.all([ask(api.reachUrl(place), api.readReach), listFiles(api, place, commit, gathering)]);
  return { commit: { ok: true, commit }, reach: reach.ok ? reach.found : null, listing };
}

/** The list of files, page after page, as far as the limits allow. Null when the forge gave no list. */
async function listFiles(
  api: ForgeApi,
  place: ForgePlace,
  commit: ForgeCommit,
  gathering: Pick<Gathering, 'sources'>,
): Promise<ForgeFacts['listing']> {
  const entries: ForgeEntry[] = [];
  for (let page = 1; page <= WORK_LIMITS.forgePages; page++) {
    const asked = await askForge(api.treeUrl(place, commit, page), api.accept, api.readTree, gathering);
    if (!asked.ok) return entries.length === 0 ? null : { entries, complete: false };
    for (const entry of asked.found.entries) entries.push(entry);
    if (entries.length > WORK_LIMITS.forgeEntries) return { entries: entries.slice(0, WORK_LIMITS.forgeEntries), complete: false };
    if (!asked.found.more) return { entries, complete: !asked.found.cut };
  }
  return { entries, complete: false };
}

async function askForge<T>(
  url: string,
  accept: string,
  read: (json: Json) => T | null,
  { sources }: Pick<Gathering, 'sources'>,
): Promise<Answer<T>> {
  const fetched = await sources.fetch({ url, accept, maxBytes: WORK_LIMITS.forgeBytes, for: 'forge' });
  if (!fetched.ok) return { ok: false, refusal: fetched };
  const text = decodeUtf8Document(fetched.body);
  const reading = text === null ? null : parseJson(text);
  const found = reading?.ok ? read(reading.json) : null;
  return found === null ? { ok: false, refusal: { code: 'malformed-response' } } : { ok: true, found };
}
