import bidiModule from 'bidi-js';

/** A part of a line that is read in one direction, in the order of its letters; parts stand beside each other from left to right. */
export interface VisualRun {
  readonly text: string;
  readonly rtl: boolean;
}

/** The blocks of scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

// Its types describe an ES module, and Node loads it as CommonJS.
const bidi = (bidiModule as unknown as typeof bidiModule.default)();

/** The parts of a line as they stand on paper (Unicode Standard Annex 9); brackets are turned where they have to be. */
export function visualRuns(line: string): readonly VisualRun[] {
  if (!RIGHT_TO_LEFT.test(line)) return [{ text: line, rtl: false }];
  const embedding = bidi.getEmbeddingLevels(line);
  const turned = bidi.getMirroredCharactersMap(line, embedding.levels);
  const runs: { text: string; level: number }[] = [];
  for (let at = 0; at < line.length; at++) {
    const [char, level] = [turned.get(at) ?? line[at] ?? '', embedding.levels[at] ?? 0];
    const last = runs.at(-1);
    if (last?.level === level) last.text += char;
    else runs.push({ text: char, level });
  }
  return reordered(runs).map(({ text, level }) => {
    if (level % 2 === 0) return { text, rtl: false };
    // A font orders what has letters of such a script. Signs alone it sets from left to right.
    return RIGHT_TO_LEFT.test(text) ? { text, rtl: true } : { text: [...text].reverse().join(''), rtl: false };
  });
}

/** Reverses, from the highest level to the lowest odd one, each sequence of runs of at least that level (rule L2). */
function reordered<Run extends { readonly level: number }>(runs: readonly Run[]): readonly Run[] {
  const order = [...runs];
  for (let level = Math.max(...runs.map((run) => run.level)); level > 0; level--) {
    for (let from = 0; from < order.length; from++) {
      let to = from;
      while (to < order.length && (order[to]?.level ?? 0) >= level) to++;
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = Math.max(from, to - 1);
    }
  }
  return order;
}
