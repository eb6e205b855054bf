// The whole, from its parts: which slices there are. Pure of Nest, because the projecting thread starts here too.
import { EventCatalogue } from '../store/catalogue.js';
import { CaseTypes, useCaseTypes } from '../engine/processing/case-types.js';
import { processManagerEvents } from '../engine/processing/process-managers/events.js';
import type { ProcessManager } from '../engine/processing/process-managers/process-manager.js';
import type { Projection } from '../engine/processing/projection.js';
import type { Slice } from '../engine/processing/slice.js';
import type { NavigationEntry } from '../engine/web/navigation.js';
import { paths, type Paths } from '../engine/web/paths.js';
import type { PersonLink } from '../engine/web/person-links.js';
import { usePacks } from '../rules/packs.js';
import { areaSettingsSlice } from '../engine/settings/index.js';
import { auditSlice } from '../engine/audit/index.js';
import { directorySlice } from '../engine/directory/index.js';
import { retentionSlice } from '../engine/retention/index.js';
import { schoolSlice } from '../engine/schools/index.js';
import { ehcSlice, termListSlice } from '../cases/ehc-plan/index.js';
import { readinessSlices } from '../cases/readiness/index.js';
import { loadingSlice } from './loading/index.js';
import { reportsSlice } from './reports/index.js';
import { useTaskKinds } from '../engine/tasks/domain/kinds.js';
import { tasksSlice } from '../engine/tasks/index.js';
import { transitionSlice } from '../cases/camhs-transition/index.js';
import { waitingSlice } from '../cases/waiting/index.js';
import { worklistSlice } from '../engine/deadlines/index.js';
import { voiceSlice } from '../engine/voice/index.js';
import { takesBackByWordIn } from '../engine/voice/steps.js';
import { youngPeopleSlice } from '../cases/young-person/index.js';

/** The kinds of cases: the one list. A new one is a folder under `cases/`, and its name here. */
export const caseSlices: readonly Slice[] = [
  ehcSlice,
  termListSlice,
  transitionSlice,
  waitingSlice,
  ...readinessSlices,
];

/** What Onward is made of. */
export interface Whole {
  readonly slices: readonly Slice[];
  readonly caseTypes: CaseTypes;
  readonly navigation: readonly NavigationEntry[];
  readonly personLinks: readonly PersonLink[];
  readonly paths: Paths;
  readonly catalogue: EventCatalogue;
  readonly projections: readonly Projection[];
  readonly processManagers: readonly ProcessManager[];
}

const home: NavigationEntry = { text: 'Home', href: paths.home(), place: 10 };

/** Puts the whole together. Error at start: two kinds of cases share a category or a pathway, or one is about a pathway that is not there. */
export function wholeOf(cases: readonly Slice[]): Whole {
  const kinds = cases.flatMap((slice) => slice.cases);
  const pathways = kinds.flatMap(({ of }) => (of ? [of.pathway] : []));
  // In the order in which their projections take a page: settings, schools and people before the cases that look them up.
  const slices = [
    worklistSlice,
    areaSettingsSlice,
    schoolSlice,
    youngPeopleSlice,
    ...cases,
    tasksSlice(pathways),
    voiceSlice(pathways, takesBackByWordIn(kinds)),
    auditSlice,
    loadingSlice,
    reportsSlice,
    directorySlice,
    retentionSlice,
  ];
  const caseTypes = new CaseTypes(slices.flatMap((slice) => slice.cases));
  useCaseTypes(caseTypes);
  useTaskKinds(slices.flatMap(({ taskKinds = {} }) => [taskKinds]));
  usePacks(slices.flatMap(({ packs = [] }) => packs));
  return {
    slices,
    caseTypes,
    navigation: [home, ...slices.flatMap(({ navigation = [] }) => navigation)],
    personLinks: slices.flatMap(({ personLinks = [] }) => personLinks),
    paths: Object.assign({}, paths, ...slices.map((slice) => slice.paths)) as Paths,
    catalogue: new EventCatalogue([...slices.map((slice) => slice.events), processManagerEvents]),
    projections: slices.flatMap((slice) => slice.projections),
    processManagers: slices.flatMap((slice) => slice.managers ?? []),
  };
}

export const whole = wholeOf(caseSlices);

export const { slices, caseTypes, catalogue, projections, processManagers } = whole;
