/** Whether two ids are the same, after percent-decoding and trimming (OB 3.0, equality). */
export function sameId(a: string | null, b: string): boolean {
  return a !== null && plain(a) === plain(b);
}

function plain(id: string): string {
  try {
    return decodeURIComponent(id.trim());
  } catch {
    return id.trim();
  }
}
