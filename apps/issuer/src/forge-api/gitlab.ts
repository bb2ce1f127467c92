import { encodeUtf8 } from '@proofmark/primitives';
import type { Forge } from '../issuing/evidence/evidence-sources.js';
import { askJson } from '../remote/ask-json.js';
import { accountOf } from './account-of.js';
import type { ForgeOptions } from './github.js';

// The REST API names the author of a commit by e-mail address alone. `lastCommit` of the root at a commit is that commit.
const QUERY =
  'query($path: ID!, $ref: String!) { project(fullPath: $path) { repository { tree(ref: $ref) { lastCommit { sha author { id username } } } } } }';

/** GitLab, by its GraphQL API (`POST /api/graphql`). */
export function gitlab({ base, token, http }: ForgeOptions): Forge {
  const headers = { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
  return {
    host: new URL(base).host,
    async authorOf(repository, commit) {
      const body = encodeUtf8(JSON.stringify({ query: QUERY, variables: { path: repository, ref: commit } }));
      const answer = await askJson(http, { url: `${base}/api/graphql`, headers, body });
      const found = answer.ok ? memberOf(answer.body, 'data', 'project', 'repository', 'tree', 'lastCommit') : null;
      if (memberOf(found, 'sha') !== commit) return { ok: false };
      // A global id: `gid://gitlab/User/7`.
      const id = /^gid:\/\/gitlab\/User\/(\d+)$/.exec(String(memberOf(found, 'author', 'id')))?.[1];
      return { ok: true, account: accountOf(id, memberOf(found, 'author', 'username')) };
    },
  };
}

function memberOf(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined),
    value,
  );
}
