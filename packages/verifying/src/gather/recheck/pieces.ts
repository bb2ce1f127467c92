import { type EvidenceItem, type ForgeSource, type Recheck, type RecheckPorts, recheckItem } from '@proofmark/evidence';
import type { GitSource } from '@proofmark/git-reader';
import { mapLimited, member } from '@proofmark/primitives';
import type { JsonObject } from '@proofmark/schemas';
import type { Sources } from '../../documents/sources.js';
import { lazily } from '../../lazy.js';
import type { Gathering } from '../gathering.js';
import { WORK_LIMITS } from './limits.js';

/** A piece of work, or a copy of one, to be looked at. `swhids` are those of the badge that name it too. */
export interface Lookable {
  readonly node: JsonObject;
  readonly swhids: readonly string[];
}

const NOT_LOOKED: Recheck = { sameBytes: 'not-checked', reason: 'too-many-pieces', notes: [], changedAt: null };
const NOT_LOADED: Recheck = { ...NOT_LOOKED, reason: 'unsupported-by-host' };
const LATE: Recheck = { ...NOT_LOOKED, reason: 'timeout' };

/** Rechecks each item, a few at a time; items beyond the limits or late are not checked. Null is an item that is not to be checked. */
export async function lookAgain(pieces: readonly (Lookable | null)[], gathering: Gathering): Promise<readonly (Recheck | null)[]> {
  const ports = portsOf(gathering);
  const found = pieces.map((piece): Recheck | null => (piece === null ? null : LATE));
  const all = mapLimited(WORK_LIMITS.atOnce, pieces, async (piece, at) => {
    if (piece === null) return;
    if (gathering.pieces.left <= 0) {
      found[at] = NOT_LOOKED;
      return;
    }
    gathering.pieces.left -= 1;
    // The safe fetch decides about this machine, not we.
    found[at] = await recheckItem(ports, pieceOf(piece), { allowLoopback: true, git: { milliseconds: WORK_LIMITS.repositoryTime } });
  });
  all.catch(() => {});
  const late = gathering.ports.after?.(WORK_LIMITS.totalTime);
  await (late === undefined ? all : Promise.race([all, late]));
  // Answers that arrive after this are dropped.
  return [...found];
}

function pieceOf({ node, swhids }: Lookable): EvidenceItem {
  const [id, digestMultibase, digestSRI, mediaType] = ['id', 'digestMultibase', 'digestSRI', 'mediaType'].map((key) => member(node, key));
  return { id, digestMultibase, digestSRI, mediaType, swhids };
}

function portsOf(gathering: Gathering): RecheckPorts {
  const { ports, sources } = gathering;
  return {
    digest: (algorithm, data) => ports.crypto.digest(algorithm, data),
    fetch(url) {
      const request = { url, accept: '*/*', maxBytes: WORK_LIMITS.fileBytes, for: 'evidence' } as const;
      return sources.noted(request, ports.documents.fetch(request));
    },
    git: ports.git === undefined ? null : noted(ports.git, sources),
    forges: forgesOf(gathering),
  };
}

/** What asks forges is loaded where git gave no answer; without it, their repositories are not looked at. */
function forgesOf(gathering: Gathering): ForgeSource {
  const load = () => lazily(() => import('../forges/index.js'));
  return {
    read: async (place, swhids) => (await load())?.readForge(place, swhids, gathering) ?? NOT_LOADED,
    readableFile: async (url) => (await load())?.readableFile(url) ?? url,
  };
}

/** Remembers whose repositories were asked, also after a move. */
function noted(git: GitSource, sources: Sources): GitSource {
  return {
    async read(request) {
      const answer = git.read(request);
      const read = await sources.noted({ url: request.remotes[0] ?? '', for: 'evidence' }, answer);
      return read.ok ? sources.noted({ url: read.remote, for: 'evidence' }, answer) : read;
    },
  };
}
