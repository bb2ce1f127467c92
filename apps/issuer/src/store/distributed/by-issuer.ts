/** Rows of several issuers, by issuer: what changes rows names one issuer. */
export function byIssuer<R extends { readonly issuerId: string }>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> {
  const grouped = new Map<string, R[]>();
  for (const row of rows) {
    const own = grouped.get(row.issuerId);
    if (own === undefined) grouped.set(row.issuerId, [row]);
    else own.push(row);
  }
  return grouped;
}
