import type { GuardedHttp } from '@proofmark/platform/node';
import type { Forge } from '../issuing/evidence/evidence-sources.js';
import { operatorHttp } from '../remote/operator-http.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';

/** Badges wait for the answer. */
const PATIENCE = 8000;

interface Connection {
  readonly base: string;
  readonly token: string | null;
}

/** Which forges may be asked. */
export interface ForgeConnections {
  readonly github: Connection | null;
  readonly gitlab: Connection | null;
}

/** Connects the service to the forges that its operator named, each through the safe fetch. */
export function createForgeApis(connections: ForgeConnections): { readonly forges: readonly Forge[]; close(): Promise<void> } {
  const opened: GuardedHttp[] = [];
  const open = (connection: Connection | null, connect: typeof github): readonly Forge[] => {
    if (connection === null) return [];
    const http = operatorHttp(connection.base, PATIENCE);
    opened.push(http);
    return [connect({ ...connection, http })];
  };
  return {
    forges: [...open(connections.github, github), ...open(connections.gitlab, gitlab)],
    close: async () => void (await Promise.all(opened.map((http) => http.close()))),
  };
}
