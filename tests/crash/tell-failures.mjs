const OF_EACH_CHECK = 10;

/**
 * Writes failures to standard error. One fault can fail very many badges: of each check the first few are told, so that none hides what another found.
 *
 * @param failures as the ledger keeps them: `{ kind, text, found }`, where `found` names the check
 */
export function tellFailures(failures) {
  const told = new Map();
  for (const { kind, text, found } of failures) {
    const count = (told.get(found) ?? 0) + 1;
    told.set(found, count);
    if (count <= OF_EACH_CHECK) console.error(`${kind}: ${text}`);
  }
  for (const [found, count] of told) if (count > OF_EACH_CHECK) console.error(`and ${count - OF_EACH_CHECK} more, found by ${found}`);
}
