// For tests: what every kind of load promises. Again nothing, in a preview nothing, after a break the rest, beside another nothing twice.
import { OnwardError } from '../../kernel/errors.js';
import type { LoadableKind } from './load-file.js';
import type { LoadReport } from './load-report.js';
import { openTestStore, type TestStore } from './store-for-tests.js';

/** Call it inside a `describe` of the kind. `text` is a file of more than 35 rows, all of them loadable but perhaps one. */
export function describeLoad(kind: LoadableKind, text: string): void {
  let whole: { readonly types: Record<string, number>; readonly histories: string[] };
  let store: TestStore;

  beforeAll(async () => {
    const first = openTestStore();
    await first.loadText(kind, text);
    whole = { types: await first.eventTypes(), histories: await first.histories() };
    await first.close();
  });
  beforeEach(() => {
    store = openTestStore();
  });
  afterEach(() => store.close());

  it('doubles nothing when the same file comes again', async () => {
    const first = await store.loadText(kind, text);
    const second = await store.loadText(kind, text);
    expect(first.counts.loaded).toBeGreaterThan(35);
    expect(second.counts).toEqual({
      loaded: 0,
      changed: 0,
      unchanged: first.counts.loaded,
      refused: first.counts.refused,
    });
    expect(second.facts).toEqual({});
    expect(await store.eventTypes()).toEqual(whole.types);
  });

  it('records nothing in a preview, and foretells what a load then does', async () => {
    const preview = await store.loadText(kind, text, true);
    expect(await store.eventTypes()).toEqual({});
    const load = await store.loadText(kind, text);
    expect(preview.counts).toEqual(load.counts);
    expect(preview.problems).toEqual(load.problems);
  });

  it.each([3, 40, 95])('comes to the same in the end when it broke off after %s writes', async (writes) => {
    const { store: events } = store.opened.stores;
    const append = events.append.bind(events);
    let left = writes;
    const broken = jest.spyOn(events, 'append').mockImplementation((...given) => {
      if (left-- > 0) return append(...given);
      throw new OnwardError('store-unavailable', { detail: 'The disk is full.' });
    });
    await expect(store.loadText(kind, text)).rejects.toMatchObject({ type: 'store-unavailable' });
    broken.mockRestore();
    expect(await store.eventTypes()).not.toEqual(whole.types);
    await store.loadText(kind, text);
    expect(await store.eventTypes()).toEqual(whole.types);
    expect(await store.histories()).toEqual(whole.histories);
  });

  it('says that a load broke off: it was started and never finished', async () => {
    const { store: events } = store.opened.stores;
    jest.spyOn(events, 'append').mockImplementation(() => {
      throw new OnwardError('store-unavailable', { detail: 'The disk is full.' });
    });
    await expect(store.loadText(kind, text)).rejects.toMatchObject({ type: 'store-unavailable' });
    expect(await events.head()).toBeUndefined();
  });

  it('doubles nothing when two programs load the same file at once', async () => {
    await store.opened.projecting.catchUp();
    const path = store.write(text);
    const [one, other] = await Promise.all([store.load(kind, path), store.loadBeside(kind, path)]);
    expect(await store.eventTypes()).toEqual(whole.types);
    expect(one.counts.loaded + other.counts.loaded).toBeGreaterThan(35);
    // Row by row, so that a refusal of one of the two alone says which and why.
    expect(refusedBy(one)).toEqual(refusedBy(other));
  });

  it('stops, and lays it at no row’s door, when the lists go while it runs', async () => {
    const { readSide } = store.opened.foundations;
    await store.opened.projecting.catchUp();
    const gone = jest.spyOn(readSide, 'db', 'get').mockImplementation(() => {
      throw new OnwardError('not-caught-up', { detail: 'The read models are still being built.' });
    });
    await expect(store.loadText(kind, text)).rejects.toMatchObject({ type: 'not-caught-up' });
    gone.mockRestore();
    await store.loadText(kind, text);
    expect(await store.eventTypes()).toEqual(whole.types);
  });

  it('takes what is whole of a file that was cut off, and the rest from the whole file', async () => {
    const cut = text.slice(0, Math.floor(text.length * 0.6));
    const part = await store.loadText(kind, cut);
    expect(part.counts.loaded).toBeGreaterThan(15);
    expect(part.problems.map(({ code }) => code)).toContain('truncated');
    const rest = await store.loadText(kind, text);
    expect(rest.counts.unchanged).toBe(part.counts.loaded);
    expect(await store.histories()).toEqual(whole.histories);
  });

  it('reads a file with a byte-order mark and Windows line ends like any other', async () => {
    await store.loadText(kind, text);
    const windows = await store.loadText(kind, `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    expect(windows.counts).toMatchObject({ loaded: 0, changed: 0 });
    expect(await store.eventTypes()).toEqual(whole.types);
  });
}

/** Without the sentence on whether this or the other one of two programs registered the young person. */
const refusedBy = ({ problems }: LoadReport) =>
  problems
    .filter(({ severity }) => severity === 'refused')
    .map(({ line, message }) => [line, message.replace(/ (The young person is registered; of|Of) their case .*$/, '')]);
