/**
 * How is a thing worked out once: what is the same for everybody for good, one person's own for as long as it is asked for?
 *
 * A rule set's dates and reasons are the same for whoever asks. They are made at the first question, frozen, and given to
 * everyone after. So nobody can change them, and `Object.isFrozen` tells them from what is one person's own.
 */

/**
 * `make`, worked out once for each object and arguments, and frozen through and through. The arguments have to be few:
 * tax years and kinds, never what a person wrote.
 *
 * `const ends = once((rules: RuleSet, year: TaxYear) => [rules.id, lastDay(year)])`: `ends(rules, year) === ends(rules, year)`.
 */
export function once<Of extends object, Few extends readonly (string | boolean)[], Made extends object>(
  make: (of: Of, ...few: Few) => Made,
): (of: Of, ...few: Few) => Made {
  const known = new WeakMap<Of, Map<string, Made>>();
  return (of, ...few) => {
    let made = known.get(of);
    if (made === undefined) known.set(of, (made = new Map()));
    const key = few.join(' ');
    let found = made.get(key);
    if (found === undefined) made.set(key, (found = frozen(make(of, ...few))));
    return found;
  };
}

/** The same object; nothing in it can be changed any more. */
export function frozen<T extends object>(value: T): T {
  for (const inner of Object.values(value) as unknown[]) if (typeof inner === 'object' && inner !== null) frozen(inner);
  return Object.freeze(value);
}

/** `make`, worked out at the first question and not before: one person's own, kept by whoever asks and as long. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
