import type { PublicReads } from '../reads.js';
import type { PublicChange } from './public-change.js';

type Name = keyof PublicReads;
type Answer<N extends Name> = Awaited<ReturnType<PublicReads[N]>>;

/** What the answer of a read depends on: by what was asked, and by what was found. */
type Sources = {
  readonly [N in Name]: (asked: Parameters<PublicReads[N]>, found: Answer<N>) => readonly (string | null | undefined)[];
};

const credential = (id: string | null | undefined) => (id == null ? null : `credential ${id.toLowerCase()}`);
const achievement = (id: string) => `achievement ${id.toLowerCase()}`;
const assessor = (id: string) => `assessor ${id.toLowerCase()}`;
const issuer = (id: string | undefined) => (id === undefined ? null : `issuer ${id}`);
const record = (issuerId: string) => `record ${issuerId}`;
const statusList = (issuerId: string, list: number | string) => `status-list ${issuerId} ${list}`;
/** Of every issuer. */
const ISSUERS = 'issuers';

/** Every read has to be here: one that is not does not compile. */
const SOURCES: Sources = {
  findCredential: ([id], found) => [credential(id), credential(found?.successor), credential(found?.predecessor), issuer(found?.issuer.id)],
  wasErased: ([id]) => [credential(id)],
  findWorkHistory: ([id]) => [credential(id)],
  findEndorsement: ([id]) => [credential(id)],
  hasAssessor: ([issuerId, id]) => [issuer(issuerId), assessor(id)],
  findEvidenceReport: ([id]) => [credential(id)],
  findCapture: ([id]) => [credential(id)],
  findIssuerBySlug: (_, found) => [issuer(found?.id)],
  findIssuerByDid: (_, found) => [issuer(found?.id)],
  listSigningKeys: ([issuerId]) => [issuer(issuerId)],
  findRecordHead: ([issuerId]) => [record(issuerId)],
  listRecordKeys: ([issuerId]) => [issuer(issuerId)],
  findRecordFile: ([issuerId]) => [record(issuerId)],
  findRecordSalt: ([id]) => [credential(id)],
  listKeysOfAll: () => [ISSUERS],
  listDomains: ([issuerId]) => [issuer(issuerId)],
  findStatusListDocument: (_, found) => [found === null ? null : statusList(found.issuerId, found.listId)],
  findAchievement: ([id], found) => [achievement(id), issuer(found?.issuer.id)],
  findImage: ([id]) => [achievement(id)],
};

/** Reads that write down, in `tags`, what their answers depend on. */
export function notedReads(reads: PublicReads, tags: Set<string>): PublicReads {
  const noted = <N extends Name>(name: N): unknown => {
    const read = reads[name] as unknown as (...asked: Parameters<PublicReads[N]>) => Promise<Answer<N>>;
    return async (...asked: Parameters<PublicReads[N]>) => {
      const found = await read(...asked);
      for (const tag of SOURCES[name](asked, found)) if (tag != null) tags.add(tag);
      return found;
    };
  };
  return Object.fromEntries((Object.keys(SOURCES) as Name[]).map((name) => [name, noted(name)])) as unknown as PublicReads;
}

/** The tags of what has changed. */
export function tagsOf(changes: readonly PublicChange[]): ReadonlySet<string> {
  const tags = new Set<string>();
  for (const { issuerId, kind, objectId } of changes) {
    switch (kind) {
      case 'issuer':
        tags.add(`issuer ${issuerId}`).add(ISSUERS);
        break;
      case 'record':
        tags.add(record(issuerId));
        break;
      case 'status-list':
        tags.add(statusList(issuerId, objectId));
        break;
      case 'credential':
      case 'achievement':
      case 'assessor':
        tags.add(`${kind} ${objectId.toLowerCase()}`);
    }
  }
  return tags;
}
