import { createServer } from 'node:http';

/** A stranger's server: it serves what the inputs name, and never answers for anything else. */
export async function strangerServer() {
  const documents = new Map();
  const server = createServer((request, response) => {
    const found = documents.get(request.url);
    if (found === undefined) return;
    response.writeHead(200, { 'content-type': 'application/json' }).end(found);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${server.address().port}`;
  return {
    origin,
    serve: (web) => {
      for (const [address, body] of Object.entries(web)) documents.set(address.slice(origin.length), body);
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
