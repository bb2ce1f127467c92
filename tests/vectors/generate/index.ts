import { AT, type Case, type Vector } from './case.js';
import { documents, fileOf } from './documents.js';
import { alteredBadges } from './groups/altered.js';
import { containers } from './groups/containers.js';
import { dates } from './groups/dates.js';
import { evidence } from './groups/evidence.js';
import { genuineBadges } from './groups/genuine.js';
import { issuerProblems } from './groups/issuer.js';
import { keyProblems } from './groups/keys.js';
import { olderBadges } from './groups/open-badges-2.js';
import { restructuredBadges } from './groups/restructured.js';
import { status } from './groups/status.js';
import { tokens } from './groups/tokens.js';
import { unreadableFiles } from './groups/unreadable.js';
import { unsupported } from './groups/unsupported.js';

const ABOUT =
  'Badges with the answer that a verifier has to give. Made by the generator beside this file with test keys that everybody knows; see README.md.';

/** `cases.json`. */
export interface CaseTable {
  readonly about: string;
  /** "Now" for every case. */
  readonly at: string;
  /** How many cases there are: a missing one is an error. */
  readonly count: number;
  readonly cases: readonly Case[];
}

/** Every file of the vectors, by its name in `tests/vectors`. The same on every machine. */
export async function allFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const vectors: readonly Vector[] = [
    ...(await genuineBadges()),
    ...(await alteredBadges()),
    ...(await restructuredBadges()),
    ...(await keyProblems()),
    ...(await tokens()),
    ...(await issuerProblems()),
    ...(await dates()),
    ...(await status()),
    ...(await evidence()),
    ...(await containers()),
    ...olderBadges(),
    ...(await unsupported()),
    ...(await unreadableFiles()),
  ];
  const files = new Map<string, Uint8Array>();
  for (const { file, content } of vectors) files.set(`badges/${file}`, bytesOf(content));
  const answers = Object.entries(await documents());
  for (const [address, content] of answers)
    files.set(`documents/${fileOf(address, content)}`, bytesOf(typeof content === 'string' ? content : jsonOf(content)));
  files.set(
    'documents/map.json',
    bytesOf(jsonOf(Object.fromEntries(answers.map(([address, content]) => [address, fileOf(address, content)])))),
  );
  const cases = vectors.map(({ content: _, ...one }) => one);
  const table: CaseTable = { about: ABOUT, at: AT, count: cases.length, cases };
  files.set('cases.json', bytesOf(jsonOf(table)));
  return files;
}

function jsonOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
