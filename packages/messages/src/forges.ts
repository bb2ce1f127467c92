import type { EvidenceReport } from '@proofmark/schemas';
import type { Forges } from './compiled/types.js';
import { shownHost } from './shown-text.js';

/** What is said of who answered for a repository, in one language. */
export type ForgeTexts = Forges;

/** Those that readers know by a name of their own; any other is called by its host. */
const BRANDS: Readonly<Record<string, string>> = {
  'github.com': 'GitHub',
  'gitlab.com': 'GitLab',
  'bitbucket.org': 'Bitbucket',
  'codeberg.org': 'Codeberg',
};

/** Who answered for a piece of work, or why that gave no answer, in whole sentences; none where nobody was asked for a repository. */
export function describeForge(
  { sameBytes, reason, notes = [], readBy, askAgainAt }: Pick<EvidenceReport, 'sameBytes' | 'reason' | 'notes' | 'readBy' | 'askAgainAt'>,
  texts: ForgeTexts,
  at: (instant: string) => string,
): readonly string[] {
  if (readBy === undefined) return [];
  const { grade, host, treeCompared } = readBy;
  const forge = Object.hasOwn(BRANDS, host) ? (BRANDS[host] ?? host) : shownHost(host);
  const isThere = sameBytes === 'matches' || sameBytes === 'changed';
  const said = texts.said[grade === 'git' ? 'git' : treeCompared === true ? 'compared' : 'forge'];
  const why = grade === 'forge' && reason !== undefined ? lookUp(texts.reasons, reason) : undefined;
  return [
    ...(isThere ? [said({ forge })] : []),
    ...(why === undefined ? [] : [why({ forge })]),
    ...(askAgainAt === undefined ? [] : [texts.again({ at: at(askAgainAt) })]),
    ...notes.flatMap((code) => lookUp(texts.notes, code) ?? []),
  ];
}

/** Whether these sentences say a code, so that the general one is not needed. */
export function saysOfForge({ readBy }: Pick<EvidenceReport, 'readBy'>, code: string | undefined, { reasons, notes }: ForgeTexts): boolean {
  return code !== undefined && readBy?.grade === 'forge' && (Object.hasOwn(reasons, code) || Object.hasOwn(notes, code));
}

/** How much came after the judged commit, in one sentence; empty where nobody told. */
export function describeSince({ contents }: Pick<EvidenceReport, 'contents'>, { since }: ForgeTexts): string {
  return contents?.since == null ? '' : since({ count: contents.since.commits });
}

function lookUp<Message>(messages: Readonly<Record<string, Message>>, key: string): Message | undefined {
  return Object.hasOwn(messages, key) ? messages[key] : undefined;
}
