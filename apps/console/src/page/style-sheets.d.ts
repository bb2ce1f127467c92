/** A style sheet is imported for its effect; Vite puts it beside the page. */
declare module '*.css';
