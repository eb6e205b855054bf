// The settings that choose the event store, and who may watch.
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

describe('the settings of watching', () => {
  it('watch nothing when nothing is said, or nothing is in it', () => {
    const off = { metricsToken: undefined, traceTo: undefined };
    expect(readSettings({})).toMatchObject(off);
    expect(readSettings({ METRICS_TOKEN: '', OTEL_EXPORTER_OTLP_ENDPOINT: '' })).toMatchObject(off);
  });

  it('refuse a token that could be guessed, and an address that is none', () => {
    expect(() => readSettings({ METRICS_TOKEN: 'secret' })).toThrow('METRICS_TOKEN');
    expect(() => readSettings({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' })).toThrow('OTEL_EXPORTER');
  });
});
