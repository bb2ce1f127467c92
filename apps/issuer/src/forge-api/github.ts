import { readGitHubAuthor } from '@proofmark/evidence';
import type { GuardedHttp } from '@proofmark/platform/node';
import type { Forge } from '../issuing/evidence/evidence-sources.js';
import { askJson } from '../remote/ask-json.js';

export interface ForgeOptions {
  /** Of the API, without a slash at the end. */
  readonly base: string;
  /** Null asks as anybody may. */
  readonly token: string | null;
  readonly http: Pick<GuardedHttp, 'request'>;
}

/** GitHub, and what speaks its REST API (`GET /repos/{owner}/{repo}/commits/{ref}`). `https://api.github.com` is the API of github.com. */
export function github({ base, token, http }: ForgeOptions): Forge {
  const { host } = new URL(base);
  const headers = {
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
  return {
    host: host.replace(/^api\.github\.com$/, 'github.com'),
    async authorOf(repository, commit) {
      const path = repository.split('/').map(encodeURIComponent).join('/');
      const answer = await askJson(http, { url: `${base}/repos/${path}/commits/${commit}`, headers });
      const found = answer.ok ? readGitHubAuthor(answer.body, commit) : null;
      return found === null ? { ok: false } : { ok: true, ...found };
    },
  };
}
