// What nobody has said yet, while a decision is run dry: it can be handed on and compared, and whoever looks into it gets no further.

/** A decision went as far as it could: what it needs next, nobody has said yet. */
export class NotSaid extends Error {
  constructor() {
    super('This was not said yet');
  }
}

/** One for all: where it was thrown nobody asks, and a page throws hundreds. */
const notSaid = new NotSaid();

const needed = (): never => {
  throw notSaid;
};

/** Stands for any answer. */
export const unsaid: unknown = new Proxy(Object.freeze({}), { get: needed, has: needed, ownKeys: needed });

/** What was said, and for every other name what nobody has said. */
export const orUnsaid = <T extends object>(said: T): T =>
  new Proxy(said, { get: (known, name) => (name in known ? (known as Record<PropertyKey, unknown>)[name] : unsaid) });
