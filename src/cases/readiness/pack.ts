// The rule packs of readiness: one for each source of the bands of ages, with the rules that they share (RSG-03, AMB-10).
import { ageGate, ageOn, type CivilDate } from '../../kernel/calendar/index.js';
import { checkPack } from '../../rules/check-pack.js';
import { packByVersion } from '../../rules/packs.js';
import type { Band, Rule, RulePack } from '../../rules/rule-pack.js';
import type { BandSource, Stage } from './domain/codes.js';
import otherTrust from './packs/other-trust.json' with { type: 'json' };
import shared from './packs/rules.json' with { type: 'json' };
import slides from './packs/slides.json' with { type: 'json' };
import table from './packs/table.json' with { type: 'json' };
import tasks from './packs/tasks.json' with { type: 'json' };

interface Source {
  readonly pack: string;
  readonly variant: string;
  readonly preferred?: boolean;
  readonly title: string;
  readonly source: string;
  readonly note: string;
  /** In whole months of age, first and last. */
  readonly bands: readonly Required<Band>[];
}

const entered = { ready: 'readyEntered', steady: 'steadyEntered', go: 'goEntered' };
const names = { ready: 'Ready', steady: 'Steady', go: 'Go' };

export const readinessPacks: readonly RulePack[] = [slides, table, otherTrust].map(packOf);

export const readinessTaskPack = checkPack(tasks, 'readiness-tasks.json');

function packOf({ source, note, bands, ...head }: Source): RulePack {
  const { rules, ...common } = shared;
  const pack = {
    ...head,
    ...common,
    version: 1,
    pathway: 'readiness',
    notes: [note],
    settings: [],
    bands: [{ id: 'RSG-03', title: 'Ages of the stages, in months', source, bands }],
    rules: [...bands.map((band) => promptOf(band, source)), ...rules],
  };
  return checkPack(pack, `${head.pack}.json`);
}

/** From the first day of the band to its last. Whoever is in a later stage has left this one behind. */
function promptOf({ label, from, to }: Required<Band>, source: string): Rule {
  const stage = label as Stage;
  const laterToo = Object.values(entered).slice(Object.keys(entered).indexOf(stage));
  const age = (months: number) => ({ age: { years: Math.floor(months / 12), months: months % 12 }, of: 'birthDate' });
  return {
    id: 'RSG-03',
    key: `${stage}Stage`,
    title: `Consider with the young person whether they are ready for ${names[stage]}`,
    force: 'local',
    source,
    scope: 'programme',
    kind: 'target',
    opens: age(from),
    due: { latest: [{ dayBefore: age(to + 1) }, 'started'] },
    met: { anyOf: laterToo },
    cancelledBy: ['transferred', 'ended'],
    note: 'A prompt by age: it never blocks, and the stage is entered by readiness alone.',
  };
}

export const packOfSource = (source: BandSource): { readonly pack: string; readonly packVersion: number } => {
  const found = readinessPacks.find(({ variant }) => variant === source)!;
  return { pack: found.pack, packVersion: found.version };
};

/** The pack that a programme pins, however old. */
type Pinned = ReturnType<typeof packOfSource>;

const bandsOf = ({ pack, packVersion }: Pinned) => packByVersion(pack, packVersion).bands?.[0]?.bands ?? [];

/** The stages that the bands of a pack have for an age: none between bands, two where they overlap (RSG-E2). */
export function stagesByAge(pinned: Pinned, birthDate: CivilDate, on: CivilDate): readonly Stage[] {
  const { years, months } = ageOn(birthDate, on);
  const age = 12 * years + months;
  const bands = bandsOf(pinned);
  return bands.filter(({ from, to = from }) => from <= age && age <= to).map(({ label }) => label as Stage);
}

/** From which day on the ages have them at least in each stage: where two bands overlap, when the earlier one is over. */
export function leastStageFrom(pinned: Pinned, birthDate: CivilDate): Readonly<Partial<Record<Stage, CivilDate>>> {
  const bands = bandsOf(pinned);
  const months = bands.map(({ from }, at) => Math.max(from, (bands[at - 1]?.to ?? -1) + 1));
  return Object.fromEntries(
    bands.map(({ label }, at) => {
      const age = months[at] ?? 0;
      return [label, ageGate(birthDate, Math.floor(age / 12), age % 12)];
    }),
  );
}
