import { addressOfSkill, type CasePackage } from '@proofmark/schemas/api';
import type { SkillFrameworkRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { issuerOfList } from '../access/load-issuer.js';
import { recordAct } from '../access/record-act.js';
import { boundedBytes } from '../bounded-bytes.js';
import { newPublicId } from '../identifiers.js';
import type { ReadUpload } from '../issuance-jobs/reading/upload-reader.js';
import type { IdSource, Repositories, Store } from '../ports.js';
import { done, notFound, type Result, refused } from '../result.js';
import { keyOf } from './load-framework.js';
import type { ReadSkills } from './read-skills.js';
import { skillsOfCase } from './skills-of-case.js';
import { skillsOfTable } from './skills-of-table.js';

export interface FrameworkImport {
  readonly issuerId: string | null;
  /** What the file says when null. */
  readonly name: string | null;
  readonly url: string | null;
  readonly replace: boolean;
  readonly source:
    | { readonly kind: 'case'; readonly package: CasePackage }
    | { readonly kind: 'table'; readonly bytes: AsyncIterable<Uint8Array> };
}

export interface FrameworkImporting extends IdSource {
  readonly store: Pick<Store, 'issuers' | 'skills' | 'transaction'>;
  readonly readUpload: ReadUpload;
}

export interface ImportedFramework {
  readonly framework: SkillFrameworkRecord;
  /** Whether it took the place of another. */
  readonly replaced: boolean;
}

const MOST_FRAMEWORKS = 20;
/** Faults that are listed; nobody reads more. */
const MOST_FAULTS = 50;
const FAULTY = 'The file holds what is no skill: `errors` says where. Nothing was imported; mend it and send it again.';
/** Of a table. The skills of ESCO in one language take some ten million. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Imports a framework of skills, whole or not at all. */
export async function importFramework(
  deps: FrameworkImporting,
  { actor, input }: Request<FrameworkImport>,
): Promise<Result<ImportedFramework>> {
  const named = issuerOfList(actor, input.issuerId);
  if (!named.ok) return named;
  const issuer = named.value === null ? null : await deps.store.issuers.find(named.value);
  if (issuer === null) return notFound('issuer');
  const { source } = input;
  const read = source.kind === 'case' ? done(skillsOfCase(source.package)) : await readTable(deps.readUpload, source.bytes);
  if (!read.ok) return read;
  const { errors, skills } = read.value;
  if (errors.length > 0) return refused('invalid-request', FAULTY, errors.slice(0, MOST_FAULTS));
  const name = input.name ?? read.value.name;
  if (name === null) return refused('invalid-parameter', 'Say what the framework is called: `?name=`. Badges show it beside each skill.');
  const now = deps.clock.now();
  const fresh: SkillFrameworkRecord = {
    issuerId: issuer.id,
    id: newPublicId(deps, issuer),
    name,
    url: input.url === null ? read.value.url : addressOfSkill(input.url),
    format: read.value.format,
    skills: skills.length,
    skipped: read.value.skipped,
    createdAt: now,
    updatedAt: now,
  };
  return deps.store.transaction(async (tx) => {
    const placed = await place(tx, fresh, input.replace);
    if (!placed.ok) return placed;
    const { framework } = placed.value;
    await tx.skills.insertSkills(keyOf(framework), skills);
    const details = { format: framework.format, skills: framework.skills };
    await recordAct(deps, tx, actor, { action: 'skill-framework.imported', issuerId: issuer.id, objectId: framework.id, details });
    return placed;
  });
}

/** The row under which the skills are written: a new one, or that of the framework with the same name without its skills. */
async function place(tx: Pick<Repositories, 'skills'>, fresh: SkillFrameworkRecord, replace: boolean): Promise<Result<ImportedFramework>> {
  const before = await tx.skills.lockNamed(fresh.issuerId, fresh.name);
  if (before !== null && replace) {
    const framework = { ...fresh, id: before.id, createdAt: before.createdAt };
    await tx.skills.update(framework);
    await tx.skills.removeSkills(keyOf(before));
    return done({ framework, replaced: true });
  }
  if (before === null && (await tx.skills.count(fresh.issuerId)) >= MOST_FRAMEWORKS)
    return refused(
      'conflict',
      `An issuer can have ${MOST_FRAMEWORKS} frameworks; delete one first: DELETE /v1/skill-frameworks/{frameworkId}.`,
    );
  if (before !== null || !(await tx.skills.insert(fresh)))
    return refused(
      'conflict',
      'There is a framework of this name already. Give another `name`, or `replace=true` to put this one in its place.',
    );
  return done({ framework: fresh, replaced: false });
}

async function readTable(readUpload: ReadUpload, source: AsyncIterable<Uint8Array>): Promise<Result<ReadSkills>> {
  const upload = boundedBytes(
    source,
    MOST_BYTES,
    `The file is larger than ${MOST_BYTES} bytes, the most that is read. Import parts of it.`,
  );
  const read = await skillsOfTable(readUpload, upload.bytes);
  return upload.refusal() ?? read;
}
