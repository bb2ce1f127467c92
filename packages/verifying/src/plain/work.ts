import type { JsonObject } from '@proofmark/schemas';
import type { WorkFact } from '../facts/facts.js';
import { must, text } from './must.js';

const MAX_LENGTH = 4000;
const PART = String.raw`\w[\w.-]*`;
const COMMIT = String.raw`([\da-f]{40})`;
const PATH = `((?!/item/)(?:/${PART})*)/?`;
/** A name that is nobody's private network, nor a forge that writes its links in a way of its own. */
const HOST = String.raw`https://(?![^/]*(?:github|bitbucket|\bsr\.ht|\.(?:local|localhost|internal|lan|home|corp|intranet|test|invalid|onion)/))(?:[a-z\d-]+\.)+[a-z]+`;

const RAW_FILE = new RegExp(`^https://raw\\.githubusercontent\\.com/(${PART}/${PART})/`);
/** Links to a place in a repository at one commit, as the great forges write them: repository, commit, path. */
const PLACES: readonly RegExp[] = [
  `(https://github\\.com/${PART}/${PART})/(?:tree|blob|commit)/${COMMIT}${PATH}`,
  `(${HOST}(?:/${PART}){2,})/-/(?:tree|blob|commit)/${COMMIT}${PATH}`,
  `((?![^/]*//[^/]*gitlab)${HOST}/${PART}/${PART})/src/commit/${COMMIT}${PATH}`,
].map((form) => new RegExp(`^${form}$`));
/** The name of a commit, or of a file or folder in one, as we write it (ISO/IEC 18670). */
const SWHID = new RegExp(`^swh:1:(rev|dir|cnt):${COMMIT};origin=([^;%]+)(?:;anchor=swh:1:rev:${COMMIT}(?:;path=${PATH})?)?$`);
/** What a commit, a capture or the name of a document cannot be without. */
const PERHAPS = /[\da-f]{40}|\d{14}|doi|\b10\./i;

/** A place in a repository; `isName` when it is only named, and `path` null then for the whole commit. */
interface Place {
  readonly repository: string;
  readonly commit: string;
  readonly path: string | null;
  readonly isName: boolean;
}

/**
 * What a badge tells about its pieces of work, as `gather/work.ts` does: which are held fast by a digest or by a link to one version, and
 * which only name another one again. For links as we pin them, and for those that nobody could take for pinned.
 */
export function describeWork(items: readonly JsonObject[]): readonly WorkFact[] {
  const places = items.map(({ id }) => (id === undefined ? null : placeOf(text(id))));
  return items.map(({ id, digestMultibase, digestSRI }, at) => {
    const place = places[at] ?? null;
    const named = place?.isName ? places.findIndex((other) => other !== null && isNamedBy(other, place)) : -1;
    return {
      id: id === undefined ? null : text(id),
      pinned: place !== null || (digestMultibase ?? digestSRI) !== undefined,
      ...(named < 0 ? {} : { companionOf: named }),
    };
  });
}

function placeOf(link: string): Place | null {
  must(link.length < MAX_LENGTH);
  const asPage = link.replace(RAW_FILE, 'https://github.com/$1/blob/');
  for (const form of PLACES) {
    const [found, repository = '', commit = '', path = ''] = form.exec(asPage) ?? [];
    // What follows the commit is the path, so it stands there once.
    must(!repository.endsWith('.git') && (!found || link.split(commit).length === 2));
    if (found) return { repository, commit, path, isName: false };
  }
  const [name, type, object = '', repository = '', anchor = '', path = ''] = SWHID.exec(link) ?? [];
  must(name ? type === 'rev' || anchor : !PERHAPS.test(link));
  if (!name) return null;
  return type === 'rev' ? { repository, commit: object, path: null, isName: true } : { repository, commit: anchor, path, isName: true };
}

function isNamedBy(link: Place, name: Place): boolean {
  if (link.isName || link.commit !== name.commit) return false;
  // The same commit elsewhere, or an address in other words.
  must(link.repository === name.repository);
  return name.path === null || name.path === link.path;
}
