/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** A JSON object; its members are unknown until a check has looked at them. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}
/** A value that is there now (Node) or soon (a browser). */
export type MaybePromise<T> = T | Promise<T>;
