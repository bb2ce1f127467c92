import { textOf } from '@proofmark/primitives';
import type { ForgeApi } from './forge-api.js';
import type { ForgePlace } from './forge-place.js';
import { entriesOf, idOf, timeOf } from './reading.js';

/** The most entries that GitLab puts on one page. */
const PAGE = 100;

const base = ({ api, repository }: ForgePlace): string => `${api}/projects/${repository.replaceAll('/', '%2F')}/repository`;

/**
 * GitLab's REST API, which answers any origin, also on hosts of one's own. Its commits do not name their root folder, so that one is computed
 * from the list of files.
 */
export const gitlab: ForgeApi = {
  accept: 'application/json',
  commitUrl: (place) => `${base(place)}/commits/${place.commit}?stats=false`,
  readCommit(json) {
    const id = idOf(json, 'id');
    return id === null ? null : { id, tree: null, committedAt: timeOf(json, 'committed_date'), page: textOf(json, 'web_url') };
  },
  reachUrl: (place) => `${base(place)}/commits/${place.commit}/refs?type=all&per_page=1`,
  readReach: (json) => (Array.isArray(json) ? { leads: json.length > 0, from: 'all-refs', since: null } : null),
  treeUrl: (place, _, page) => `${base(place)}/tree?ref=${place.commit}&recursive=true&per_page=${PAGE}&page=${page}`,
  readTree(json) {
    const entries = entriesOf(json, 'id');
    return entries === null ? null : { entries, more: entries.length >= PAGE, cut: false };
  },
  fileUrl: (place) => `${base(place)}/files/${encodeURIComponent(place.path.join('/'))}/raw?ref=${place.commit}`,
};
