import { html, type TemplateResult } from 'lit';

/** Surrounds the name of an argument while the sentence is made; no text of ours has it. */
const MARK = '\u0000';

/** A sentence with elements in it: each argument of the message is drawn as the part of its name. */
export function withParts<Names extends string>(
  sentence: (d: Readonly<Record<Names, string>>) => string,
  parts: Readonly<Record<Names, unknown>>,
): TemplateResult {
  const marks = Object.fromEntries(Object.keys(parts).map((name) => [name, `${MARK}${name}${MARK}`])) as Record<Names, string>;
  return html`${sentence(marks)
    .split(MARK)
    .map((piece, index) => (index % 2 === 0 ? piece : parts[piece as Names]))}`;
}
