// Brings in the client library when EventStoreDB was chosen, and only then: the default start does not need it.
import type { EventStoreDBClient } from '@eventstore/db-client';
import { guardAgainstAddressWarnings } from './address-warning.js';
import type { ServerAddress } from './connection-string.js';
import { guardAgainstUnawaitedRejections } from './unawaited-rejections.js';

export type Client = EventStoreDBClient;

/** What of the client is not in its types. */
interface Inside {
  readonly capabilities: Promise<{ readonly serverVersion: string }>;
  getChannel(): Promise<{ close(): void }>;
}

/**
 * A frozen node of a cluster must not hold up the question who leads: the client waits five seconds for it, of its own accord. In seconds,
 * and whole ones only.
 */
const gossipTimeout = 1;

function withGossipTimeout(url: string): string {
  if (/[?&]gossip[_-]?timeout=/i.test(url)) return url;
  return `${url}${url.includes('?') ? '&' : '?'}gossipTimeout=${gossipTimeout}`;
}

export async function loadClient({ url }: ServerAddress): Promise<Client> {
  const { EventStoreDBClient: Loaded } = await import('@eventstore/db-client');
  guardAgainstUnawaitedRejections();
  guardAgainstAddressWarnings();
  return Loaded.connectionString(withGossipTimeout(url));
}

/** Asks the server for its version: `unknown` for one that is too old to be asked. */
export const versionOf = async (client: Client): Promise<string> =>
  (await (client as unknown as Inside).capabilities).serverVersion;

/** Ends its streams and its connection. */
export async function letGo(client: Client): Promise<void> {
  const channel = await (client as unknown as Inside).getChannel().catch(() => undefined);
  await client.dispose();
  channel?.close();
}
