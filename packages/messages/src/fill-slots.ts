/** Surrounds the name of a slot while the sentence is made; no text of ours has it, and no other argument may. */
const MARK = '\u0000';

/**
 * A sentence with things in it that are no text, such as elements: each argument of the message becomes the part of its name.
 *
 * @param sentence the message, or a function that gives it its other arguments
 * @returns texts and parts in the order in which the sentence has them
 */
export function fillSlots<Names extends string, Part>(
  sentence: (d: Readonly<Record<Names, string>>) => string,
  parts: Readonly<Record<Names, Part>>,
): readonly (string | Part)[] {
  const marks = Object.fromEntries(Object.keys(parts).map((name) => [name, `${MARK}${name}${MARK}`])) as Record<Names, string>;
  return sentence(marks)
    .split(MARK)
    .map((piece, index) => (index % 2 === 1 && Object.hasOwn(parts, piece) ? parts[piece as Names] : piece));
}
