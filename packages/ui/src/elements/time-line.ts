import { html, nothing, svg, type TemplateResult } from 'lit/html.js';

/** When a piece of work was made, and when it was judged; milliseconds since 1970 UTC, null where nobody told. */
export interface Times {
  readonly first: number | null;
  readonly last: number | null;
  readonly judged: number | null;
  /** The last change after the judged version. */
  readonly since: number | null;
}

const [WIDTH, EDGE] = [240, 6];

/** The time of a piece of work as a line, with a mark at the day of judgement. It is decoration: the words beside it say the same. */
export function timeLine({ first, last, judged, since }: Times): TemplateResult | typeof nothing {
  const known = [first, last, judged, since].filter((time) => time !== null);
  const [begin, end] = [Math.min(...known), Math.max(...known)];
  if (known.length < 2 || begin === end) return nothing;
  const x = (time: number): string => (EDGE + ((time - begin) / (end - begin)) * (WIDTH - 2 * EDGE)).toFixed(1);
  const work = [first, last].filter((time) => time !== null).map(x);
  return html`${svg`<svg class="time-line" viewBox="0 0 ${WIDTH} 24" aria-hidden="true">
    <path class="time" d="M${EDGE} 14H${WIDTH - EDGE}" />
    ${work[0] === undefined || work[1] === undefined ? nothing : svg`<path class="made" d="M${work[0]} 14H${work[1]}" />`}
    ${work.map((at) => svg`<circle class="made-at" cx=${at} cy="14" r="4" />`)}
    ${since === null ? nothing : svg`<circle class="since" cx=${x(since)} cy="14" r="3.2" />`}
    ${judged === null ? nothing : svg`<path class="judged" d="M${x(judged)} 2v20" />`}
  </svg>`}`;
}
