// One data folder belongs to one history.
import { dirname } from 'node:path';
import { temporaryFolder } from './contract/temporary-folder.js';
import { storeKind } from './store-kind.js';

const file = temporaryFolder();

describe('the kind of a store', () => {
  it('is decided once', () => {
    const folder = dirname(file());
    expect(storeKind(folder, 'live')).toEqual({ kind: 'live', isNew: true });
    expect(storeKind(folder, 'demo')).toEqual({ kind: 'live', isNew: false });
  });

  it('is tied to the history of a server, so that its lists are never shown for another', () => {
    const folder = dirname(file());
    storeKind(folder, 'demo', 'history-1');
    expect(storeKind(folder, 'demo', 'history-1')).toMatchObject({ kind: 'demo', isNew: false });
    expect(() => storeKind(folder, 'demo', 'history-2')).toThrow(/another history.*EVENTSTORE_URL/);
    expect(() => storeKind(folder, 'demo')).toThrow(/belongs to a history in EventStoreDB/);
    const embedded = dirname(file());
    storeKind(embedded, 'demo');
    expect(() => storeKind(embedded, 'demo', 'history-1')).toThrow(/belongs to an embedded store/);
  });
});
