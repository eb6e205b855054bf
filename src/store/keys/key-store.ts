// The keys of people: one for each, made on first use, gone for ever once destroyed (REC-12).
import { OnwardError } from '../../kernel/errors.js';
import type { StoredEvent } from '../port.js';

export interface SubjectKeys {
  /** The person's key, made on first use; durable before it resolves. Error: `personal-data-destroyed`. */
  keyFor(subject: string): Promise<Buffer>;
  /** The same for many people at once, in one commit. */
  keysFor(subjects: readonly string[]): Promise<Map<string, Buffer>>;
  /** For reading: never makes a key. */
  existing(subject: string): Buffer | 'destroyed' | undefined;
  /** Of keys that lie on a server: has those ready that a page needs. Where it is offered, nothing is opened before it was asked. */
  fetchFor?(page: readonly Pick<StoredEvent, 'metadata'>[]): Promise<void>;
  /** The same by the people. */
  fetchOf?(subjects: readonly string[]): Promise<void>;
  /** For ever, in every process, also for a person who had no key yet. Again is allowed and finishes what was interrupted. */
  destroy(subject: string): Promise<void>;
  /** Everybody whose key was destroyed, by now and by any process. */
  destroyed(): Promise<readonly string[]>;
  /** The one key for keyed digests of identifiers (HMAC): always the same. */
  lookupKey(): Buffer;
  close(): Promise<void>;
}

export const destroyed = (subject: string): OnwardError =>
  new OnwardError('personal-data-destroyed', {
    detail: "This person's key was destroyed: nothing personal can be recorded for them any more.",
    more: { subject },
  });
