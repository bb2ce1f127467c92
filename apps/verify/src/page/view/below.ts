import type { ViewContext } from '@proofmark/badge-element/view';
import type { Report } from '@proofmark/schemas';
import { html, type TemplateResult } from 'lit';
import { printView } from './print.js';
import { recordView } from './record.js';
import type { Results } from './results.js';
import { skillsView } from './skills.js';

/** What stands below a badge that was handed in alone: what paper needs, the skills of a role, and what to take along. */
export function belowView(report: Report, { entries, role, onRole, record }: Results, context: ViewContext): TemplateResult {
  return html`${printView(report, context, record.page)} ${skillsView(role, entries, context, onRole)} ${recordView(entries, record)}`;
}
