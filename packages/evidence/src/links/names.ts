import type { LinkDescription } from './description.js';
import { kindOfFileName } from './page-kinds.js';

// ISO/IEC 18670: core identifier, then qualifiers.
const SWHID = /^swh:1:(cnt|dir|rev|rel|snp):([0-9a-f]{40})((?:;(?:origin|visit|anchor|path|lines|bytes)=[^;]+)*)$/;
const ANCHOR = /;anchor=swh:1:rev:([0-9a-f]{40})(?:;|$)/;
const FILE_PATH = /;path=([^;]+)/;
const DOI = /^10\.\d{4,9}\/[^\s?#]+$/;

/** A link that is a persistent name instead of an address: a SWHID or a DOI. Null when it is neither or malformed. */
export function describeName(url: string): LinkDescription | null {
  return url.startsWith('swh:') ? describeSwhid(url, url, null) : describeDoi(url, url.replace(/^doi:/i, ''), null);
}

/** @param url the link as given @param swhid the identifier in it @param host where it is shown, if anywhere */
export function describeSwhid(url: string, swhid: string, host: string | null): LinkDescription | null {
  const [, type, id, qualifiers = ''] = SWHID.exec(swhid) ?? [];
  if (type === undefined || id === undefined) return null;
  const commit = type === 'rev' ? id : ANCHOR.exec(qualifiers)?.[1];
  return {
    url,
    kind: type === 'cnt' ? (kindOfFileName(FILE_PATH.exec(qualifiers)?.[1] ?? '') ?? 'file') : 'repository',
    host,
    pinned: true,
    pinnedBy: 'swhid',
    ...(commit === undefined ? {} : { commit }),
    permalink: `https://archive.softwareheritage.org/${swhid}`,
    fetchable: false,
    problems: [],
  };
}

/** @param url the link as given @param doi the name in it @param host where it is resolved, if anywhere */
export function describeDoi(url: string, doi: string, host: string | null): LinkDescription | null {
  if (!DOI.test(doi)) return null;
  return {
    url,
    kind: 'document',
    host,
    pinned: true,
    pinnedBy: 'doi',
    permalink: `https://doi.org/${doi}`,
    fetchable: false,
    problems: [],
  };
}
