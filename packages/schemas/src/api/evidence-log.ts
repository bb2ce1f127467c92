import { z } from 'zod';
import { ARCHIVE_NAMES, type Authorship, type Capture } from '../evidence/evidence-report.js';
import { type LoggedEvidence, type LoggedRecheck, SAME_BYTES } from '../evidence/work-log.js';

export const captureSchema: z.ZodType<Capture> = z
  .object({
    by: z.enum(['issuer', ...ARCHIVE_NAMES]),
    url: z.string().nullable(),
    state: z.enum(['kept', 'requested', 'failed']),
    at: z.string(),
    digestSRI: z.string().nullable(),
  })
  .meta({ id: 'KeptCopy' });

export const authorshipSchema: z.ZodType<Authorship> = z
  .object({
    method: z.enum(['token', 'did', 'signed-commit', 'linked-account', 'assessor']),
    by: z.string(),
    at: z.string(),
    share: z.object({ commits: z.int(), of: z.int() }).nullable(),
    domain: z.string().optional(),
  })
  .meta({ id: 'Authorship' });

const loggedRecheckSchema: z.ZodType<LoggedRecheck> = z
  .object({ at: z.string(), sameBytes: z.enum(SAME_BYTES), reason: z.string().nullable() })
  .meta({ id: 'WorkLook' });

export const loggedEvidenceSchema: z.ZodType<LoggedEvidence> = z
  .object({
    id: z.string(),
    age: z.enum(['current', 'ageing', 'expired']).nullable(),
    looks: z.array(loggedRecheckSchema),
    kept: z.array(captureSchema),
    theirs: z.array(authorshipSchema),
  })
  .meta({ id: 'LoggedWork' });
