import type { Report } from '@proofmark/schemas';
import { html, type TemplateResult } from 'lit';
import type { PageContext } from './page-context.js';
import { printView } from './print.js';
import { recordView } from './record.js';
import type { Results } from './results-context.js';
import { skillsView } from './skills.js';

// The views that the first verdict does not need. They are one part of the build, loaded while the badge is checked.
export { listView } from './list.js';
export { receiptsView } from './receipts.js';

/** Below a single badge: the print view, the skills of a role, and what can be saved. */
export function belowView(report: Report, { entries, role, onRole, record }: Results, context: PageContext): TemplateResult {
  return html`${printView(report, context, record.page)} ${skillsView(role, entries, context, onRole)} ${recordView(entries, record, context)}`;
}
