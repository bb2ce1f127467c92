import { type Json, member, textOf } from '@proofmark/primitives';
import { accountOf, type ForgeAccount } from './account-of.js';

/** Whom a forge names as the author of a commit; null within for nobody that it knows. */
export interface AuthorAnswer {
  readonly account: ForgeAccount | null;
}

/** Reads `GET /repos/{owner}/{repo}/commits/{ref}` of GitHub. Null when it is about another commit: a branch may have the name of one. */
export function readGitHubAuthor(json: unknown, commit: string): AuthorAnswer | null {
  if (textOf(json, 'sha') !== commit) return null;
  const author = member(json, 'author');
  const id = member(author, 'id');
  return { account: typeof id === 'number' ? accountOf(id, member(author, 'login')) : null };
}

/** The question of GitLab's GraphQL API: its REST API names the author of a commit by e-mail address alone. `lastCommit` of the root at a commit is that commit. */
export const GITLAB_AUTHOR_QUERY =
  'query($path: ID!, $ref: String!) { project(fullPath: $path) { repository { tree(ref: $ref) { lastCommit { sha author { id username } } } } } }';

/** Reads the answer to `GITLAB_AUTHOR_QUERY`. Null when it is about another commit, or about none. */
export function readGitLabAuthor(json: unknown, commit: string): AuthorAnswer | null {
  const found = ['data', 'project', 'repository', 'tree', 'lastCommit'].reduce<Json | undefined>(member, json as Json);
  if (textOf(found, 'sha') !== commit) return null;
  const author = member(found, 'author');
  // A global id: `gid://gitlab/User/7`.
  const id = /^gid:\/\/gitlab\/User\/(\d+)$/.exec(textOf(author, 'id') ?? '')?.[1];
  return { account: accountOf(id, member(author, 'username')) };
}
