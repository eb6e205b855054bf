// Brings in the client library when EventStoreDB was chosen, and only then: the default start does not need it.
import type { EventStoreDBClient } from '@eventstore/db-client';
import type { ServerAddress } from './connection-string.js';
import { guardAgainstUnawaitedRejections } from './unawaited-rejections.js';

export type Client = EventStoreDBClient;

/** What of the client is not in its types. */
interface Inside {
  readonly capabilities: Promise<{ readonly serverVersion: string }>;
  getChannel(): Promise<{ close(): void }>;
}

export async function loadClient({ url }: ServerAddress): Promise<Client> {
  const { EventStoreDBClient: Loaded } = await import('@eventstore/db-client');
  guardAgainstUnawaitedRejections();
  return Loaded.connectionString(url);
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
