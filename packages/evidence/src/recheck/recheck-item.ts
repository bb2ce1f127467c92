import { describeLink } from '../links/describe-link.js';
import { isRefused } from '../links/description.js';
import { gitTarget } from '../links/git-target.js';
import { swhidIn, whereSeen } from '../links/swhid-place.js';
import { answer, unfetched } from './answer.js';
import type { EvidenceItem, Recheck, RecheckOptions, RecheckPorts } from './recheck.js';
import { hasDigest, recheckFile } from './recheck-file.js';
import { recheckRepository } from './recheck-repository.js';

/**
 * Compares a piece of evidence with what the badge pinned: a file by its digest, a place in a repository by its commit and
 * SWHID. Answers `matches`, `changed`, `gone` and `private` only when a server answered about the evidence; every other outcome
 * is `not-checked`. Nothing is stored, and nothing that the network does is an exception.
 */
export async function recheckItem(ports: RecheckPorts, piece: EvidenceItem, options: RecheckOptions = {}): Promise<Recheck> {
  const { id, swhids = [] } = piece;
  if (typeof id !== 'string' || /^urn:/i.test(id)) return answer(hasDigest(piece) ? 'private' : 'not-checked', 'no-address');
  const link = describeLink(id, { allowLoopback: options.allowLoopback ?? false });
  if (isRefused(link)) return answer('not-checked', link.problems[0] ?? null);
  // A forge's page about a file has no stable digest: the repository is read instead.
  const target = gitTarget(id);
  if (hasDigest(piece) && (link.fetchable || target === null)) {
    const fetched = await ports.fetch(target !== null && ports.git === null && ports.forges ? await ports.forges.readableFile(id) : id);
    // A forge answers so for what is private, too.
    if (target?.forge != null && !fetched.ok && hidden(fetched.status)) return answer('not-checked', 'not-seen');
    return recheckFile(ports, piece, fetched);
  }
  if (target !== null) return recheckRepository(ports, target, swhids, link.pinned ? null : (link.problems[0] ?? null), options);
  const swhid = link.pinnedBy === 'swhid' ? swhidIn(link.permalink ?? '') : null;
  const named = swhid === null ? null : whereSeen(swhid, options);
  if (swhid !== null && named !== null) return recheckRepository(ports, named, [swhid], null, options);
  if (!/^https?:/i.test(link.permalink ?? id)) return answer('not-checked', 'no-digest');
  const fetched = await ports.fetch(link.permalink ?? id);
  return fetched.ok ? answer('not-checked', link.names === undefined ? 'live-page' : 'no-digest') : unfetched(fetched);
}

const hidden = (status: number | undefined): boolean => status === 404 || status === 410;
