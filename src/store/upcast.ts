// Reads yesterday's events: lifts stored data, version by version, to the shape of today.
import { OnwardError } from '../kernel/errors.js';
import type { EventDefinition } from '../kernel/events.js';

type Data = Readonly<Record<string, unknown>>;

/** Error: `unknown-event` when the version is newer than this Onward, is none at all, or a step is missing. */
export function upcast(definition: EventDefinition, storedVersion: number, data: Data): Data {
  const { type, version, upcasts } = definition;
  if (!Number.isSafeInteger(storedVersion) || storedVersion < 1 || storedVersion > version) {
    const help = storedVersion > version ? 'Run the version of Onward that wrote it, or a newer one.' : undefined;
    throw unknown(
      type,
      storedVersion,
      version,
      `Version ${storedVersion} of ${type} is unknown; this Onward reads up to ${version}.`,
      help,
    );
  }
  let lifted = data;
  for (let from = storedVersion; from < version; from++) {
    const step = upcasts[from];
    if (!step)
      throw unknown(
        type,
        storedVersion,
        version,
        `There is no step that lifts ${type} from version ${from} to ${from + 1}.`,
      );
    lifted = step(lifted);
  }
  return lifted;
}

/** As it is folded and told today: an event that is written no more is read as the one that took its place. Errors: those of `upcast`. */
export function asToday(definition: EventDefinition, storedVersion: number, data: Data): { type: string; data: Data } {
  const lifted = storedVersion === definition.version ? data : upcast(definition, storedVersion, data);
  const { type, readAs } = definition;
  return readAs ? { type: readAs.definition.type, data: readAs.data(lifted) } : { type, data: lifted };
}

const unknown = (type: string, stored: number, known: number, detail: string, help?: string): OnwardError =>
  new OnwardError('unknown-event', { detail, help, more: { type, stored, known } });
