import { GITLAB_AUTHOR_QUERY, readGitLabAuthor } from '@proofmark/evidence';
import { encodeUtf8 } from '@proofmark/primitives';
import type { Forge } from '../issuing/evidence/evidence-sources.js';
import { askJson } from '../remote/ask-json.js';
import type { ForgeOptions } from './github.js';

/** GitLab, by its GraphQL API (`POST /api/graphql`). */
export function gitlab({ base, token, http }: ForgeOptions): Forge {
  const headers = { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
  return {
    host: new URL(base).host,
    async authorOf(repository, commit) {
      const body = encodeUtf8(JSON.stringify({ query: GITLAB_AUTHOR_QUERY, variables: { path: repository, ref: commit } }));
      const answer = await askJson(http, { url: `${base}/api/graphql`, headers, body });
      const found = answer.ok ? readGitLabAuthor(answer.body, commit) : null;
      return found === null ? { ok: false } : { ok: true, ...found };
    },
  };
}
