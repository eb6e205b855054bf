// How an authority, or the whole area, reads the rules that leave a choice (the AMB settings): which choice governs which date.
import { civilDate, type CivilDate } from '../kernel/calendar/index.js';
import type { DeadlineSubject } from './deadline-subject.js';
import { sinceOf, type Settings } from './facts.js';
import { packByVersion } from './packs.js';
import type { Setting } from './rule-pack.js';
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
  if (nobodyChose(choices, authority)) return undefined;
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

/**
 * What governs a subject of its pack's settings: a choice that the pack does not offer, because it is older or newer than the choice, is left
 * to its default. A setting that names the fact it begins with goes by that fact's day, in whichever subject it is read: the window of an
 * appeal and the day before which a plan may not cease never go by two readings (EHC-63, EHC-72).
 */
function governing(subject: DeadlineSubject, begun: CivilDate, choices: Choices): Settings | undefined {
  const { pack, packVersion, authority, facts } = subject;
  const of = new Map<CivilDate, Settings | undefined>();
  const chosen = packByVersion(pack, packVersion).settings.flatMap((setting) => {
    const began = setting.begins === undefined ? undefined : facts[setting.begins];
    const on = began ? sinceOf(began) : begun;
    if (!of.has(on)) of.set(on, settingsFor(choices, authority, on));
    const value = of.get(on)?.[setting.id];
    return isOffered(setting, value) ? [[setting.id, value] as const] : [];
  });
  return chosen.length === 0 ? undefined : Object.fromEntries(chosen);
}

const isOffered = (setting: Setting, value: string | number | undefined): boolean =>
  'options' in setting
    ? value !== undefined && setting.options[String(value)] !== undefined
    : typeof value === 'number';

const nobodyChose = (choices: Choices, authority: string | undefined): boolean =>
  choices.length === 0 && shippedChoices.every((each) => each.authority !== authority);

/** The same subjects, each under the settings that govern it; one that brings its own (a task has its days from its cause) keeps them. */
export const underChoices = (subjects: readonly DeadlineSubject[], choices: Choices): readonly DeadlineSubject[] =>
  subjects.map((subject) => {
    const begun = nobodyChose(choices, subject.authority) ? undefined : begunOn(subject);
    const settings = begun === undefined ? undefined : governing(subject, begun, choices);
    return settings === undefined ? subject : { ...subject, settings: { ...settings, ...subject.settings } };
  });
