const ESSENCE = /^[a-z0-9!#$&^_.+-]{1,127}\/[a-z0-9!#$&^_.+-]{1,127}$/;

/** The essence of a `Content-Type` (lower case, no parameters), or the empty string when there is none that can be read. */
export function mediaTypeOf(contentType: string | null | undefined): string {
  const essence = (contentType ?? '').split(';', 1)[0]!.trim().toLowerCase();
  return ESSENCE.test(essence) ? essence : '';
}
