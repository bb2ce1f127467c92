/** The version of this page, from its package; the build puts it in. */
declare const __VERSION__: string;
