/** A use case without its first parameter, which is what it uses. */
// biome-ignore lint/suspicious/noExplicitAny: whatever the function takes
export type Bound<F> = F extends (deps: any, ...rest: infer R) => infer A ? (...rest: R) => A : never;

/** Gives a use case what it uses. */
export function bind<D, R extends readonly unknown[], A>(useCase: (deps: D, ...rest: R) => A, deps: D): (...rest: R) => A {
  return (...rest) => useCase(deps, ...rest);
}
