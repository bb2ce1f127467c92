import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Client, createClient } from '@proofmark/client';
import { readConfiguration, type Service, startService } from '@proofmark/issuer/service';
import { createTestDatabase } from '@proofmark/issuer/testing';
import { nodePorts } from '@proofmark/platform/node';
import type { Report } from '@proofmark/schemas';
import { type VerifyInput, verify } from '@proofmark/verifying';
import { afterAll } from 'vitest';

/** A whole running service on a database of its own, an admin's client of it, and a verifier that asks over HTTP. */
export interface Stage {
  readonly service: Service;
  readonly client: Client;
  readonly databaseUrl: string;
  /** Verifies as of now, or as of a time in milliseconds. */
  check(input: VerifyInput, more?: { at?: number; recipient?: string }): Promise<Report>;
}

/**
 * Starts a service that is gone, with its data, after the tests of the file.
 *
 * @param settings beside those that every test has
 * @param example whether the service makes its worked example
 */
export async function startStage(settings: Readonly<Record<string, string>> = {}, example = false): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'proofmark-flow-'));
  const database = await createTestDatabase();
  const environment = { PORT: '0', DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: 'silent', ...settings };
  const service = await startService(readConfiguration(environment), { example });
  const ports = nodePorts({ allowLoopback: true });
  afterAll(async () => {
    await ports.close();
    await service.close();
    await database.close();
    await rm(dataDir, { recursive: true });
  });
  const { baseUrl, adminKey } = service;
  if (adminKey === null) throw new Error('a fresh service prints its admin key');
  return {
    service,
    client: createClient({ baseUrl, apiKey: adminKey }),
    databaseUrl: database.url,
    check: (input, { at = Date.now(), ...more } = {}) => verify(input, ports, { at, ...more }),
  };
}

const issued = fileURLToPath(new URL('../../node_modules/.cache/proofmark/issued/', import.meta.url));

/** Keeps an issued badge, so that a check outside the tests can hold it against the published schema. */
export async function keepIssued(name: string, text: string): Promise<void> {
  await mkdir(issued, { recursive: true });
  await writeFile(join(issued, name), text);
}
