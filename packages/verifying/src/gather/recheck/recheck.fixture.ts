import { digestMultibase, digestSRI } from '@proofmark/evidence';
import type { GitFailure, GitSnapshot, GitSource } from '@proofmark/git-reader';
import type { JsonObject, Report } from '@proofmark/schemas';
import type { EvidenceReportDocument, WorkLogDocument } from '@proofmark/schemas/evidence';
import { ISSUER_DOCUMENT, issuerDocument, NOW, portsOf, signed, unsigned, type World } from '../../fixtures/badges.fixture.js';
import { host } from '../../fixtures/host.fixture.js';
import type { Policy, Ports } from '../../ports.js';
import { verify } from '../../verify.js';

export const BADGE = 'https://badges.example/credentials/1';
const COMMIT = '0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';
const TREE = '9876543210987654321098765432109876543210';
export const REPOSITORY = `https://github.com/ada/todo/tree/${COMMIT}`;
export const SWHID = `swh:1:dir:${TREE};origin=https://github.com/ada/todo;anchor=swh:1:rev:${COMMIT}`;
export const FILE = 'https://files.example/report.pdf';
export const PAGE = 'https://ada.example/shop';
export const CAPTURE = `${BADGE}/captures/1.html`;
export const REPORT = `${BADGE}/evidence-report`;
export const LOG = `${BADGE}/work-log`;
export const PDF = '%PDF-1.7 the report';
export const AT = '2026-11-22T09:00:00Z';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const multibaseOf = async (text: string): Promise<string> => digestMultibase(await host.crypto.digest('SHA-256', bytes(text)));
export const sriOf = async (text: string): Promise<string> => digestSRI(await host.crypto.digest('SHA-384', bytes(text)));

const reported = { given: null, others: [], mediaType: null, size: null, changedAt: null, git: null, kept: [], theirs: [], problems: [] };
export const report: EvidenceReportDocument = {
  type: 'ProofmarkEvidenceReport',
  credential: BADGE,
  madeAt: AT,
  log: LOG,
  items: [
    {
      ...reported,
      id: REPOSITORY,
      kind: 'repository',
      pin: 'commit',
      others: [SWHID],
      changedAt: '2026-11-20T09:00:00Z',
      theirs: [{ method: 'linked-account', by: 'ada', at: AT, share: { commits: 3, of: 4 } }],
    },
    { ...reported, id: FILE, kind: 'document', pin: 'digest' },
    {
      ...reported,
      id: PAGE,
      kind: 'deployment',
      pin: 'capture',
      others: [CAPTURE],
      kept: [{ by: 'issuer', url: CAPTURE, state: 'kept', at: AT, digestSRI: null }],
    },
  ],
};
export const log: WorkLogDocument = {
  type: 'ProofmarkWorkLog',
  credential: BADGE,
  successor: null,
  predecessor: null,
  items: [],
  endorsements: [],
};

/** A repository as reading it would answer. */
export const snapshot: GitSnapshot = {
  ok: true,
  remote: 'https://github.com/ada/todo.git',
  objectFormat: 'sha1',
  ref: null,
  commit: COMMIT,
  committedAt: '2026-11-20T09:00:00Z',
  rootTree: TREE,
  path: '',
  object: { type: 'tree', id: TREE },
  tree: { files: 1, bytes: 1, languages: [], licence: null },
  history: null,
  files: [],
  reachable: true,
  onBranch: true,
  problems: [],
};

export function gitOf(answer: GitSnapshot | GitFailure): GitSource & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async read({ remotes }) {
      asked.push(remotes[0] ?? '');
      return answer;
    },
  };
}

/** A badge with four kinds of work, bound to its evidence report. */
export async function badgeWithWork(more: JsonObject = {}, reportText: string = JSON.stringify(report)): Promise<JsonObject> {
  return signed(
    unsigned({
      evidence: [
        { id: REPOSITORY, type: ['Evidence'], name: 'Todo' },
        { id: FILE, type: ['Evidence'], name: 'Report', mediaType: 'application/pdf', digestMultibase: await multibaseOf(PDF) },
        { id: PAGE, type: ['Evidence'], name: 'Shop' },
        { id: SWHID, type: ['Evidence'], name: 'Software Heritage identifier' },
        { id: CAPTURE, type: ['Evidence'], name: 'Copy', mediaType: 'text/html', digestMultibase: await multibaseOf('<p>shop</p>') },
      ],
      relatedResource: [{ id: REPORT, mediaType: 'application/json', digestSRI: await sriOf(reportText) }],
      ...more,
    }),
  );
}

/** Everything as it was when the badge was issued. */
export const world: World = {
  [ISSUER_DOCUMENT]: issuerDocument(),
  [FILE]: PDF,
  [PAGE]: '<p>shop, today</p>',
  [CAPTURE]: '<p>shop</p>',
  [REPORT]: JSON.stringify(report),
  [LOG]: JSON.stringify(log),
};

export interface Looked {
  readonly report: Report;
  readonly asked: readonly { readonly url: string; readonly for: string }[];
}

/** Verifies the badge and rechecks its evidence. */
export async function look(
  badge: JsonObject,
  more: World = {},
  { git = gitOf(snapshot), ...ports }: Partial<Ports> = {},
  policy: Partial<Policy> = {},
): Promise<Looked> {
  const all = portsOf({ ...world, ...more });
  const found = await verify({ json: badge }, { ...all, git, ...ports }, { at: NOW, work: 'recheck', ...policy });
  return { report: found, asked: all.asked };
}
