/** The whole worker as one classic script. */
declare module 'virtual:check-worker' {
  export const script: string;
}
