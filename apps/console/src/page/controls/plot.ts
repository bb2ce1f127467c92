import { html, svg, type TemplateResult } from 'lit';

const BAR = 10;
const HEIGHT = 40;
/** What little there is can still be seen. */
const LEAST = 2;

/** A bar of a plot, and what is said of it where it is pointed at. */
export interface Bar {
  readonly value: number;
  readonly title: string;
}

/** Small bars beside a number. `label` says to those who hear the page what is seen. It is drawn by attributes alone: the policy of the page allows no style in it. */
export function plotView(label: string, bars: readonly Bar[]): TemplateResult {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return html`<svg class="plot" role="img" aria-label=${label} viewBox="0 0 ${bars.length * BAR} ${HEIGHT}" preserveAspectRatio="none">
    ${bars.map(({ value, title }, at) => {
      const height = value === 0 ? 1 : Math.max(LEAST, (value / most) * HEIGHT);
      return svg`<rect class=${value === 0 ? 'none' : 'some'} x=${at * BAR + 1} y=${HEIGHT - height} width=${BAR - 2} height=${height}><title>${title}</title></rect>`;
    })}
  </svg>`;
}

/** Sums of seven days each; the last one ends today. */
export function weeksOf(days: readonly number[]): readonly number[] {
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    days.slice(week * 7, week * 7 + 7).reduce((sum, one) => sum + one, 0),
  );
}
