import { documentsRoutes, type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { cryptoContract, decompressionContract, documentsContract, tokensContract } from '@proofmark/testkit/contracts';
import * as vitest from 'vitest';
import { type NodePorts, nodePorts } from './node-ports.js';

const { afterAll, beforeAll, describe, expect, it } = vitest;

describe('nodePorts', () => {
  let server: LoopbackServer;
  let ports: NodePorts;
  beforeAll(async () => {
    server = await loopbackServer(documentsRoutes);
    ports = nodePorts({ allowLoopback: true, timeouts: { total: 2000 } });
  });
  afterAll(async () => {
    await ports.close();
    await server.close();
  });

  cryptoContract(vitest, () => ports.crypto);
  tokensContract(vitest, () => ports.tokens);
  decompressionContract(vitest, () => ports);
  documentsContract(
    vitest,
    () => ports.documents,
    () => server.origin,
  );

  it('answers crypto and decompression at once', () => {
    expect(ports.crypto.digest('SHA-256', new Uint8Array())).toBeInstanceOf(Uint8Array);
    expect(ports.gunzip(new Uint8Array(), 1)).toBeNull();
    expect(ports.crypto.verify({ algorithm: 'ES256', jwk: {} }, new Uint8Array(), new Uint8Array())).toBe(false);
  });

  it('takes documents from another source by option', async () => {
    const documents = { fetch: async ({ url }: { url: string }) => ({ ok: false, url, code: 'offline' }) as const };
    const request = { url: `${server.origin}/document`, accept: '*/*', maxBytes: 1, for: 'badge' } as const;
    expect(await nodePorts({ documents }).documents.fetch(request)).toMatchObject({ code: 'offline' });
  });
});
