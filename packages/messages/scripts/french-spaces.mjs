/**
 * A French catalogue with the spaces that no line breaks at: U+00A0 before `:` and inside « », U+202F before `;`, `!` and `?`.
 * Whoever translates types ordinary ones.
 *
 * @param {object} catalogue nested objects of messages
 */
export function withFrenchSpaces(catalogue) {
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, value]) => [key, typeof value === 'string' ? spaced(value) : withFrenchSpaces(value)]),
  );
}

function spaced(message) {
  return message
    .replace(/ (?=[:»])/g, '\u00a0')
    .replace(/« /g, '«\u00a0')
    .replace(/ (?=[;!?])/g, '\u202f');
}
