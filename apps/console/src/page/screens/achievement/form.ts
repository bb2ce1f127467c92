import type {
  AchievementResource,
  Alignment,
  CreateAchievement,
  DuplicateRule,
  EvidencePolicy,
  UpdateAchievement,
} from '@proofmark/schemas/api';
import type { EvidenceKind } from '@proofmark/schemas/evidence';

/** An achievement as it stands in the form. An empty text is a member that is not there. */
export interface AchievementForm {
  readonly name: string;
  readonly description: string;
  readonly narrative: string;
  readonly criteriaUrl: string;
  readonly asksForWork: boolean;
  readonly min: string;
  /** Empty: every kind counts. */
  readonly kinds: readonly EvidenceKind[];
  readonly pinned: 'required' | 'preferred' | 'any';
  readonly authorship: 'required' | 'recommended' | 'any';
  /** ISO 8601 durations. */
  readonly maxAge: string;
  readonly validFor: string;
  readonly onDuplicate: DuplicateRule | '';
  /** Whether its badges wait for a second pair of eyes. */
  readonly assessed: boolean;
  readonly skills: readonly Alignment[];
  /** Words to find it by, with commas between them. */
  readonly tags: string;
  readonly version: string;
  /** A picture of one's own as a data URI; `drawn` takes back one that was given, and empty leaves it as it is. */
  readonly image: string;
}

export type FormField = keyof AchievementForm;

/** What a new achievement begins with. */
export const NEW_FORM: AchievementForm = {
  ...{ name: '', description: '', narrative: '', criteriaUrl: '', asksForWork: true, min: '1', kinds: [] },
  ...{ pinned: 'required', authorship: 'any', maxAge: '', validFor: '', onDuplicate: 'refuse', assessed: false },
  ...{ skills: [], tags: '', version: '', image: '' },
};

interface Definition {
  readonly name: string;
  readonly description: string;
  readonly criteria?: { readonly id?: string; readonly narrative?: string };
  readonly alignment?: readonly (Alignment & { readonly type?: unknown })[];
  readonly tag?: readonly string[];
  readonly version?: string;
}

/** The form of an achievement that there is. What the form does not have stays as it is when it is changed. */
export function formOf({ achievement, evidencePolicy, validFor, onDuplicate, assessment }: AchievementResource): AchievementForm {
  const { name, description, criteria, alignment = [], tag = [], version = '' } = achievement as unknown as Definition;
  const asked = evidencePolicy === 'none' ? { min: 1, pinned: 'required' as const } : evidencePolicy;
  return {
    ...{ name, description, version, narrative: criteria?.narrative ?? '', criteriaUrl: criteria?.id ?? '' },
    asksForWork: evidencePolicy !== 'none',
    ...{ min: String(asked.min), kinds: asked.kinds ?? [], pinned: asked.pinned ?? 'preferred' },
    ...{ authorship: asked.authorship ?? 'any', maxAge: asked.maxAge ?? '' },
    ...{ validFor: validFor ?? '', onDuplicate: onDuplicate ?? '', assessed: assessment === 'wanted' },
    skills: alignment.map(({ type: _, ...skill }) => skill),
    ...{ tags: tag.join(', '), image: '' },
  };
}

/** What work the form asks for. */
export function policyOf({ asksForWork, min, kinds, pinned, authorship, maxAge }: AchievementForm): EvidencePolicy {
  if (!asksForWork) return 'none';
  return {
    min: Math.trunc(Number(min)) || 1,
    ...(kinds.length === 0 ? {} : { kinds }),
    ...{ pinned, authorship },
    ...(maxAge === '' ? {} : { maxAge }),
  };
}

/** The words between the commas, each once, at most fifty. */
function tagsOf({ tags }: Pick<AchievementForm, 'tags'>): readonly string[] {
  return [...new Set(tags.split(',').map((word) => word.trim()))].filter((word) => word !== '').slice(0, 50);
}

/** The body that makes a new achievement. */
export function newAchievement(form: AchievementForm, issuerId: string): CreateAchievement {
  const { name, description, skills, version, validFor, onDuplicate, assessed, image } = form;
  const tag = tagsOf(form);
  return {
    ...{ issuerId, name: name.trim(), description: description.trim(), criteria: criteriaOf(form), evidencePolicy: policyOf(form) },
    ...(skills.length === 0 ? {} : { alignment: skills }),
    ...(tag.length === 0 ? {} : { tag }),
    ...(version.trim() === '' ? {} : { version: version.trim() }),
    ...(validFor === '' ? {} : { validFor }),
    ...(onDuplicate === '' ? {} : { onDuplicate }),
    ...(assessed ? { assessment: 'wanted' as const } : {}),
    ...(image === '' || image === 'drawn' ? {} : { image }),
  };
}

/** Which members of an achievement a field of the form stands in. */
const MEMBERS: { readonly [K in FormField]: keyof UpdateAchievement } = {
  ...{ name: 'name', description: 'description', narrative: 'criteria', criteriaUrl: 'criteria', tags: 'tag', version: 'version' },
  ...{ asksForWork: 'evidencePolicy', min: 'evidencePolicy', kinds: 'evidencePolicy', pinned: 'evidencePolicy' },
  ...{ authorship: 'evidencePolicy', maxAge: 'evidencePolicy', validFor: 'validFor', onDuplicate: 'onDuplicate' },
  ...{ skills: 'alignment', image: 'image', assessed: 'assessment' },
};

/** The fields in which two forms differ. */
export function differences(one: AchievementForm, other: AchievementForm): readonly FormField[] {
  return (Object.keys(MEMBERS) as FormField[]).filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
}

/** The change (JSON Merge Patch) that makes one form of another: only members in which they differ. */
export function changeOf(before: AchievementForm, after: AchievementForm): UpdateAchievement {
  const tag = tagsOf(after);
  const all: UpdateAchievement = {
    ...{ name: after.name.trim(), description: after.description.trim(), criteria: criteriaOf(after), evidencePolicy: policyOf(after) },
    alignment: after.skills.length === 0 ? null : after.skills,
    tag: tag.length === 0 ? null : tag,
    version: after.version.trim() || null,
    validFor: after.validFor || null,
    onDuplicate: after.onDuplicate || null,
    assessment: after.assessed ? 'wanted' : 'none',
    image: after.image === 'drawn' ? null : after.image,
  };
  const members = new Set<string>(differences(before, after).map((field) => MEMBERS[field]));
  return Object.fromEntries(Object.entries(all).filter(([member]) => members.has(member)));
}

function criteriaOf({ narrative, criteriaUrl }: AchievementForm): CreateAchievement['criteria'] {
  return {
    ...(criteriaUrl.trim() === '' ? {} : { id: criteriaUrl.trim() }),
    ...(narrative.trim() === '' ? {} : { narrative: narrative.trim() }),
  };
}
