/**
 * The look of every part of a report, shared by the card and the verification page. Light or dark follows the page's own
 * `color-scheme`, so that the card is not dark on a page that is always light. Colours of verdicts are not custom
 * properties on purpose: a host page may restyle the card, but not swap what a colour means.
 */
export const viewCss = `
  :host {
    --_surface: var(--proofmark-surface, Canvas);
    --_text: var(--proofmark-text, CanvasText);
    --_line: light-dark(#c9ced6, #4a515c);
    --_muted: light-dark(#4f5763, #b3bac5);
    --_link: light-dark(#0b4f9e, #9cc7ff);
    --_good: light-dark(#0b6b3a, #7fd8a4);
    --_good-bg: light-dark(#e8f6ee, #10301f);
    --_old: light-dark(#6b5200, #e6c766);
    --_old-bg: light-dark(#fbf3da, #33290a);
    --_open: light-dark(#3d4a63, #bccbe6);
    --_open-bg: light-dark(#eaeef6, #222a38);
    --_bad: light-dark(#a01822, #ffaca6);
    --_bad-bg: light-dark(#fdeaea, #3d1416);
    color: var(--_text);
    font: var(--proofmark-font, 1rem / 1.45 system-ui, sans-serif);
    overflow-wrap: anywhere;
  }
  h3, h4, p, ul, dl, dd { margin: 0; padding: 0; }
  ul { list-style: none; }
  a { color: var(--_link); }
  a:focus-visible, summary:focus-visible, button:focus-visible { outline: 3px solid var(--_link); outline-offset: 2px; }
  code { font-size: 0.8em; }
  .muted { color: var(--_muted); font-size: 0.875em; }
  .icon { flex: none; inline-size: 1.5rem; block-size: 1.5rem; }

  .verdict { display: flex; gap: 0.6rem; align-items: flex-start; padding: 0.6rem 0.8rem; border-radius: 0.4rem; border: 1px solid; color: var(--_open); background: var(--_open-bg); }
  .verdict > div { display: grid; gap: 0.1rem; }
  .verdict .todo { font-style: italic; }
  .verdict .sentence { color: var(--_text); font-size: 0.9em; }
  .verdict[data-verdict='genuine-issuer-confirmed'] { color: var(--_good); background: var(--_good-bg); }
  .verdict[data-verdict='no-longer-current'], .verdict[data-verdict='test'] { color: var(--_old); background: var(--_old-bg); }
  .verdict[data-verdict='do-not-rely'] { color: var(--_bad); background: var(--_bad-bg); }

  .work { display: grid; gap: 0.7rem; }
  .work-name { font-weight: 600; }
  .work ~ p { padding-block: 0.5rem; }
  .found { padding: 0.2rem 0 0 0.6rem; border-inline-start: 2px solid var(--_line); margin-block-start: 0.3rem; }
  .limits { font-size: 0.875em; color: var(--_muted); }
  .limits dl { display: grid; gap: 0.3rem; padding-block: 0.3rem; }
  .lines { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr)); gap: 0.2rem 0.8rem; font-size: 0.875em; }
  .lines dt, .dates dt { color: var(--_muted); }
  .dates { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; font-size: 0.875em; }

  .checks summary { cursor: pointer; padding-block: 0.3rem; }
  .checks ul { display: grid; gap: 0.6rem; padding-block-start: 0.4rem; }
  .checks li { display: flex; gap: 0.5rem; }
  .checks li .icon { inline-size: 1.15rem; block-size: 1.15rem; margin-block-start: 0.15rem; color: var(--_muted); }
  .checks li[data-outcome='passed'] .icon { color: var(--_good); }
  .checks li[data-outcome='failed'] .icon { color: var(--_bad); }
  .checks li[data-outcome='unknown'] .icon { color: var(--_open); }
  .checks .answer { font-weight: 600; }
  .checks .answer::after { content: ':'; }
  /* Sentences of a language that runs the other way than the page keep their own direction, and stand on the page's side. */
  p, dt, dd, h3, h4, summary, .headline, .sentence { unicode-bidi: plaintext; text-align: -webkit-match-parent; text-align: match-parent; }

  @media (forced-colors: active) {
    .verdict { border-width: 3px; forced-color-adjust: auto; }
  }
`;
