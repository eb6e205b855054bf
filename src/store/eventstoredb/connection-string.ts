// Reads EVENTSTORE_URL. The password is taken out of the address, so that nobody can print it along with it.
import { OnwardError } from '../../kernel/errors.js';

export interface ServerAddress {
  /** For the client, without user and password. */
  readonly url: string;
  readonly user: { readonly username: string; readonly password: string } | undefined;
  /** Host and port, for words to a person. */
  readonly hosts: string;
  readonly secure: boolean;
}

const shape = /^(esdb(?:\+discover)?):\/\/(?:([^@/?]*)@)?([A-Za-z0-9._,:[\]-]+?)\/?(\?[^@\s]*)?$/;

/** Error: `invalid-input` naming EVENTSTORE_URL, never its value. */
export function readConnectionString(value: string | undefined): ServerAddress {
  const [, scheme, who, hosts, query = ''] = shape.exec(value?.trim() ?? '') ?? [];
  if (scheme === undefined || hosts === undefined) {
    throw wrong('must look like esdb://user:password@host:2113?tls=true (special characters percent-encoded)');
  }
  const options = new Map(
    [...new URLSearchParams(query)].map(([name, text]) => [name.toLowerCase().replace(/[_-]/g, ''), text] as const),
  );
  for (const port of hosts.split(',').map((host) => /:([^:\]]*)$/.exec(host)?.[1]))
    if (port !== undefined && !(Number(port) > 0 && Number(port) < 65536)) throw wrong('has a port that is none');
  const secure = options.get('tls') !== 'false';
  if (options.get('tlsverifycert') === 'false')
    throw wrong('has tlsVerifyCert=false, which this client does not know; name the authority’s file with tlsCAFile');
  if (options.get('throwonappendfailure') === 'false')
    throw wrong('has throwOnAppendFailure=false: refused appends would pass for written ones');
  const user = who === undefined ? undefined : userOf(who);
  if (secure && !user) throw wrong('names no user and password; without TLS (tls=false) none is needed');
  return { url: `${scheme}://${hosts}${query}`, user, hosts, secure };
}

function userOf(who: string): ServerAddress['user'] {
  const colon = who.indexOf(':');
  if (colon < 1) throw wrong('names a user without a password');
  try {
    return { username: decodeURIComponent(who.slice(0, colon)), password: decodeURIComponent(who.slice(colon + 1)) };
  } catch {
    throw wrong('has a user or password that is not percent-encoded');
  }
}

const wrong = (problem: string): OnwardError =>
  new OnwardError('invalid-input', {
    detail: `EVENTSTORE_URL ${problem}.`,
    fields: [{ field: 'EVENTSTORE_URL', problem }],
  });
