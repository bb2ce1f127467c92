import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

const UNITS = ['Y', 'M', 'W', 'D'] as const;
export type DurationUnit = (typeof UNITS)[number];

export interface DurationField {
  readonly label: string;
  readonly name: string;
  /** An ISO 8601 duration in calendar units; empty for none. */
  readonly value: string;
  /** The value in words, or what it means that there is none. */
  readonly said: string;
  readonly units: Readonly<Record<DurationUnit, string>>;
  /** The accessible name of the choice of the unit. */
  readonly unitLabel: string;
  onChange(value: string): void;
}

/** A duration in one unit: years and months together are months. Null for what has no one unit. */
export function inOneUnit(value: string): { readonly count: number; readonly unit: DurationUnit } | null {
  const found = /^P(?:(\d{1,5})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,5})D)?$/.exec(value);
  if (found === null) return null;
  const [years, months, weeks, days] = found.slice(1).map((count) => Number(count ?? 0)) as [number, number, number, number];
  if (years > 0 && months > 0 && weeks + days === 0) return { count: years * 12 + months, unit: 'M' };
  const given = UNITS.map((unit, at) => ({ unit, count: [years, months, weeks, days][at] ?? 0 })).filter(({ count }) => count > 0);
  const [only] = given;
  return given.length === 1 && only !== undefined ? only : null;
}

/** A number and its unit, with the duration in words below. */
export function durationField({ label, name, value, said, units, unitLabel, onChange }: DurationField): TemplateResult {
  const { count, unit } = inOneUnit(value) ?? { count: 0, unit: 'Y' as const };
  const change = (number: string, chosen: DurationUnit): void => {
    const whole = Math.trunc(Number(number));
    onChange(whole > 0 ? `P${Math.min(whole, 36_500)}${chosen}` : '');
  };
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <span class="notes" id=${`note-${name}`}><span class="hint" aria-live="polite">${said}</span></span>
    <div class="duration">
      <input id=${name} name=${name} type="number" min="0" max="36500" inputmode="numeric" aria-describedby=${`note-${name}`}
        .value=${live(count === 0 ? '' : String(count))} @input=${(event: Event) => change((event.target as HTMLInputElement).value, unit)} />
      <select name=${`${name}-unit`} aria-label=${unitLabel}
        @change=${(event: Event) => change(String(count), (event.target as HTMLSelectElement).value as DurationUnit)}>
        ${UNITS.map((code) => html`<option value=${code} .selected=${live(code === unit)}>${units[code]}</option>`)}
      </select>
    </div>
  </div>`;
}
