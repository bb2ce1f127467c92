/**
 * Languages by the ending of a file name. Only what people write by hand counts: no data, no pictures, no generated files. A `.h` counts
 * as C and a `.m` as Objective-C; what is embedded in another file (SQL in Python) is not seen.
 */
const ENDINGS: Readonly<Record<string, string>> = {
  Ada: 'adb ads',
  Assembly: 'asm s',
  Astro: 'astro',
  C: 'c h',
  'C#': 'cs',
  'C++': 'cc cpp cxx hh hpp hxx',
  CSS: 'css less sass scss',
  Clojure: 'clj cljc cljs',
  Cobol: 'cbl cob',
  Crystal: 'cr',
  D: 'd',
  Dart: 'dart',
  Elixir: 'ex exs',
  Elm: 'elm',
  Erlang: 'erl hrl',
  'F#': 'fs fsx',
  Fortran: 'f f90 f95 for',
  GDScript: 'gd',
  Gleam: 'gleam',
  Go: 'go',
  GraphQL: 'graphql gql',
  Groovy: 'groovy gradle',
  HCL: 'hcl tf',
  HTML: 'html htm xhtml',
  Haskell: 'hs lhs',
  Java: 'java',
  JavaScript: 'js cjs mjs jsx',
  Julia: 'jl',
  'Jupyter Notebook': 'ipynb',
  Kotlin: 'kt kts',
  Lean: 'lean',
  Lua: 'lua',
  MATLAB: 'mlx',
  Markdown: 'md markdown mdx',
  Nim: 'nim',
  Nix: 'nix',
  OCaml: 'ml mli',
  'Objective-C': 'm mm',
  PHP: 'php',
  Pascal: 'pas pp',
  Perl: 'pl pm',
  PowerShell: 'ps1 psm1',
  Prolog: 'pro',
  'Protocol Buffers': 'proto',
  Python: 'py pyi pyw',
  R: 'r rmd',
  Racket: 'rkt',
  Ruby: 'rb erb',
  Rust: 'rs',
  SQL: 'sql',
  Scala: 'scala sc',
  Scheme: 'scm ss',
  Shell: 'sh bash zsh fish',
  Solidity: 'sol',
  Svelte: 'svelte',
  Swift: 'swift',
  SystemVerilog: 'sv svh',
  TeX: 'tex',
  TypeScript: 'ts cts mts tsx',
  VHDL: 'vhd vhdl',
  Verilog: 'v',
  'Visual Basic': 'vb',
  Vue: 'vue',
  WebAssembly: 'wat',
  Zig: 'zig',
};
const NAMES: Readonly<Record<string, string>> = { dockerfile: 'Dockerfile', makefile: 'Makefile', 'cmakelists.txt': 'CMake' };

const BY_ENDING: ReadonlyMap<string, string> = new Map(
  Object.entries(ENDINGS).flatMap(([language, endings]) => endings.split(' ').map((ending) => [ending, language] as const)),
);
/** Folders of what others wrote, or a tool. */
const FOREIGN = new Set([
  'node_modules',
  'bower_components',
  'vendor',
  'third_party',
  'dist',
  'build',
  'target',
  '.venv',
  'venv',
  '__pycache__',
]);

/** The language that a file is written in, by its name; null when the name does not tell. */
export function languageOf(name: string): string | null {
  const lower = name.toLowerCase();
  const dot = lower.lastIndexOf('.');
  if (lower.endsWith('.min.js') || lower.endsWith('.min.css') || lower.endsWith('.d.ts')) return null;
  return NAMES[lower] ?? (dot === -1 ? null : (BY_ENDING.get(lower.slice(dot + 1)) ?? null));
}

/** Whether a folder usually holds other people's work, or a tool's. */
export const isForeignFolder = (name: string): boolean => FOREIGN.has(name.toLowerCase());
