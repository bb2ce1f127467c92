import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isUrl } from '@proofmark/primitives';

/** A public to-do API at one commit, for a checkout that has no public address of its own. */
export const FALLBACK_COMMIT = 'https://github.com/fastify/fastify-example-todo/tree/123ecde904a6b7716c3342ce2ea564658f8fa470';

const KNOWN_HOSTS: Readonly<Record<string, (repository: string, commit: string) => string>> = {
  'github.com': (repository, commit) => `https://github.com/${repository}/tree/${commit}`,
  'gitlab.com': (repository, commit) => `https://gitlab.com/${repository}/-/tree/${commit}`,
  'codeberg.org': (repository, commit) => `https://codeberg.org/${repository}/src/commit/${commit}`,
};

/** The permalink of the commit that this checkout is at, when its public host has that commit too; else a constant one. */
export async function commitLink(folder: string = dirname(fileURLToPath(import.meta.url))): Promise<string> {
  try {
    const commit = await git(folder, 'rev-parse', '--verify', 'HEAD');
    // Known to a remote branch means: it was pushed, as far as can be told without asking the network.
    const pushed = (await git(folder, 'branch', '--remotes', '--contains', commit)) !== '';
    return (pushed ? permalink(await git(folder, 'remote', 'get-url', 'origin'), commit) : null) ?? FALLBACK_COMMIT;
  } catch {
    return FALLBACK_COMMIT;
  }
}

/** The permalink of a commit in the repository behind a remote's http(s) address, or null when the host is not known. */
export function permalink(remote: string, commit: string): string | null {
  if (!/^https?:\/\//.test(remote) || !isUrl(remote) || !/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit)) return null;
  const { hostname, pathname } = new URL(remote);
  const repository = pathname
    .slice(1)
    .replace(/\.git$/, '')
    .replace(/\/$/, '');
  const make = Object.hasOwn(KNOWN_HOSTS, hostname) ? KNOWN_HOSTS[hostname] : undefined;
  return make !== undefined && /^[\w.-]+(\/[\w.-]+)+$/.test(repository) ? make(repository, commit) : null;
}

async function git(folder: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', args, { cwd: folder, timeout: 5000, env: { PATH: process.env.PATH, LC_ALL: 'C' } });
  return stdout.trim();
}
