import type { Language } from '@proofmark/messages/page';
import { ProofmarkChecker } from './checker.js';
import { watchSwitch, writeFrame } from './language/frame.js';
import { keepLanguage, readerLanguage } from './language/reader-language.js';
import { ENGLISH, type Spoken, spokenIn } from './language/spoken.js';

const NAME = 'proofmark-checker';

const speak = (spoken: Spoken): void => {
  writeFrame(document, spoken);
  for (const checker of document.querySelectorAll<ProofmarkChecker>(NAME)) void checker.speak(spoken);
};

let wanted: Language = 'en';

const begin = (spoken: Spoken): void => {
  customElements.define(NAME, ProofmarkChecker);
  speak(spoken);
  watchSwitch(document, spoken.lang, async (chosen) => {
    keepLanguage(chosen);
    wanted = chosen;
    const asked = await spokenIn(chosen);
    // The words of what was chosen before may come later.
    if (wanted === chosen) speak(asked);
  });
};

const lang = readerLanguage(location, navigator.languages);
// Nobody who reads English waits for a translation.
if (lang === 'en') begin(ENGLISH);
else void spokenIn(lang).then(begin);

// The page's later parts are named in its HTML. What a click needs at once is made ready here.
void import('./view/camera.js').then(
  ({ ProofmarkCamera }) => customElements.define('proofmark-camera', ProofmarkCamera),
  () => undefined,
);
