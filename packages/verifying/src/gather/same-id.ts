/** Whether two ids are the same, after percent-decoding and trimming (OB 3.0, equality). */
export function sameId(a: string | null, b: string): boolean {
  return sameAs(b)(a);
}

/** The same for one id and many others: the one, which may be long, is decoded once. */
export function sameAs(id: string): (other: string | null) => boolean {
  const own = plain(id);
  return (other) => other !== null && plain(other) === own;
}

function plain(id: string): string {
  try {
    return decodeURIComponent(id.trim());
  } catch {
    return id.trim();
  }
}
