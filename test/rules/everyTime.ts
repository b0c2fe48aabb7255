/** What stands in for `shared/values/once.ts` while the rules are mutated: the same answers, worked out every time. */
export const once =
  <Of extends object, Few extends readonly (string | boolean)[], Made extends object>(
    make: (of: Of, ...few: Few) => Made,
  ): ((of: Of, ...few: Few) => Made) =>
  (of, ...few) =>
    make(of, ...few);

export const lazily = <T>(make: () => T): (() => T) => make;
