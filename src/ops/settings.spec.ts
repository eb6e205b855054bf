// The settings that choose the event store.
import { readSettings } from './settings.js';

describe('the settings of the event store', () => {
  it('choose the embedded store when nothing is said', () => {
    expect(readSettings({})).toMatchObject({ eventStore: 'sqlite', eventStoreUrl: undefined });
  });

  it('take EventStoreDB and its address', () => {
    const url = 'esdb://localhost:2113?tls=false';
    expect(readSettings({ EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: url })).toMatchObject({
      eventStore: 'eventstoredb',
      eventStoreUrl: url,
    });
  });

  it('refuse a store that does not exist, rather than take another', () => {
    expect(() => readSettings({ EVENT_STORE: 'kurrentdb' })).toThrow('EVENT_STORE must be sqlite or eventstoredb.');
  });

  it.each(['esdb:*', '*', 'http,esdb:connection'])(
    'refuse DEBUG=%s, under which the client prints the password',
    (debug) => {
      expect(() => readSettings({ EVENT_STORE: 'eventstoredb', DEBUG: debug })).toThrow(/DEBUG/);
      expect(readSettings({ DEBUG: debug }).eventStore).toBe('sqlite');
    },
  );
});
