/** The text of a file with a mutant's change in it. Throws when the text to replace is not found exactly once: then the table is stale. */
export function mutate(text, { id, file, find, replace }) {
  const count = text.split(find).length - 1;
  if (count !== 1) throw new Error(`The table of mutants is stale: the text of "${id}" is found ${count} times in ${file}, not once.`);
  if (find === replace) throw new Error(`"${id}" changes nothing.`);
  return text.replace(find, () => replace);
}
