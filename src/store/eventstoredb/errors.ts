// What the client and the server say went wrong, in the words of the catalogue. Nothing of theirs is passed on: it may hold input.
import { invalid, isOnwardError, OnwardError } from '../../kernel/errors.js';
import { unavailable } from '../sqlite-files/errors.js';

/** Thrown by our own timers. */
export class NoAnswer extends Error {
  constructor() {
    super('no answer in time');
    this.name = 'NoAnswer';
  }
}

interface Said {
  readonly type?: unknown;
  readonly code?: unknown;
  readonly details?: unknown;
  readonly message?: unknown;
  readonly _raw?: { readonly details?: unknown };
  readonly actualVersion?: unknown;
}

const said = (error: unknown): Said => (typeof error === 'object' && error !== null ? error : {});

/** The client's own word for it, such as `stream-not-found`. */
export const typeOf = (error: unknown): string | undefined => {
  const { type } = said(error);
  return typeof type === 'string' ? type : undefined;
};

/** The client asks the hosts of a cluster for their leader first. When none answers, or they have none, it throws this, without type or code. */
const foundNoNode = (error: unknown): boolean =>
  isWithoutCode(error) && /^Failed to discover after \d+ attempts/.test(String(said(error).message));

/** A connection that another call gave up between two steps of this one. */
const isGivenUp = (error: unknown): boolean =>
  isWithoutCode(error) && said(error).message === 'Channel has been shut down';

const isWithoutCode = (error: unknown): boolean => typeOf(error) === undefined && typeof said(error).code !== 'number';

/** Whether it makes sense to send the same again: the server may be away, busy, starting or choosing a leader. */
export function isPassing(error: unknown): boolean {
  if (error instanceof NoAnswer) return true;
  if (isOnwardError(error)) return false;
  if (foundNoNode(error) || isGivenUp(error)) return true;
  const { code } = said(error);
  const passing = ['unavailable', 'cancelled', 'not-leader', 'timeout', 'deadline-exceeded', 'unknown'];
  // The first call of a connection fails with the raw error of gRPC: 14 is "unavailable".
  return passing.includes(typeOf(error) ?? '') || [1, 4, 8, 10, 13, 14].includes(Number(code));
}

/**
 * Whether what was to be written cannot have been: it never left, or a node said that writing is not for it. Of everything else that passes
 * nobody knows.
 */
export function isSurelyUnwritten(error: unknown): boolean {
  if (isOnwardError(error) || foundNoNode(error) || isGivenUp(error)) return true;
  const { details, _raw } = said(error);
  const neverLeft = /^(No connection established|Name resolution failed|Channel closed before call started)/;
  if ([details, _raw?.details].some((text) => neverLeft.test(String(text)))) return true;
  return [
    'not-leader',
    'access-denied',
    'wrong-expected-version',
    'stream-deleted',
    'maximum-append-size-exceeded',
  ].includes(typeOf(error) ?? '');
}

/** Whether a client that said so may be kept: it remembers any other error of its first call for ever. */
export const isOfTransport = (error: unknown): boolean =>
  error instanceof NoAnswer || ['unavailable', 'cancelled', 'not-leader'].includes(typeOf(error) ?? '');

const check = 'Whoever runs Onward: check EVENTSTORE_URL and that EventStoreDB runs.';

/** The error as one of the catalogue; what is no error of the store (a defect) stays what it is. */
export function storeError(error: unknown): unknown {
  if (isOnwardError(error)) return error;
  if (error instanceof NoAnswer) return unavailable('EventStoreDB did not answer in time.', check);
  const { details, _raw, message } = said(error);
  const words = [details, _raw?.details, message].filter((text) => typeof text === 'string').join(' ');
  switch (typeOf(error) ?? '') {
    case 'access-denied':
      return unavailable(
        'EventStoreDB refused the user in EVENTSTORE_URL: the password is wrong, or the user may not read $all and write streams.',
        'Correct user and password in EVENTSTORE_URL, or give that user the rights (docs/event-stores.md).',
      );
    case 'stream-deleted':
      return damaged('A stream was deleted on the server for good; its history is gone.');
    case 'maximum-append-size-exceeded':
      return invalid('events', 'are together larger than EventStoreDB takes in one append');
  }
  if (/certificate|self.signed|altname|unable to (get|verify)/i.test(words)) {
    return unavailable(
      'The certificate of the server in EVENTSTORE_URL is not trusted, or is not for that name.',
      'Name the file of the authority with tlsCAFile in EVENTSTORE_URL, and use a host name that the certificate holds.',
    );
  }
  if (/wrong version number|EPROTO|SSL routines|packet length/i.test(words)) {
    return unavailable(
      'The server in EVENTSTORE_URL does not speak TLS.',
      'Set tls=false in EVENTSTORE_URL, for tests only; a server that holds anything of a person needs TLS.',
    );
  }
  if (foundNoNode(error))
    return unavailable(
      'No node of the cluster in EVENTSTORE_URL can be reached, or too few are left to agree on a leader.',
      'Whoever runs Onward: start the nodes that are down.',
    );
  if (isWithoutCode(error) && !isGivenUp(error)) return error;
  return unavailable('EventStoreDB cannot be reached, or cannot serve at the moment.', check);
}

export const damaged = (detail: string, more: Readonly<Record<string, string | number>> = {}): OnwardError =>
  new OnwardError('damaged-history', {
    detail,
    help: 'Run `npx onward store verify` and restore the server from a backup.',
    more,
  });

/** Revision that the server found instead of the expected one; undefined when it is no such error. */
export function actualRevision(error: unknown): number | 'no_stream' | undefined {
  if (typeOf(error) !== 'wrong-expected-version') return undefined;
  const { actualVersion } = said(error);
  return typeof actualVersion === 'bigint' ? Number(actualVersion) : 'no_stream';
}
