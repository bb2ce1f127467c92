import type { Outcome, Verdict } from '@proofmark/schemas';
import { CLOCK, FLASK, INFO, icon, NONE, PAGE, SHIELD, STOP, UNKNOWN, YES } from '@proofmark/ui/icons';
import type { SVGTemplateResult } from 'lit/html.js';

const VERDICT_SHAPES: Readonly<Record<Verdict, SVGTemplateResult>> = {
  'genuine-issuer-confirmed': SHIELD,
  'genuine-issuer-unknown': INFO,
  test: FLASK,
  'no-longer-current': CLOCK,
  unfinished: UNKNOWN,
  unreadable: PAGE,
  'do-not-rely': STOP,
};

const OUTCOME_SHAPES: Readonly<Record<Outcome['outcome'], SVGTemplateResult>> = {
  passed: YES,
  failed: STOP,
  unknown: UNKNOWN,
  'not-applicable': NONE,
};

/** The outline of a verdict. */
export const verdictIcon = (verdict: Verdict): SVGTemplateResult => icon(VERDICT_SHAPES[verdict]);

/** The outline of one check's answer. */
export const outcomeIcon = (outcome: Outcome['outcome']): SVGTemplateResult => icon(OUTCOME_SHAPES[outcome]);
