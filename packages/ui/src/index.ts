export { chipsView, type Fact, factsView } from './elements/chips.js';
export { elementCss } from './elements/element-css.js';
export { type Hero, heroView } from './elements/hero.js';
export { type Project, projectCard } from './elements/project-card.js';
export { type Share, shareBar } from './elements/share-bar.js';
export { type Tile, tileView } from './elements/tile.js';
export { type Times, timeLine } from './elements/time-line.js';
export type { Tone } from './elements/tone.js';
