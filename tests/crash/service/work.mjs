import { once } from 'node:events';
import { createServer } from 'node:http';

/** A host is asked one thing a second by each process. */
const HOSTS = 8;

/**
 * The work of learners: files on several hosts of the loopback, each of which has its first content until it is told to have another, or that again.
 */
export async function openWork() {
  const changed = new Set();
  const servers = [];
  for (let at = 0; at < HOSTS; at += 1) {
    const host = `127.0.0.${at + 2}`;
    const server = createServer(({ url }, response) => {
      const path = `http://${host}:${server.address().port}${url}`;
      response.setHeader('content-type', 'application/pdf').end(`%PDF-1.7 ${url} ${changed.has(path) ? 'another' : 'as it was'}`);
    });
    server.listen(0, host);
    await once(server, 'listening');
    servers.push({ server, origin: `http://${host}:${server.address().port}` });
  }
  return {
    /** The address of the work with a number. */
    at: (n) => `${servers[n % HOSTS].origin}/work-${n}.pdf`,
    /** Whether it is another than at first. */
    isChanged: (url) => changed.has(url),
    change(url) {
      if (!changed.delete(url)) changed.add(url);
    },
    async close() {
      for (const { server } of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}
