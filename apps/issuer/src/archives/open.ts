import { type GuardedHttp, guardedHttp } from '@proofmark/hosts/node';
import type { Archives } from '../issuing/archive-ports.js';
import { softwareHeritage } from './software-heritage.js';
import { wayback } from './wayback.js';

/** Which archives may be asked, and how. */
export interface ArchiveConnections {
  readonly softwareHeritage: { readonly base: string; readonly token: string | null } | null;
  readonly wayback: { readonly base: string; readonly keys: string } | null;
}

/** An archive takes its time to answer. */
const TIMEOUTS = { connect: 5000, total: 60_000 } as const;

/** Connects the service to the archives that its operator named. They are visited through the safe fetch, like any other host. */
export function openArchives(connections: ArchiveConnections, now: () => Date): { readonly archives: Archives; close(): Promise<void> } {
  const opened: GuardedHttp[] = [];
  const visit = (base: string): GuardedHttp => {
    const { hostname, port } = new URL(base);
    // Nobody but the operator names these hosts, so one on this machine is meant.
    const allowLoopback = /^(?:localhost|127\.|\[::1\])/.test(hostname);
    const http = guardedHttp({ allowLoopback, timeouts: TIMEOUTS, ...(port === '' ? {} : { ports: [Number(port)] }) });
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
