/**
 * When a thing was changed: now, and always later than the change before, also where two come at once or a clock goes back. Badges are made of what
 * was read before; this is how a change is noticed when they are stored.
 */
export function versionAfter(before: Date, now: Date): Date {
  return new Date(Math.max(now.getTime(), before.getTime() + 1));
}
