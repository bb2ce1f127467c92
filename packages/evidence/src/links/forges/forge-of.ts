import type { ForgeKind } from '@proofmark/schemas/evidence';
import type { ForgeReader, ForgeView } from './forge-view.js';
import { forgejo } from './forgejo.js';
import { gist, github, githubCodeload, githubRaw } from './github.js';
import { gitlab } from './gitlab.js';
import { azure, bitbucket, huggingFace, sourcehut } from './other-forges.js';

const known = forgejo(true);

/** The forges that are known by their hosts. */
const FORGES: Readonly<Record<string, ForgeReader>> = {
  'github.com': github,
  'raw.githubusercontent.com': githubRaw,
  'media.githubusercontent.com': githubRaw,
  'codeload.github.com': githubCodeload,
  'gist.github.com': gist,
  'gist.githubusercontent.com': gist,
  'gitee.com': github,
  'gitlab.com': gitlab(true),
  'bitbucket.org': bitbucket,
  'git.sr.ht': sourcehut,
  'huggingface.co': huggingFace,
  'hf.co': huggingFace,
  'dev.azure.com': azure,
  'codeberg.org': known,
  'gitea.com': known,
  'git.disroot.org': known,
  'code.forgejo.org': known,
  'notabug.org': known,
  'git.gay': known,
};

/** Reads a link as the forge on that host writes it; self-hosted GitLab and Forgejo are known by the shape of the path. */
export function forgeOf({ hostname, pathname, searchParams }: URL): ForgeView | null {
  const parts = pathname.split('/').filter((part) => part !== '');
  return readerOf(hostname.replace(/^www\./, ''), parts)(parts, searchParams);
}

/** The public APIs that may be asked about a link of that host; null for a forge that has none of them. */
export function forgeKindOf({ hostname, pathname }: Pick<URL, 'hostname' | 'pathname'>): ForgeKind | null {
  const host = hostname.replace(/^www\./, '');
  if (Object.hasOwn(KINDS, host)) return KINDS[host]!;
  if (Object.hasOwn(FORGES, host) && FORGES[host] !== known) return null;
  if (host.endsWith('.visualstudio.com')) return null;
  return pathname.split('/').includes('-') || host.startsWith('gitlab.') ? 'gitlab' : 'forgejo';
}

const KINDS: Readonly<Record<string, ForgeKind>> = {
  'github.com': 'github',
  'raw.githubusercontent.com': 'github',
  'media.githubusercontent.com': 'github',
  'codeload.github.com': 'github',
  'gitlab.com': 'gitlab',
  'bitbucket.org': 'bitbucket',
};

function readerOf(host: string, parts: readonly string[]): ForgeReader {
  if (Object.hasOwn(FORGES, host)) return FORGES[host]!;
  if (host.endsWith('.visualstudio.com')) return azure;
  return parts.includes('-') || host.startsWith('gitlab.') ? gitlab(host.startsWith('gitlab.')) : forgejo(false);
}
