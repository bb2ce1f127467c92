import { doctorTexts } from '@proofmark/messages/terminal';
import type { Opinion } from '../input/opinions.js';
import { opinionText } from '../output/opinions-text.js';
import { type Finding, note, ok, problem } from './finding.js';

const FINDINGS: Readonly<Record<Opinion['opinion'], (text: string) => Finding>> = {
  agrees: (text) => ok('second-opinion', text),
  disagrees: (text) => problem('second-opinion', text, doctorTexts.opinions.disagrees),
  'cannot-tell': (text) => note('second-opinion', text, doctorTexts.opinions['cannot-tell']),
};

/** What @digitalbazaar/vc and jose say about the signatures that were checked: others may verify with them. */
export function checkOpinions(opinions: readonly Opinion[]): readonly Finding[] {
  return opinions.map((opinion) => FINDINGS[opinion.opinion](opinionText(opinion)));
}
