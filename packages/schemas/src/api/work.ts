import { z } from 'zod';
import { ARCHIVE_NAMES, type Authorship, type KeptCopy } from '../work/evidence-report.js';
import { type LoggedWork, SAME_BYTES, type WorkLook } from '../work/work-log.js';

export const keptCopySchema: z.ZodType<KeptCopy> = z
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
  })
  .meta({ id: 'Authorship' });

const workLookSchema: z.ZodType<WorkLook> = z
  .object({ at: z.string(), sameBytes: z.enum(SAME_BYTES), reason: z.string().nullable() })
  .meta({ id: 'WorkLook' });

export const loggedWorkSchema: z.ZodType<LoggedWork> = z
  .object({
    id: z.string(),
    age: z.enum(['current', 'ageing', 'expired']).nullable(),
    looks: z.array(workLookSchema),
    kept: z.array(keptCopySchema),
    theirs: z.array(authorshipSchema),
  })
  .meta({ id: 'LoggedWork' });
