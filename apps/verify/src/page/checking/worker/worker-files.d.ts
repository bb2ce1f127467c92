/** The address of a built worker, relative to the part that asks for it. */
declare module '*?worker&url' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: the bundler gives it so
  export default address;
}

/** The whole worker as one classic script, in the copy of the page for a disk. */
declare module 'virtual:check-worker' {
  export const script: string;
}
