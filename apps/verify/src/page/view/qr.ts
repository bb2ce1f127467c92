import { html, nothing, svg, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';

/** Codes of longer texts are too fine to be read from paper. */
const MAX_LENGTH = 600;

const made = new Map<string, Promise<TemplateResult | typeof nothing>>();

/** A QR code of a text, drawn when its maker is loaded; nothing where it cannot be loaded. The label names its target. */
export function qrView(text: string, label: string): TemplateResult {
  const code = made.get(text) ?? draw(text, label);
  made.set(text, code);
  return html`<span class="qr">${until(code, nothing)}</span>`;
}

async function draw(text: string, label: string): Promise<TemplateResult | typeof nothing> {
  if (text.length > MAX_LENGTH) return nothing;
  const encodeQR = await import('qr').then(
    (module) => module.default,
    () => null,
  );
  if (encodeQR === null) return nothing;
  const rows = encodeQR(text, 'raw', { border: 4 });
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return html`${svg`<svg role="img" aria-label=${label} viewBox="0 0 ${rows.length} ${rows.length}" width="112" height="112" shape-rendering="crispEdges"><rect width="100%" height="100%" /><path d=${path} /></svg>`}`;
}
