// How an authority, or the whole area, reads the rules that leave a choice (the AMB settings): which choice governs which date.
import { civilDate, type CivilDate } from '../kernel/calendar/index.js';
import type { DeadlineSubject } from './deadline-subject.js';
import { sinceOf, type Settings } from './facts.js';
import { packByVersion } from './packs.js';
import shipped from './shipped-choices.json' with { type: 'json' };

/** One reading or service standard, chosen from a day on. */
export interface Choice {
  /** DfE code of the authority; left out for the whole area. */
  readonly authority?: string;
  /** `AMB-01`. */
  readonly setting: string;
  /** The option's name, or a number of the setting's unit. */
  readonly value: string | number;
  /** It governs what begins on this day or later; what began before keeps what governed it (EHC-93). */
  readonly from: CivilDate;
}

/** In the order in which they were made: of two from one day the later one holds. */
export type Choices = readonly Choice[];

const shippedChoices: Choices = shipped.choices.map((each) => ({ ...each, from: civilDate(each.from) }));

/**
 * What governs something that begins on `on`: the authority's own choice, else what is known of the authority, else the area's.
 * What nobody chose is left out: the rule pack's default holds.
 */
export function settingsFor(choices: Choices, authority: string | undefined, on: CivilDate): Settings | undefined {
  if (choices.length === 0 && shippedChoices.every((each) => each.authority !== authority)) return undefined;
  const of = (all: Choices, whose: string | undefined) =>
    all.filter((each) => each.authority === whose && each.from <= on).sort((a, b) => (a.from < b.from ? -1 : 1));
  const own = authority === undefined ? [] : [...of(shippedChoices, authority), ...of(choices, authority)];
  const inOrder = [...of(choices, undefined), ...own];
  return inOrder.length === 0 ? undefined : Object.fromEntries(inOrder.map(({ setting, value }) => [setting, value]));
}

/** The day on which a subject began: its first fact. A birth date is older than whatever is asked because of it. */
function begunOn({ facts }: DeadlineSubject): CivilDate | undefined {
  const days = Object.entries(facts).flatMap(([name, fact]) => (fact && name !== 'birthDate' ? [sinceOf(fact)] : []));
  return days.sort()[0];
}

/** What the pack of a case does not offer, because it is older or newer than the choice, is left to its default. */
function known(settings: Settings, { pack, packVersion }: DeadlineSubject): Settings {
  const offered = packByVersion(pack, packVersion).settings;
  return Object.fromEntries(
    Object.entries(settings).filter(([id, value]) => {
      const setting = offered.find((each) => each.id === id);
      if (setting === undefined || value === undefined) return false;
      return 'options' in setting ? setting.options[String(value)] !== undefined : typeof value === 'number';
    }),
  );
}

/** The same subjects, each under the settings that govern it; one that brings its own (a task has its days from its cause) keeps them. */
export const underChoices = (subjects: readonly DeadlineSubject[], choices: Choices): readonly DeadlineSubject[] =>
  subjects.map((subject) => {
    const on = begunOn(subject);
    const settings = on === undefined ? undefined : settingsFor(choices, subject.authority, on);
    return settings === undefined
      ? subject
      : { ...subject, settings: { ...known(settings, subject), ...subject.settings } };
  });
