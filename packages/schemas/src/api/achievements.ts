import type { JsonObject } from '@proofmark/primitives';
import { z } from 'zod';
import type { Alignment, RelatedAchievement, ResultDescription } from './achievement-parts.js';
import { alignmentSchema, relatedAchievementSchema, resultDescriptionSchema, term } from './achievement-parts.js';
import type { EvidencePolicy } from './evidence-policy.js';
import { evidencePolicySchema } from './evidence-policy.js';
import { as, duration, id, language, matching, text, webUrl } from './fields.js';
import { type DuplicateRule, rule } from './issuance-jobs/options.js';
import { ASSESSMENT_WISHES, type AssessmentWish } from './people/assessments.js';

/** What can be earned. Named as in OB 3.0, with the policy and validity that our issuing adds. */
export interface AchievementFields {
  readonly name: string;
  readonly description: string;
  /** At least one of the two. */
  readonly criteria: { readonly id?: string | undefined; readonly narrative?: string | undefined };
  readonly achievementType?: string | undefined;
  readonly alignment?: readonly Alignment[] | undefined;
  readonly tag?: readonly string[] | undefined;
  readonly resultDescription?: readonly ResultDescription[] | undefined;
  readonly related?: readonly RelatedAchievement[] | undefined;
  readonly inLanguage?: string | undefined;
  readonly version?: string | undefined;
  readonly humanCode?: string | undefined;
  readonly fieldOfStudy?: string | undefined;
  readonly specialization?: string | undefined;
  readonly creditsAvailable?: number | undefined;
  /** `data:image/png;base64,…` or `data:image/svg+xml;base64,…`, at most 512 KiB decoded. */
  readonly image?: string | undefined;
  readonly imageCaption?: string | undefined;
  /** Default `{min: 1, pinned: 'preferred'}`. */
  readonly evidencePolicy?: EvidencePolicy | undefined;
  /** How long a badge is valid, when the issue request does not say: an ISO 8601 duration such as `P2Y`. */
  readonly validFor?: string | undefined;
  /** What is done when a person has a badge of it already that stands, and the issue request does not say. Without it a job refuses, and a single request allows. */
  readonly onDuplicate?: DuplicateRule | undefined;
  /** Whether its badges wait for an assessor to endorse them. Default `none`. */
  readonly assessment?: AssessmentWish | undefined;
}

export interface CreateAchievement extends AchievementFields {
  /** Only an admin key has to name the issuer. */
  readonly issuerId?: string | undefined;
}

/** A change (JSON Merge Patch). Badges that were issued keep what they said. */
export type UpdateAchievement = {
  readonly [K in keyof AchievementFields]?: K extends 'name' | 'description' | 'criteria' | 'evidencePolicy' | 'assessment'
    ? AchievementFields[K] | undefined
    : AchievementFields[K] | null | undefined;
} & { readonly archived?: boolean | undefined };

export interface AchievementResource {
  readonly id: string;
  readonly issuerId: string;
  readonly url: string;
  /** The OB 3.0 Achievement as badges carry it. */
  readonly achievement: JsonObject;
  readonly evidencePolicy: EvidencePolicy;
  readonly validFor: string | null;
  readonly onDuplicate: DuplicateRule | null;
  readonly assessment: AssessmentWish;
  readonly archivedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

const criteria = z
  .strictObject({ id: webUrl().optional(), narrative: text(10_000).optional() })
  .refine((value) => value.id !== undefined || value.narrative !== undefined, as('at-least-one', 'needs `id`, `narrative` or both'))
  .meta({ example: { narrative: 'Built an API of at least five resources.' } });

const required = { name: text(300), description: text(4000), criteria };
const optional = {
  achievementType: term('achievementType'),
  alignment: z.array(alignmentSchema).min(1).max(50),
  tag: z.array(text(100)).min(1).max(50),
  resultDescription: z.array(resultDescriptionSchema).min(1).max(50),
  related: z.array(relatedAchievementSchema).min(1).max(50),
  inLanguage: language(),
  version: text(100),
  humanCode: text(100),
  fieldOfStudy: text(300),
  specialization: text(300),
  creditsAvailable: z.number().min(0).max(100_000),
  image: matching(
    /^data:image\/(png|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/,
    1_000_000,
    'not-an-image',
    'is not a base64 data URI of a PNG or SVG of at most 512 KiB (data:image/png;base64,…)',
  ),
  imageCaption: text(300),
  validFor: duration(),
  onDuplicate: rule,
};

const assessment = z.enum(ASSESSMENT_WISHES);

type Optionals<T> = { [K in keyof T]: T[K] extends z.ZodType ? z.ZodOptional<T[K]> : never };
type Nullables<T> = { [K in keyof T]: T[K] extends z.ZodType ? z.ZodOptional<z.ZodNullable<T[K]>> : never };

function mapped(change: (schema: z.ZodType) => z.ZodType): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(optional).map(([name, schema]) => [name, change(schema)]));
}

export const createAchievementSchema: z.ZodType<CreateAchievement> = z
  .strictObject({
    issuerId: id().optional().meta({ description: 'Only an admin key has to name the issuer.' }),
    ...required,
    ...(mapped((schema) => schema.optional()) as Optionals<typeof optional>),
    evidencePolicy: evidencePolicySchema.optional(),
    assessment: assessment.optional(),
  })
  .meta({
    id: 'CreateAchievement',
    example: {
      name: 'Web API design',
      description: 'Designs, documents and tests an HTTP API.',
      criteria: { narrative: 'Built an API of at least five resources, reviewed against rubric R2.' },
      achievementType: 'MicroCredential',
      tag: ['HTTP', 'OpenAPI'],
      resultDescription: [{ name: 'Grade', resultType: 'LetterGrade', allowedValue: ['C', 'B', 'A'] }],
      evidencePolicy: { min: 1, kinds: ['file', 'repository'], pinned: 'required' },
      validFor: 'P2Y',
    },
  });

export const updateAchievementSchema: z.ZodType<UpdateAchievement> = z
  .strictObject({
    name: required.name.optional(),
    description: required.description.optional(),
    criteria: criteria.optional(),
    ...(mapped((schema) => schema.nullable().optional()) as Nullables<typeof optional>),
    evidencePolicy: evidencePolicySchema.optional(),
    assessment: assessment.optional(),
    archived: z.boolean().optional(),
  })
  .meta({
    id: 'UpdateAchievement',
    description: 'JSON Merge Patch. Badges that were issued keep what they said. An archived achievement issues no more badges.',
    example: { version: '2' },
  });

export const achievementResourceSchema: z.ZodType<AchievementResource> = z
  .object({
    id: id(),
    issuerId: id(),
    url: z.string(),
    achievement: z.record(z.string(), z.unknown()).meta({
      description: 'The OB 3.0 Achievement as badges carry it.',
      example: { id: 'https://badges.example/achievements/…', type: ['Achievement'], name: 'Web API design' },
    }),
    evidencePolicy: evidencePolicySchema,
    validFor: z.string().nullable(),
    onDuplicate: rule.nullable(),
    assessment,
    archivedAt: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Achievement' }) as unknown as z.ZodType<AchievementResource>;
