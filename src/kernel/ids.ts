// The one place where Onward makes ids: random ones, and ones that follow from a name.
import { v5, v7 } from 'uuid';

/** The namespace of every id that Onward derives. */
const onward = '6f6e7761-7264-5eed-8000-000000000001';

/** A new random id (UUID version 7: in order of time). */
export const newId = (): string => v7();

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** 128 bits of chance, for an address that is its own key: not to be guessed. Only its hash is ever kept. */
export const newToken = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url');

/**
 * The sender of a request chooses the id that holds what belongs together. It is kept for ever, beside events that stay when a person is
 * forgotten: a text that is no UUID could say anything, and is kept as the UUID that follows from it.
 */
export const correlationFrom = (text: string): string => idFromText('correlation', text);

/** The same for any id that its sender chooses, such as that of a meeting: the same text is the same id. */
export const idFromText = (what: string, text: string): string => (uuid.test(text) ? text : idFrom(what, text));

/** The same names always give the same id, so that a command tried again makes the same events (trap 14). */
export const idFrom = (...names: readonly (string | number)[]): string => v5(names.join('\n'), onward);
