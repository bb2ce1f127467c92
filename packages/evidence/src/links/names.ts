import { parseSwhid } from '@proofmark/schemas/git';
import type { LinkDescription } from './description.js';
import { kindOfFileName } from './page-kinds.js';

const DOI = /^10\.\d{4,9}\/[^\s?#]+$/;

/** A link that is a persistent name instead of an address: a SWHID or a DOI. Null when it is neither or malformed. */
export function describeName(url: string): LinkDescription | null {
  return url.startsWith('swh:') ? describeSwhid(url, url, null) : describeDoi(url, url.replace(/^doi:/i, ''), null);
}

/** @param url the link as given @param swhid the identifier in it @param host where it is shown, if anywhere */
export function describeSwhid(url: string, swhid: string, host: string | null): LinkDescription | null {
  const parsed = parseSwhid(swhid);
  if (parsed === null) return null;
  const { type, revision, path } = parsed;
  return {
    url,
    kind: type === 'cnt' ? (kindOfFileName(path) ?? 'file') : 'repository',
    host,
    pinned: true,
    pinnedBy: 'swhid',
    names: 'swhid',
    ...(revision === null ? {} : { commit: revision }),
    permalink: `https://archive.softwareheritage.org/${swhid}`,
    fetchable: false,
    problems: [],
  };
}

/** @param url the link as given @param name the name in it, perhaps percent-encoded @param host where it is resolved, if anywhere */
export function describeDoi(url: string, name: string, host: string | null): LinkDescription | null {
  const doi = decoded(name);
  if (doi === null || !DOI.test(doi)) return null;
  const permalink = `https://doi.org/${doi}`;
  return { url, kind: 'document', host, pinned: false, names: 'doi', doi, permalink, fetchable: false, problems: ['doi-not-asked'] };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
