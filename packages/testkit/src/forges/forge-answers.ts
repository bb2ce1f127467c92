import type { ListedCommit } from './listed-commit.js';

/** What a forge knows of a commit beside the commit itself. */
export interface ForgeKnows {
  readonly commit: ListedCommit;
  /** Whether the default branch leads to the commit. */
  readonly leads: boolean;
  /** Commits of the default branch behind it, and the time of the newest, in seconds since 1970 UTC. */
  readonly since?: { readonly commits: number; readonly time: number };
}

const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
const ada = (time: number): object => ({ name: 'Ada Lovelace', email: 'ada@example.org', date: isoOf(time) });
const UNSIGNED = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };

/**
 * Bodies as GitHub's REST API sends them. Form: docs.github.com, REST API 2022-11-28, "Get a commit object", "Compare two commits" and "Get a
 * tree", read on 2026-11-29; values of the commit of octocat/Hello-World that these pages show, with the ids of this one.
 */
export const githubBodies = {
  commit({ commit: { id, tree, parents, time } }: ForgeKnows, repository: string): unknown {
    const api = `https://api.github.com/repos/${repository}`;
    const page = `https://github.com/${repository}`;
    return {
      sha: id,
      node_id: 'MDY6Q29tbWl0MTI5NjI2OTo3ZmQxYTYw',
      url: `${api}/git/commits/${id}`,
      html_url: `${page}/commit/${id}`,
      author: ada(time),
      committer: ada(time),
      tree: { sha: tree, url: `${api}/git/trees/${tree}` },
      message: 'Work',
      parents: parents.map((sha) => ({ sha, url: `${api}/git/commits/${sha}`, html_url: `${page}/commit/${sha}` })),
      verification: UNSIGNED,
    };
  },
  comparison({ commit, leads, since = { commits: 0, time: commit.time } }: ForgeKnows, repository: string): unknown {
    const api = `https://api.github.com/repos/${repository}`;
    const status = leads ? (since.commits === 0 ? 'identical' : 'behind') : 'diverged';
    return {
      url: `${api}/compare/HEAD...${commit.id}`,
      html_url: `https://github.com/${repository}/compare/HEAD...${commit.id}`,
      base_commit: { sha: '5'.repeat(40), commit: { author: ada(since.time), committer: ada(since.time), message: 'Later' }, parents: [] },
      merge_base_commit: { sha: leads ? commit.id : '6'.repeat(40) },
      status,
      ahead_by: leads ? 0 : 2,
      behind_by: leads ? since.commits : 7,
      total_commits: leads ? 0 : 2,
      commits: [],
      files: leads ? [] : [{ filename: 'a.txt', status: 'added', patch: '+a' }],
    };
  },
  tree({ commit: { tree, entries } }: ForgeKnows, repository: string): unknown {
    const api = `https://api.github.com/repos/${repository}`;
    return {
      sha: tree,
      url: `${api}/git/trees/${tree}`,
      tree: entries.map(({ path, mode, type, id, size }) => ({
        path,
        mode,
        type,
        sha: id,
        ...(size === null ? {} : { size }),
        ...(type === 'commit' ? {} : { url: `${api}/git/${type}s/${id}` }),
      })),
      truncated: false,
    };
  },
  notFound: {
    message: 'Not Found',
    documentation_url: 'https://docs.github.com/rest/git/commits#get-a-commit-object',
    status: '404',
  },
  limited: {
    message:
      "API rate limit exceeded for 192.0.2.1. (But here's the good news: Authenticated requests get a higher rate limit. Check out the documentation for more details.)",
    documentation_url: 'https://docs.github.com/rest/overview/resources-in-the-rest-api#rate-limiting',
  },
} as const;

/** Bodies as GitLab's REST API sends them. Form: docs.gitlab.com, "Commits API" and "Repositories API", read on 2026-11-29. */
export const gitlabBodies = {
  commit({ commit: { id, parents, time } }: ForgeKnows, page: string): unknown {
    const date = isoOf(time).replace('Z', '.000+00:00');
    return {
      id,
      short_id: id.slice(0, 8),
      created_at: date,
      parent_ids: parents,
      title: 'Work',
      message: 'Work\n',
      author_name: 'Ada Lovelace',
      author_email: 'ada@example.org',
      authored_date: date,
      committer_name: 'Ada Lovelace',
      committer_email: 'ada@example.org',
      committed_date: date,
      trailers: {},
      extended_trailers: {},
      web_url: `${page}/-/commit/${id}`,
      status: null,
      project_id: 42,
      last_pipeline: null,
    };
  },
  refs: ({ leads }: ForgeKnows): unknown => (leads ? [{ type: 'branch', name: 'main' }] : []),
  tree: ({ commit: { entries } }: ForgeKnows, page: number, perPage: number): readonly unknown[] =>
    entries.slice((page - 1) * perPage, page * perPage).map(({ path, mode, type, id }) => ({
      id,
      name: path.split('/').at(-1),
      type,
      path,
      mode,
    })),
  notFound: { message: '404 Project Not Found' },
  limited: 'Retry later\n',
} as const;

/** Bodies as Forgejo and Gitea send them. Form: their swagger document and `services/repository/files/tree.go`, read on 2026-11-29. */
export const forgejoBodies = {
  commit({ commit: { id, tree, parents, time } }: ForgeKnows, origin: string, repository: string): unknown {
    const api = `${origin}/api/v1/repos/${repository}`;
    return {
      url: `${api}/git/commits/${id}`,
      sha: id,
      created: isoOf(time),
      html_url: `${origin}/${repository}/commit/${id}`,
      commit: {
        url: `${api}/git/commits/${id}`,
        author: ada(time),
        committer: ada(time),
        message: 'Work\n',
        tree: { url: `${api}/git/trees/${tree}`, sha: tree, created: isoOf(time) },
        verification: null,
      },
      author: null,
      committer: null,
      parents: parents.map((sha) => ({ url: `${api}/git/commits/${sha}`, sha, created: '0001-01-01T00:00:00Z' })),
      files: null,
      stats: null,
    };
  },
  comparison: ({ leads }: ForgeKnows): unknown => ({ total_commits: leads ? 0 : 2, commits: leads ? [] : [{ sha: '7'.repeat(40) }] }),
  tree({ commit: { tree, entries } }: ForgeKnows, origin: string, repository: string, page: number, perPage: number): unknown {
    const listed = entries.slice((page - 1) * perPage, page * perPage);
    return {
      sha: tree,
      url: `${origin}/api/v1/repos/${repository}/git/trees/${tree}`,
      tree: listed.map(({ path, mode, type, id, size }) => ({ path, mode, type, size: size ?? 0, sha: id, url: '' })),
      truncated: page * perPage < entries.length,
      page,
      total_count: entries.length,
    };
  },
  // As Codeberg answered, by a recording in a public repository.
  notFound: {
    message: 'GetUserByName',
    url: 'https://codeberg.org/api/swagger',
    errors: ['user redirect does not exist [name: nobody]'],
  },
} as const;
