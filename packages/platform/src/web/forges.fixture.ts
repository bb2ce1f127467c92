import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EvidenceReport } from '@proofmark/schemas';
import { swhidOf } from '@proofmark/schemas/git';
import {
  browserFetch,
  type ForgeKnows,
  type ForgeRoutesOptions,
  forgeRoutes,
  type ListedCommit,
  type LoopbackServer,
  listCommit,
  loopbackServer,
  makeRepository,
  type RepositoryFiles,
  SAMPLE_TIME,
  sampleBadge,
} from '@proofmark/testkit';
import { verify } from '@proofmark/verifying';
import { webDocuments } from './web-documents.js';
import { webPorts } from './web-ports.js';

export const AT: number = SAMPLE_TIME + 3_600_000;

/** A commit of a small real repository: folders in folders, a program, a link, a name that sorts before its folder, a submodule. */
export async function smallCommit(files: RepositoryFiles = FILES): Promise<ListedCommit> {
  const repository = await makeRepository();
  return listCommit(repository.folder, await repository.commit(files, { time: 1_795_000_000 }));
}

const FILES = {
  'README.md': '# Todo\n',
  LICENSE: 'MIT License\n',
  'src/api.ts': 'export const api = 1;\n',
  'src/api/todo.ts': 'export const todo = 2;\n',
  'src/api-test.ts': 'export const test = 3;\n',
  'docs/Übersicht.md': 'Hallo\n',
  latest: ['symlink', 'src'],
  'vendor/lib': ['submodule', '1'.repeat(40)],
  'node_modules/foreign.js': 'x'.repeat(500),
} as const;

/** A forge on this machine, and a badge whose work lies there. */
export interface ForgeStage {
  readonly server: LoopbackServer;
  readonly knows: ForgeKnows;
  /** Links into `ada/todo` as each forge writes them. */
  readonly links: { readonly github: string; readonly gitlab: string; readonly forgejo: string };
  /** What a page in a browser finds out about work, with the SWHIDs that the badge names beside it. */
  look(link: string, swhids?: readonly string[], more?: object): Promise<EvidenceReport>;
  /** The SWHID of a folder or file, as the issuer writes it. */
  swhid(type: 'dir' | 'cnt', id: string, path?: string, origin?: string): string;
}

export async function forgeStage(
  options: Partial<Omit<ForgeRoutesOptions, 'repositories'>> & { readonly knows?: Partial<ForgeKnows> } = {},
): Promise<ForgeStage> {
  const { knows: more = {}, ...routes } = options;
  const knows: ForgeKnows = { commit: await smallCommit(), leads: true, ...more };
  const server = await loopbackServer(forgeRoutes({ repositories: { 'ada/todo': knows }, ...routes }));
  const { id } = knows.commit;
  const fetch = browserFetch({ 'https://api.github.com': server.origin, 'https://raw.githubusercontent.com': server.origin });
  return {
    server,
    knows,
    links: {
      github: `https://github.com/ada/todo/tree/${id}`,
      gitlab: `${server.origin}/ada/todo/-/tree/${id}`,
      forgejo: `${server.origin}/ada/todo/src/commit/${id}`,
    },
    async look(link, swhids = [], members = {}) {
      const evidence = [{ id: link, name: 'Todo', ...members }, ...swhids.map((swhid) => ({ id: swhid, name: 'Identifier' }))];
      const ports = webPorts({ documents: webDocuments({ allowLoopback: true, timeout: 2000, fetch }) });
      const report = await verify({ json: await sampleBadge({ evidence }) }, ports, { at: AT, work: 'recheck' });
      const found = report.evidence.find((line) => line.id === link);
      if (found === undefined) throw new Error('the report names no such work');
      return found;
    },
    swhid(type, object, path = '', origin = 'https://github.com/ada/todo') {
      const text = swhidOf(type, object, { origin, revision: id, path });
      if (text === null) throw new Error('no SWHID');
      return text;
    },
  };
}

/** Answers in place of a forge, for addresses that hold a text. */
export function insteadOf(
  part: string,
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body = '{}',
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    if (!request.url?.includes(part)) return false;
    response.writeHead(status, { 'access-control-allow-origin': '*', 'content-type': 'application/json', ...headers }).end(body);
    return true;
  };
}
