import { sheet } from '../sheets/sheet.js';

/** The look of the elements that several faces share, for a shadow root or a page that has the colours. */
export const elementCss: string = sheet(`
  [data-tone] { --tone: var(--pm-open); --tone-bg: var(--pm-open-bg); }
  [data-tone='good'] { --tone: var(--pm-good); --tone-bg: var(--pm-good-bg); }
  [data-tone='old'] { --tone: var(--pm-old); --tone-bg: var(--pm-old-bg); }
  [data-tone='bad'] { --tone: var(--pm-bad); --tone-bg: var(--pm-bad-bg); }
  [data-tone='none'], [data-tone='unknown'] { --tone: var(--pm-soft); --tone-bg: transparent; }

  .panel, .tile, .hero { background: var(--pm-card); border: var(--pm-stroke-1) solid var(--pm-line); border-radius: var(--pm-radius-l); padding: var(--pm-space-l); }
  .panel { display: grid; gap: var(--pm-space-m); }

  .hero { display: grid; grid-template-columns: auto 1fr; gap: var(--pm-space-l); align-items: center; }
  .hero > div { display: grid; gap: var(--pm-space-2xs); grid-column: -2; }
  .hero img { inline-size: var(--pm-picture-m); block-size: var(--pm-picture-m); object-fit: contain; }
  .badge-name { font-size: var(--pm-text-2xl); font-weight: 700; line-height: 1.2; }
  .hero-person { font-size: var(--pm-text-l); font-weight: 600; }
  .hero-dates { color: var(--pm-soft); font-size: var(--pm-text-s); }

  .tiles { display: grid; grid-template-columns: repeat(3, 1fr); gap: var(--pm-space-m); align-items: stretch; }
  .tile { display: grid; gap: var(--pm-space-xs); align-content: start; border-block-start: var(--pm-stroke-4) solid var(--tone); }
  .tile h2 { font-size: var(--pm-text-s); font-weight: 400; color: var(--pm-soft); }
  .tile-answer { display: flex; gap: var(--pm-space-s); align-items: center; font-size: var(--pm-text-l); font-weight: 700; line-height: 1.25; color: var(--tone); }
  .tile-more { display: grid; gap: var(--pm-space-xs); font-size: var(--pm-text-s); }

  .project { display: grid; gap: var(--pm-space-m) var(--pm-space-xl); grid-template-columns: repeat(auto-fit, minmax(min(100%, var(--pm-column-l)), 1fr)); align-items: start; }
  .project-words { display: grid; gap: var(--pm-space-s); }
  .project h3 { padding: 0; font-size: var(--pm-text-l); }
  .where, .contents { color: var(--pm-soft); font-size: var(--pm-text-s); }
  .contents { display: grid; gap: var(--pm-space-xs); }
  .share-bar { display: block; inline-size: 100%; block-size: var(--pm-bar-height); fill: var(--pm-link); border-radius: var(--pm-radius-pill); }
  .shade-1 { fill-opacity: 0.65; } .shade-2 { fill-opacity: 0.42; } .shade-3 { fill-opacity: 0.26; } .shade-4 { fill-opacity: 0.16; }
  .time-line { display: block; inline-size: 100%; fill: var(--pm-link); stroke: var(--pm-link); stroke-width: 2; }
  .time { stroke: var(--pm-line); } .made { stroke-width: 5; } .since { fill: var(--pm-card); } .judged { stroke: var(--pm-ink); stroke-dasharray: 3 2; }
  .facts, .chips { display: flex; flex-wrap: wrap; gap: var(--pm-space-s); }
  .facts li { display: flex; gap: var(--pm-space-xs); align-items: center; padding: var(--pm-space-2xs) var(--pm-space-m); border: var(--pm-stroke-1) solid var(--tone); border-radius: var(--pm-radius-pill); background: var(--tone-bg); font-size: var(--pm-text-s); font-weight: 600; color: var(--tone); }
  .facts [data-tone='none'] { border-color: var(--pm-line); }
  .facts [data-tone='unknown'] { border-style: dashed; }
  .facts .icon { inline-size: var(--pm-icon-s); block-size: var(--pm-icon-s); }
  .chips li { padding: var(--pm-space-2xs) var(--pm-space-m); border-radius: var(--pm-radius-pill); background: var(--pm-open-bg); font-size: var(--pm-text-s); }

  @media (max-width: 44rem) {
    .tiles { grid-template-columns: 1fr; gap: var(--pm-space-s); }
    .panel, .tile, .hero { padding: var(--pm-space-m); }
    .hero { gap: var(--pm-space-m); }
    .hero img { inline-size: var(--pm-picture-s); block-size: var(--pm-picture-s); }
    .badge-name { font-size: var(--pm-text-xl); }
    .hero-person { font-size: var(--pm-text-m); }
    .badge-name, .hero-person, .hero-issuer { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }
    .tile { grid-template-columns: 1fr auto; gap: var(--pm-space-2xs) var(--pm-space-m); align-items: center; border-block-start-width: var(--pm-stroke-1); border-block-start-color: var(--pm-line); border-inline-start: var(--pm-stroke-4) solid var(--tone); }
    .tile-answer { font-size: var(--pm-text-m); }
    .tile-more { grid-column: 1 / -1; }
  }
  @media (forced-colors: active) {
    .tile { border-width: var(--pm-stroke-2); }
  }
`);
