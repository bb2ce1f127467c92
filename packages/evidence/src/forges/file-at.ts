import { gitTarget } from '../links/git-target.js';
import { FORGE_APIS } from './apis.js';
import { forgePlace } from './forge-place.js';

const BITBUCKET = /^https:\/\/bitbucket\.org\/([\w.-]+\/[\w.-]+)\/raw\/([0-9a-f]{40}\/.+)$/i;

/**
 * Where a browser can read the file behind a forge's link to its bytes: the addresses of the pages of most forges let no other origin read them.
 * The link itself where it is none of those.
 */
export function readableFile(url: string): string {
  const [, repository, file] = BITBUCKET.exec(url) ?? [];
  if (repository !== undefined && file !== undefined) return `https://api.bitbucket.org/2.0/repositories/${repository}/src/${file}`;
  const target = gitTarget(url);
  const place = target === null ? null : forgePlace(target);
  return place === null || place.path.length === 0 ? url : FORGE_APIS[place.kind].fileUrl(place);
}
