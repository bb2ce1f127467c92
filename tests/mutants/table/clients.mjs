/** Against clients that hold up others. */
export const CLIENTS = [
  {
    id: 'requests-may-take-for-ever',
    threats: ['T6'],
    defence: 'a client that sends its request by the drop is cut off',
    file: 'apps/issuer/src/server/listen.ts',
    find: 'serverOptions: { headersTimeout: header, requestTimeout: 0, connectionsCheckingInterval: Math.min(1000, header / 4) },',
    replace: 'serverOptions: { headersTimeout: 0 * header, requestTimeout: 0 },',
    tests: ['apps/issuer/src/server/listen.test.ts'],
  },
  {
    id: 'uploads-may-take-for-ever',
    threats: ['T6'],
    defence: 'an upload that comes by the drop is cut off',
    file: 'apps/issuer/src/server/slow-clients.ts',
    find: 'socket.bytesRead - before < upload.atLeast',
    replace: 'socket.bytesRead - before < 0',
    tests: ['apps/issuer/src/server/listen.test.ts'],
  },
];
