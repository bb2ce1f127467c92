/** The columns that are read, each with the names that it goes by: letters and digits alone, in lower case. */
const NAMES = {
  name: ['name', 'targetname', 'preferredlabel', 'title', 'skill', 'skillname', 'label'],
  url: ['url', 'targeturl', 'concepturi', 'uri', 'link', 'address'],
  code: ['code', 'targetcode', 'humancodingscheme', 'notation'],
  description: ['description', 'targetdescription'],
  definition: ['definition', 'scopenote'],
  targetType: ['targettype'],
  others: ['altlabels', 'altlabel', 'alternativelabels', 'synonyms'],
  moreOthers: ['hiddenlabels', 'keywords'],
  status: ['status'],
  conceptType: ['concepttype'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SkillColumn = keyof typeof NAMES;

export interface SkillColumns {
  /** The place of each column, from 0. */
  readonly at: Readonly<Partial<Record<SkillColumn, number>>>;
  /** What the file calls each. */
  readonly names: Readonly<Partial<Record<SkillColumn, string>>>;
  readonly known: number;
  /** Whether the columns are those of a file as ESCO publishes it. */
  readonly esco: boolean;
  /** What is said where a column is not there that is needed. */
  readonly missing: string | null;
}

/** Finds the columns of a file by its first line. Others are passed over. */
export function skillColumns(header: readonly string[]): SkillColumns {
  const plain = header.map((name) =>
    name
      .slice(0, 60)
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, ''),
  );
  const [at, names]: [Partial<Record<SkillColumn, number>>, Partial<Record<SkillColumn, string>>] = [{}, {}];
  for (const [column, known] of Object.entries(NAMES) as [SkillColumn, readonly string[]][]) {
    const place = known.map((name) => plain.indexOf(name)).find((found) => found >= 0);
    if (place === undefined) continue;
    at[column] = place;
    names[column] = (header[place] ?? '').slice(0, 60);
  }
  const esco = plain.includes('concepturi') && plain.includes('preferredlabel');
  return { at, names, known: Object.keys(at).length, esco, missing: missing(at, header) };
}

function missing(at: SkillColumns['at'], header: readonly string[]): string | null {
  const absent = (['name', 'url'] as const).filter((column) => at[column] === undefined);
  if (absent.length === 0) return null;
  const found = header
    .slice(0, 20)
    .map((name) => `“${name.slice(0, 60)}”`)
    .join(', ');
  return `Line 1 names no column \`${absent.join('` and none `')}\`; it names ${found}. Each skill needs a \`name\` and a \`url\`; \`code\`, \`description\`, \`target_type\` and \`synonyms\` may stand beside them.`;
}
