/** Tags of one record: far more than there are. */
const MOST_TAGS = 50;

/** A list of tags, `v=DKIM1; k=rsa; p=…` (RFC 6376, 3.2). Of a tag that stands twice, the first. */
export function tagsOf(record: string): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const part of record.split(';', MOST_TAGS)) {
    const at = part.indexOf('=');
    const name = part.slice(0, at).trim().toLowerCase();
    if (at > 0 && !tags.has(name)) tags.set(name, part.slice(at + 1).trim());
  }
  return tags;
}
