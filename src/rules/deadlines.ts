// The deadlines of one subject as a timeline: which dates held from when to when, and why.
import { addDays, type CivilDate } from '../kernel/calendar/index.js';
import { compiled } from './compile-pack.js';
import type { CompiledRule } from './compile-pack.js';
import type { Deadline } from './deadline.js';
import type { Facts, Flags, Known, Settings } from './facts.js';
import { factAt, sinceOf } from './facts.js';
import { beganOn, endingOf, metOf } from './met.js';
import type { Met } from './met.js';
import type { Moment, Reads } from './reckoning.js';
import type { RulePack } from './rule-pack.js';

const NO_FLAGS: Flags = {};

/**
 * Every deadline that the rules of a scope give for these facts. A rule gives one row for as long as its date and the facts behind
 * it stay the same; a later fact that changes them closes the row and opens the next (`validTo`, `validFrom`).
 */
export function deadlinesFor(
  pack: RulePack,
  scope: string,
  facts: Facts,
  flags: Flags = NO_FLAGS,
  settings?: Settings,
): Deadline[] {
  const rows: Deadline[] = [];
  for (const rule of compiled(pack, settings).rulesOf(scope)) addTimeline(rows, pack, rule, facts, flags);
  return rows;
}

function addTimeline(rows: Deadline[], pack: RulePack, rule: CompiledRule, facts: Facts, flags: Flags): void {
  const met = metOf(rule, facts);
  const days = withLapses(daysOfChange(rule.turnsOn, facts, flags), rule, facts, flags, met);
  if (days.length === 0) return;
  let open: Draft | undefined;
  const close = (validTo?: CivilDate) => {
    if (open) rows.push(rowOf(pack, rule, open, met, beganOn(rule, facts), validTo));
    open = undefined;
  };
  for (const on of days) {
    const known: Known = { facts, flags, on };
    const due = rule.applies?.at(known) === false ? undefined : rule.reckonDue.at(known);
    const ending = due && endingOf(rule, known, met, due.on);
    const next: Draft | undefined =
      due === undefined || ending === 'called off'
        ? undefined
        : {
            due,
            known,
            opensOn: rule.reckonOpens?.at(known)?.on,
            lapsesOn: rule.reckonLapses?.at(known)?.on,
            missed: ending === 'missed',
          };
    if (open && next && sameDate(rule, open, next)) continue;
    close(on);
    open = next;
  }
  close();
}

interface Draft {
  readonly due: Moment;
  readonly known: Known;
  readonly opensOn?: CivilDate;
  readonly lapsesOn?: CivilDate;
  readonly missed: boolean;
}

/** What can no longer be done is missed from the day after its date, and done after all from the day on which it was done. */
function withLapses(
  days: readonly CivilDate[],
  rule: CompiledRule,
  facts: Facts,
  flags: Flags,
  met: Met | undefined,
): readonly CivilDate[] {
  if (!rule.lapsesBy.some((name) => facts[name] !== undefined)) return days;
  const [first] = days;
  const late = days.flatMap((on) => rule.reckonDue.at({ facts, flags, on })?.on ?? []).map((due) => addDays(due, 1));
  const turns = [...late, ...(met ? [met.on] : [])].filter((day) => first !== undefined && day > first);
  return [...new Set([...days, ...turns])].sort();
}

/** The days on which something that the rule turns on came to be on record, in order, each once. */
function daysOfChange(turnsOn: Reads, facts: Facts, flags: Flags): CivilDate[] {
  const days: CivilDate[] = [];
  const add = (day: CivilDate) => {
    if (!days.includes(day)) days.push(day);
  };
  for (const name of turnsOn.facts) {
    for (let fact = facts[name]; fact !== undefined; fact = fact.before) add(sinceOf(fact));
  }
  for (const name of turnsOn.flags) {
    const flag = flags[name];
    if (flag !== undefined && typeof flag !== 'string') add(flag.since);
  }
  return days.length > 1 ? days.sort() : days;
}

// A new fact that leaves the date alone still opens a new row: the sentences of a row tell only what was on record then.
const sameDate = (rule: CompiledRule, a: Draft, b: Draft): boolean =>
  a.due.on === b.due.on &&
  a.due.fact === b.due.fact &&
  a.opensOn === b.opensOn &&
  a.missed === b.missed &&
  a.lapsesOn === b.lapsesOn &&
  rule.reckonDue.facts.every((name) => (factAt(a.known, name) === undefined) === (factAt(b.known, name) === undefined));

function rowOf(
  pack: RulePack,
  rule: CompiledRule,
  { due, known, opensOn, lapsesOn, missed }: Draft,
  met: Met | undefined,
  began: CivilDate | undefined,
  validTo: CivilDate | undefined,
): Deadline {
  const { on, eventId } = factAt(known, due.fact)!;
  const untold = rule.beganEvidenced.some((name) => known.facts[name]?.notEvidenced === true);
  const other = rule.reckonOther?.due.at(known);
  return {
    rule: rule.id,
    key: rule.key,
    title: rule.title,
    kind: rule.kind ?? 'deadline',
    force: rule.force,
    source: rule.source,
    pack: pack.pack,
    packVersion: pack.version,
    scope: rule.scope,
    dueOn: due.on,
    opensOn,
    trigger: { fact: due.fact, on, eventId },
    basis: () => basisOf(rule, known),
    metOn: met?.on,
    metBy: met?.by,
    notEvidenced: met?.notEvidenced || undefined,
    beganOn: began,
    missed: missed || undefined,
    untold: untold || undefined,
    lapsesOn,
    validFrom: known.on,
    validTo,
    comparison: other && other.on !== due.on ? { ...named(rule), dueOn: other.on } : undefined,
  };
}

const named = ({ reckonOther }: CompiledRule) => ({ setting: reckonOther!.setting, label: reckonOther!.label });

function basisOf(rule: CompiledRule, known: Known): readonly string[] {
  const sentences: string[] = [];
  const end = rule.reckonDue.say(known, sentences);
  if (sentences.length === 0) sentences.push(`the day itself: ${end}`);
  if (rule.reckonOpens?.at(known)) sentences.push(`opens on ${rule.reckonOpens.say(known, sentences)}`);
  return sentences;
}
