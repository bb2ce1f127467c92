import type { MadeInput } from './index.mjs';

/** The verdicts, by the entry that was asked. */
export function verifyWorst(made: MadeInput): Promise<{ readonly badge: string; readonly credential?: string }>;
