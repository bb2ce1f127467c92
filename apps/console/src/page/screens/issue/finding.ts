import type { IssueTexts } from '@proofmark/messages/console/issue';
import type { EvidenceFinding, PolicyRemark } from '@proofmark/schemas/api';
import { dayIn } from '../../controls/dates.js';

type Unread = keyof IssueTexts['unread'];

/** By the codes of pinning: what kept a link from being read, as far as somebody can do something else about it. */
const REASONS: Readonly<Record<string, Unread>> = {
  ...{ 'live-page': 'page', 'page-instead-of-file': 'page' },
  ...{ 'not-public': 'hidden', 'not-seen': 'hidden', 'repository-private': 'hidden', 'repository-not-found': 'hidden' },
  ...{ unreachable: 'silent', timeout: 'silent', 'malformed-response': 'silent', 'registry-silent': 'silent', 'archive-silent': 'silent' },
  ...{ 'http-status': 'fault', offline: 'offline', 'not-a-repository': 'no-repository', 'empty-repository': 'no-commits' },
  ...{ 'ref-not-found': 'no-ref', 'commit-not-found': 'no-commit', 'ambiguous-commit': 'short-commit', 'path-not-found': 'no-path' },
  ...{ 'too-large': 'too-large', 'too-deep': 'too-large', 'too-many-files': 'too-large' },
  ...{ 'refused-address': 'not-visited', 'private-host': 'not-visited', 'too-many-redirects': 'not-visited' },
  ...{ 'not-a-url': 'no-address', 'forbidden-scheme': 'no-address', 'user-info': 'no-address', 'ssh-link': 'ssh' },
  ...{ 'future-capture': 'capture', 'no-such-capture': 'capture', 'capture-not-asked': 'capture', 'capture-elsewhere': 'capture' },
  ...{ 'doi-not-asked': 'doi', 'doi-not-a-version': 'doi', 'doi-unknown': 'doi' },
  ...{ 'swhid-without-place': 'swhid', 'swhid-mismatch': 'swhid' },
  ...{ 'branch-link': 'no-version', 'tag-link': 'no-version', 'short-commit': 'no-version', 'no-commit': 'no-version' },
  ...{ 'not-byte-checkable': 'video', empty: 'empty' },
};

/** What was found about one link. */
export interface FoundWords {
  readonly isRead: boolean;
  readonly sentences: readonly string[];
}

/** What pinning found about a link: what was read of it, or why it was not and what to do. */
export function findingWords(finding: EvidenceFinding, texts: IssueTexts, lang: string): FoundWords {
  const { git, pinned, digestMultibase, mediaType, size } = finding;
  if (git !== null) {
    const commit = git.commit.slice(0, 7);
    const { committedAt, files, ref } = git;
    const read =
      committedAt === null ? texts.read['git-undated']({ commit, files }) : texts.read.git({ commit, files, at: dayIn(lang, committedAt) });
    return { isRead: true, sentences: [read, ...(ref === null ? [] : [texts.read['git-branch']({ ref: shortRef(ref) })])] };
  }
  if (pinned && digestMultibase !== null)
    return { isRead: true, sentences: [texts.read.file({ type: mediaType ?? '', size: bytesIn(lang, size ?? 0) })] };
  if (pinned) return { isRead: true, sentences: [texts.read.named] };
  return { isRead: false, sentences: [unreadWords(finding, texts)] };
}

function unreadWords({ reason, problems, kind }: EvidenceFinding, texts: IssueTexts): string {
  const code = [reason, ...problems].find((one) => one !== null && Object.hasOwn(REASONS, one));
  const known = code === undefined || code === null ? undefined : REASONS[code];
  if (known === undefined) return reason === null && kind === 'page' ? texts.unread.page : texts.unread.other({ code: codeOf(reason) });
  const sentence = texts.unread[known];
  return typeof sentence === 'string' ? sentence : sentence({ code: codeOf(reason) });
}

/** What the work lacks of what the achievement asks for, each thing once. */
export function lackWords(missing: readonly PolicyRemark[], texts: IssueTexts): readonly string[] {
  const said = missing.map(({ pointer, code, detail }) => {
    const sentence = Object.hasOwn(texts.lacks, code) ? texts.lacks[code as keyof IssueTexts['lacks']] : undefined;
    if (sentence === undefined) return detail;
    return typeof sentence === 'string' ? sentence : sentence({ nth: Number(/^\/evidence\/(\d{1,2})/.exec(pointer)?.[1] ?? 0) + 1 });
  });
  return [...new Set(said)];
}

const codeOf = (reason: string | null): string => (reason !== null && /^[\w-]{1,60}$/.test(reason) ? reason : '?');
const shortRef = (ref: string): string => ref.replace(/^refs\/(?:heads|tags)\//, '');

/** A number of bytes as people say it. */
function bytesIn(lang: string, bytes: number): string {
  const [unit, by] =
    bytes < 1000 ? (['byte', 1] as const) : bytes < 1_000_000 ? (['kilobyte', 1000] as const) : (['megabyte', 1_000_000] as const);
  return new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / by);
}
