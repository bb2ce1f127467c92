import { columnOf, type Target } from './columns.js';
import { columnOfHeading, plainHeading } from './known-headings.js';

/** Headings that are a family name beside a given name, and the whole name alone: `Vorname`, `Name`. */
const FAMILY_BESIDE_GIVEN = ['name', 'nom', 'naam'];
/** And one that is a given name beside a family name: `Nombre`, `Apellidos`. */
const GIVEN_BESIDE_FAMILY = ['nombre'];

/** What the columns of a table seem to be, by their names. Each is guessed once; one that is named as we name it comes first. */
export function guessColumns(header: readonly string[]): readonly Target[] {
  const plain = header.map(plainHeading);
  const named = header.map((name) => columnOf(name));
  const meant = header.map((name, at) => named[at] ?? columnOfHeading(name));
  const [given, family] = [meant.includes('given_name'), meant.includes('family_name')];
  const sought = meant.map((target, at): Target => {
    if (target !== 'name') return target;
    if (given && !family && FAMILY_BESIDE_GIVEN.includes(plain[at] ?? '')) return 'family_name';
    return family && !given && GIVEN_BESIDE_FAMILY.includes(plain[at] ?? '') ? 'given_name' : target;
  });
  const isWhole = sought.includes('name');
  return sought.map((target, at) => {
    // A file may have the whole name beside its parts.
    if (isWhole && (target === 'given_name' || target === 'family_name')) return null;
    const first = named.indexOf(target) >= 0 ? named.indexOf(target) : sought.indexOf(target);
    return first === at ? target : null;
  });
}
