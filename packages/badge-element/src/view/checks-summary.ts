import { CHECK_IDS, type Report } from '@proofmark/schemas';
import type { ViewContext } from './context.js';

/** How many checks were asked, and how many of them passed: the line that stands for the folded list. */
export function checksSummary({ checks }: Report, { texts }: ViewContext): string {
  const asked = CHECK_IDS.filter((id) => checks[id].outcome !== 'not-applicable');
  const passed = asked.filter((id) => checks[id].outcome === 'passed');
  return texts.checks({ passed: passed.length, total: asked.length });
}
