import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type ForgeKnows, forgejoBodies, githubBodies, gitlabBodies } from './forge-answers.js';
import { FORGEJO_CORS, FORGEJO_HEADERS, GITHUB_HEADERS, GITLAB_HEADERS } from './forge-headers.js';

/** Answers one request in place of the forge; false lets the forge answer. */
export type InPlaceOf = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface ForgeRoutesOptions {
  /** By its path: `ada/todo`. What is not named is not found. */
  readonly repositories: Readonly<Record<string, ForgeKnows>>;
  /** Whether the operator of the Forgejo lets other origins ask; true by default. */
  readonly forgejoCors?: boolean;
  /** The most entries that GitLab and Forgejo put on one page. */
  readonly perPage?: number;
  /** Bad answers. */
  readonly instead?: InPlaceOf;
}

type Route = readonly [pattern: RegExp, answer: (knows: ForgeKnows, url: URL, repository: string) => unknown];

const pageOf = ({ searchParams }: URL, most: number): readonly [number, number] => [
  Number(searchParams.get('page') ?? 1),
  Math.min(Number(searchParams.get('per_page') ?? most), most),
];

/**
 * The public APIs of three forges on one server, with the headers and bodies of each: GitHub's under `/repos/`, GitLab's under `/api/v4/`, Forgejo's
 * under `/api/v1/`.
 */
export function forgeRoutes(options: ForgeRoutesOptions): RequestListener {
  const { repositories, perPage = 100, forgejoCors = true } = options;
  const github: readonly Route[] = [
    [/^\/repos\/([^/]+\/[^/]+)\/git\/commits\/([0-9a-f]{40})$/, (knows, _, name) => githubBodies.commit(knows, name)],
    [/^\/repos\/([^/]+\/[^/]+)\/compare\/HEAD\.\.\.([0-9a-f]{40})$/, (knows, _, name) => githubBodies.comparison(knows, name)],
    [/^\/repos\/([^/]+\/[^/]+)\/git\/trees\/[0-9a-f]{40}$/, (knows, _, name) => githubBodies.tree(knows, name)],
  ];
  const gitlab: readonly Route[] = [
    [
      /^\/api\/v4\/projects\/([^/]+)\/repository\/commits\/([0-9a-f]{40})$/,
      (knows, { origin }, name) => gitlabBodies.commit(knows, `${origin}/${name}`),
    ],
    [/^\/api\/v4\/projects\/([^/]+)\/repository\/commits\/([0-9a-f]{40})\/refs$/, (knows) => gitlabBodies.refs(knows)],
    [/^\/api\/v4\/projects\/([^/]+)\/repository\/tree$/, (knows, url) => gitlabBodies.tree(knows, ...pageOf(url, perPage))],
  ];
  const forgejo: readonly Route[] = [
    [
      /^\/api\/v1\/repos\/([^/]+\/[^/]+)\/git\/commits\/([0-9a-f]{40})$/,
      (knows, { origin }, name) => forgejoBodies.commit(knows, origin, name),
    ],
    [/^\/api\/v1\/repos\/([^/]+\/[^/]+)\/compare\/([0-9a-f]{40})$/, (knows) => forgejoBodies.comparison(knows)],
    [
      /^\/api\/v1\/repos\/([^/]+\/[^/]+)\/git\/trees\/[0-9a-f]{40}$/,
      (knows, url, name) => forgejoBodies.tree(knows, url.origin, name, ...pageOf(url, perPage)),
    ],
  ];
  const answer = (
    routes: readonly Route[],
    url: URL,
    response: ServerResponse,
    headers: Readonly<Record<string, string>>,
    missing: unknown,
  ) => {
    const found = routes.flatMap(([pattern, body]) => {
      const [, path, id] = pattern.exec(url.pathname) ?? [];
      const name = path === undefined ? '' : decodeURIComponent(path);
      const knows = Object.hasOwn(repositories, name) ? repositories[name] : undefined;
      return knows === undefined || (id !== undefined && id !== knows.commit.id) ? [] : [() => body(knows, url, name)];
    })[0];
    response.writeHead(found === undefined ? 404 : 200, headers).end(JSON.stringify(found === undefined ? missing : found()));
  };
  return (request, response) => {
    if (options.instead?.(request, response) === true) return;
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    if (url.pathname.startsWith('/api/v4/')) return answer(gitlab, url, response, GITLAB_HEADERS, gitlabBodies.notFound);
    if (url.pathname.startsWith('/api/v1/'))
      return answer(forgejo, url, response, { ...FORGEJO_HEADERS, ...(forgejoCors ? FORGEJO_CORS : {}) }, forgejoBodies.notFound);
    const headers = { ...GITHUB_HEADERS, 'x-ratelimit-remaining': '57', 'x-ratelimit-used': '3', 'x-ratelimit-reset': '1795938000' };
    return answer(github, url, response, headers, githubBodies.notFound);
  };
}
