const OF_EACH = 10;

/**
 * Writes failures to standard error. One fault can fail very many badges: of each check and each kind the first few are told, so that none hides another.
 *
 * @param failures as the ledger keeps them: `{ kind, text, found }`, where `found` names the check
 */
export function tellFailures(failures) {
  const told = new Map();
  for (const { kind, text, found } of failures) {
    const of = `${kind}, found by ${found}`;
    const count = (told.get(of) ?? 0) + 1;
    told.set(of, count);
    if (count <= OF_EACH) console.error(`${kind}: ${text}`);
  }
  for (const [of, count] of told) if (count > OF_EACH) console.error(`and ${count - OF_EACH} more ${of}`);
}
