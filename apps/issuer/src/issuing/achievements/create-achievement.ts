import type { CreateAchievement, EvidencePolicy, FieldError } from '@proofmark/schemas/api';
import type { AchievementRecord, StoredImage } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { issuerOfBody } from '../access/load-issuer.js';
import { recordAct } from '../access/record-act.js';
import { newPublicId, randomUuid } from '../identifiers.js';
import type { IdSource, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import { refuseAchievement } from '../would-conform.js';
import { defineAchievement } from './achievement-definition.js';
import { readImage } from './achievement-image.js';
import { judgeResultDescriptions } from './result-descriptions.js';

/** One piece of evidence of any kind, pinned if possible. */
const DEFAULT_POLICY: EvidencePolicy = { min: 1, pinned: 'preferred' };

export interface AchievementMaking extends IdSource {
  readonly store: Store;
  readonly baseUrl: string;
}

/** Defines an achievement. */
export async function createAchievement(
  deps: AchievementMaking,
  { actor, input }: Request<CreateAchievement>,
): Promise<Result<AchievementRecord>> {
  const issuer = await issuerOfBody(deps.store.issuers, actor, input.issuerId);
  if (!issuer.ok) return issuer;
  const { issuerId: _issuer, image, evidencePolicy, validFor, onDuplicate, assessment = 'none', ...fields } = input;
  const judged = judgeParts(image, input.resultDescription);
  if (judged.errors.length > 0) return refused('invalid-request', 'The achievement is not valid.', judged.errors);
  const id = newPublicId(deps, issuer.value);
  const now = deps.clock.now();
  const achievement: AchievementRecord = {
    issuerId: issuer.value.id,
    id,
    definition: defineAchievement(fields, {
      id,
      base: deps.baseUrl,
      ids: () => `urn:uuid:${randomUuid(deps.random)}`,
      before: null,
    }),
    evidencePolicy: evidencePolicy ?? DEFAULT_POLICY,
    validFor: validFor ?? null,
    onDuplicate: onDuplicate ?? null,
    assessment,
    createdAt: now,
    updatedAt: now,
    archivedAt: null,
  };
  const refusal = await refuseAchievement(issuer.value, achievement);
  if (refusal !== null) return refusal;
  return deps.store.transaction(async (tx) => {
    await tx.achievements.insert(achievement, judged.image);
    await recordAct(deps, tx, actor, { action: 'achievement.created', issuerId: achievement.issuerId, objectId: id });
    return done(achievement);
  });
}

/** Reads the image and compares the parts of the result descriptions with each other. */
export function judgeParts(
  image: string | null | undefined,
  descriptions: CreateAchievement['resultDescription'] | null,
): { readonly image: StoredImage | null; readonly errors: readonly FieldError[] } {
  const read = image === undefined || image === null ? null : readImage(image);
  const errors = [...judgeResultDescriptions(descriptions ?? [])];
  if (read !== null && !read.ok) errors.push({ pointer: '/image', code: read.code, detail: read.detail });
  return { image: read?.ok === true ? read.image : null, errors };
}
