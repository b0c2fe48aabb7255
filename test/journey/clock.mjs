// On which day do the journeys take place?
//
// On 1 December 2026, whenever they are run: which tax year it is, and what is overdue, would change under them otherwise.
// Loaded into the host and its threads before anything else; their clock goes on from there. Plain JavaScript, because every
// thread would have to take the types off first.
const real = Date;
const shift = real.UTC(2026, 11, 1, 12) - real.now();
const now = () => real.now() + shift;

globalThis.Date = new Proxy(real, {
  construct: (target, given) => Reflect.construct(target, given.length === 0 ? [now()] : given),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
