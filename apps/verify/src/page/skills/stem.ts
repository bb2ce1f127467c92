/** What is left of a word when its endings are taken off, where a rule would go wrong. */
const OWN: Readonly<Record<string, string>> = {
  ...stems('design', 'designer designers designing designed designs'),
  ...stems('develop', 'developer developers development developing developed develops'),
  ...stems('manag', 'manage manager managers management managing managed manages'),
  ...stems('program', 'programme programmer programmers programming programmed programs programmes'),
  ...stems('test', 'tester testers testing tested tests'),
  ...stems('analys', 'analysis analyses analyse analyze analysing analyzing analyst analysts analytics analytical'),
  ...stems('writ', 'write writes writer writers writing written'),
  ...stems('teach', 'teacher teachers teaching'),
  ...stems('train', 'trainer trainers training trained'),
  ...stems('lead', 'leader leaders leadership leading'),
  ...stems('plan', 'planner planners planning planned plans'),
  ...stems('administr', 'administrator administrators administration administer administrative administering'),
  ...stems('transl', 'translator translators translation translations translate translating'),
  ...stems('deploy', 'deployment deployments deploying deployed'),
  ...stems('assess', 'assessment assessments assessing assessor'),
  ...stems('recruit', 'recruiter recruiters recruiting recruitment'),
  ...stems('negoti', 'negotiate negotiator negotiation negotiations negotiating'),
  ...stems('api', 'apis'),
  ...stems('optimis', 'optimise optimize optimisation optimization optimising optimizing'),
  // Words of their own, whose endings look like others'.
  ...Object.fromEntries(
    'accounting marketing engineering networking nursing housing spring string morning building news kubernetes jenkins pandas redis css aws ios sas devops business process access express sales goods'
      .split(' ')
      .map((word) => [word, word]),
  ),
};

function stems(stem: string, words: string): Record<string, string> {
  return Object.fromEntries([...words.split(' '), stem].map((word) => [word, stem]));
}

const VOWEL = /[aeiouy]/;

/** A word without what its form adds, so that `APIs` and `API`, `designing` and `design`, `visualization` and `visualising` are the same. English; other words lose a plural `s` only. */
export function stemOf(word: string): string {
  const own = Object.hasOwn(OWN, word) ? OWN[word] : undefined;
  if (own !== undefined) return own;
  if (!/^[a-z]{4,40}$/.test(word)) return word;
  const one = singular(word).replace(/iz(?=[aei])/, 'is');
  const base = /ation$/.test(one) && one.length >= 9 ? one.slice(0, -5) : withoutVerbEnding(one);
  return base.length > 3 ? base.replace(/e$/, '') : base;
}

function singular(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return /(?:ss|us|is)$/.test(word) || !word.endsWith('s') ? word : word.slice(0, -1);
}

function withoutVerbEnding(word: string): string {
  const ending = /(?:ing|ed)$/.exec(word)?.[0];
  const rest = ending === undefined ? word : word.slice(0, -ending.length);
  const isVerb = ending !== undefined && rest.length >= 3 && VOWEL.test(rest);
  const plain = isVerb ? rest.replace(/([bdgmnprt])\1$/, '$1') : word;
  return plain.length >= 6 ? plain.replace(/ate?$/, '') : plain;
}
