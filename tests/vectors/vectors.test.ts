import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { documentsFromMap, nodePorts, offlineDocuments } from '@proofmark/platform/node';
import type { CheckId, Outcome, Report } from '@proofmark/schemas';
import { verify } from '@proofmark/verifying';
import { describe, expect, it } from 'vitest';
import type { Case } from './generate/case.js';
import { allFiles, type CaseTable } from './generate/index.js';

const folder = fileURLToPath(new URL('.', import.meta.url));
const { at, count, cases } = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as CaseTable;
const map = JSON.parse(readFileSync(join(folder, 'documents/map.json'), 'utf8')) as Readonly<Record<string, string>>;
const ports = nodePorts({ documents: documentsFromMap(map, join(folder, 'documents'), offlineDocuments()) });

/** The code of an outcome, or why it does not concern the badge. */
function codeOf(outcome: Outcome): string {
  if (outcome.outcome === 'passed') return 'passed';
  return outcome.outcome === 'not-applicable' ? outcome.reason : outcome.code;
}

function codesOf(report: Report, checks: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(checks.map((check) => [check, codeOf(report.checks[check as CheckId])]));
}

function check({ file, recipient, trusted }: Case): Promise<Report> {
  return verify({ bytes: new Uint8Array(readFileSync(join(folder, 'badges', file))) }, ports, {
    at: Date.parse(at),
    work: 'recheck',
    ...(recipient !== undefined && { recipient }),
    ...(trusted !== undefined && { trustedIssuers: trusted }),
  });
}

describe('the table of the vectors', () => {
  it('has as many cases as it counts, each with a name of its own', () => {
    expect(cases).toHaveLength(count);
    expect(count).toBeGreaterThanOrEqual(90);
    expect(new Set(cases.map(({ sentence }) => sentence)).size).toBe(count);
  });

  it('names every file of the badges, and no other', () => {
    const files = readdirSync(join(folder, 'badges'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const names = files.map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, 'badges').length + 1));
    expect(names.sort()).toEqual([...new Set(cases.map(({ file }) => file))].sort());
  });

  it('maps addresses to documents that exist', () => {
    expect(Object.values(map).filter((name) => !existsSync(join(folder, 'documents', name)))).toEqual([]);
  });

  it('and its files are what the generator makes', async () => {
    for (const [name, bytes] of await allFiles()) {
      expect(readFileSync(join(folder, name)).equals(bytes), `${name} differs: run npm run vectors and read the difference`).toBe(true);
    }
  });
});

describe('the verifier', () => {
  it.each(cases)('$file: $sentence', async (one) => {
    const report = await check(one);
    expect({ verdict: report.verdict, because: codesOf(report, report.because) }).toEqual({ verdict: one.verdict, because: one.because });
    if (one.also !== undefined) expect(codesOf(report, Object.keys(one.also))).toEqual(one.also);
    if (one.contained !== undefined) expect(report.contained.map(({ verdict }) => verdict)).toEqual(one.contained);
  });
});
