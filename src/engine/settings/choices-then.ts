// The settings of the area from their own history: for whoever reckons from events and not from rows (replay, "why this date?", timers).
import type { Journal } from '../../store/journal.js';
import { londonDate, type CivilDate } from '../../kernel/calendar/index.js';
import { streamOf } from '../../kernel/decider.js';
import { idFrom } from '../../kernel/ids.js';
import type { Choices } from '../../rules/chosen-settings.js';
import { areaSettings, type AreaSettingsEvent } from './domain/area-settings.js';

/** All choices of an installation are one history. */
export const areaSettingsId = idFrom('area-settings');

/** Which dates a choice governs, its own first day says; what was not recorded yet on `knownOn` is left out. */
export async function choicesThen(
  journal: Journal,
  { knownOn }: { readonly knownOn?: CivilDate } = {},
): Promise<Choices> {
  let state = areaSettings.initial;
  for await (const page of journal.read(streamOf(areaSettings.category, areaSettingsId)))
    for (const event of page)
      if (knownOn === undefined || londonDate(event.recordedAt) <= knownOn)
        state = areaSettings.evolve(state, event as unknown as AreaSettingsEvent);
  return state.chosen;
}
