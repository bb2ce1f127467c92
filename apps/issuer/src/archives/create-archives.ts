import type { GuardedHttp } from '@proofmark/platform/node';
import type { Archives } from '../issuing/evidence/evidence-sources.js';
import { operatorHttp } from '../remote/operator-http.js';
import { softwareHeritage } from './software-heritage.js';
import { wayback } from './wayback.js';

/** Which archives may be asked, and how. */
export interface ArchiveConnections {
  readonly softwareHeritage: { readonly base: string; readonly token: string | null } | null;
  readonly wayback: { readonly base: string; readonly keys: string } | null;
}

/** An archive takes its time to answer. */
const PATIENCE = 60_000;

/** Connects the service to the archives that its operator named. */
export function createArchives(connections: ArchiveConnections, now: () => Date): { readonly archives: Archives; close(): Promise<void> } {
  const opened: GuardedHttp[] = [];
  const visit = (base: string): GuardedHttp => {
    const http = operatorHttp(base, PATIENCE);
    opened.push(http);
    return http;
  };
  const { softwareHeritage: heritage, wayback: machine } = connections;
  return {
    archives: {
      ...(heritage === null ? {} : { 'software-heritage': softwareHeritage({ ...heritage, http: visit(heritage.base), now }) }),
      ...(machine === null ? {} : { wayback: wayback({ ...machine, http: visit(machine.base), now }) }),
    },
    close: async () => void (await Promise.all(opened.map((http) => http.close()))),
  };
}
