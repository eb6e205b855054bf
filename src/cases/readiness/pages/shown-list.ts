// The clinic's view as its page says it: what to look for with how many, and a line for each young person.
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Tag } from '../../../engine/web/present/deadline.js';
import { personMarks } from '../../../engine/web/present/person-marks.js';
import { words } from '../../../engine/web/present/words.js';
import { paths } from '../paths.js';
import type { ReadinessLine, ReadinessList } from '../queries/list-readiness.js';
import type { LookedFor } from '../queries/programmes-then.js';
import type { ReadinessFigures } from '../queries/readiness-figures.js';

export type Given = Readonly<Record<string, string>>;

/** What the clinic looks for, in words. */
export const lookWords: Readonly<Record<LookedFor, string>> = {
  behind: 'Further on by age than by stage (RSG-03)',
  questionnaire: 'Questionnaire of the stage not sent yet (RSG-04)',
  recheck: 'Help of an earlier stage, not looked at again in this one (RSG-07)',
  help: 'Help asked for and not given yet (RSG-07)',
  introduction: 'To be introduced to the adult service (RSG-09)',
  'seen-alone': '16 or over and never seen alone (RSG-08)',
  'not-introduced': '11½ or over and not introduced to the programme (RSG-01)',
  camhs: 'CAMHS transition beside it, not noted yet (RSG-E3)',
  hello: 'At the adult service, Hello not filled in yet (RSG-12)',
  'no-appointment': 'No next appointment on record (RSG-04)',
};

export const listLink = (given: Given, change: Readonly<Record<string, string | undefined>>): string =>
  paths.readiness.list(
    {},
    { look: given['look'], service: given['service'], whose: given['whose'], asOf: given['asOf'], ...change },
  );

export const shownLooks = ({ counts, programmes }: ReadinessList, given: Given) => [
  {
    text: 'Everybody',
    count: programmes,
    href: listLink(given, { look: undefined }),
    here: given['look'] === undefined,
  },
  ...counts.map(({ look, programmes: count }) => ({
    ...{ text: lookWords[look], count, href: listLink(given, { look }) },
    here: given['look'] === look,
  })),
];

const on = (date: string): string => formatDate(date as CivilDate);

export function shownLine(line: ReadinessLine, asOf: CivilDate) {
  const { id, personId, person, service, stage, leastByAge, behind } = line;
  const late = line.introductionDueOn !== undefined && line.introductionDueOn < asOf;
  const tags: Tag[] = [];
  if (line.helpOpen > 0)
    tags.push({ text: `Help: ${line.helpOpen} open since ${on(line.helpSince ?? '')}`, colour: 'orange' });
  if (!line.ownSent && line.transferredOn === undefined)
    tags.push({ text: 'Questionnaire not sent', colour: 'yellow' });
  return {
    person: person === '' ? 'Name not on record' : person,
    href: paths.readiness.programme({ programmeId: id }),
    personHref: paths.person({ personId }),
    service: words(service),
    stage: words(stage),
    byAge: behind && leastByAge ? `by age ${words(leastByAge)}` : undefined,
    marks: [...personMarks(line)],
    tags,
    next: line.nextOn,
    introduction:
      line.adultMetOn !== undefined
        ? `Introduced ${on(line.adultMetOn)}`
        : line.introductionDueOn === undefined
          ? 'No day is known'
          : `${late ? 'Was due' : 'Due'} ${on(line.introductionDueOn)}`,
    alone: line.seenAloneOn === undefined ? 'Never alone' : `First alone ${on(line.seenAloneOn)}`,
    transferred: line.transferredOn && `Moved to the adult service ${on(line.transferredOn)}; ${helloOf(line)}`,
  };
}

function helloOf({ helloOn, firstClinicOn }: ReadinessLine): string {
  if (helloOn !== undefined) return `Hello filled in ${on(helloOn)}`;
  return firstClinicOn === undefined ? 'Hello has no day yet' : `Hello due ${on(firstClinicOn)}`;
}

const figureWords: Readonly<Record<string, string>> = {
  ...lookWords,
  ready: 'In Ready',
  steady: 'In Steady',
  go: 'In Go',
};
const number = (count: number | undefined): string => (count === undefined ? 'withheld' : `about ${count}`);

export const shownFigures = ({ items, method }: ReadinessFigures) => ({
  method,
  services: items.map(({ service, programmes, figures }) => ({
    service: words(service),
    programmes: programmes === undefined ? 'number withheld' : `about ${programmes} programmes`,
    lines: figures.map(({ of, programmes: count }) => ({ key: figureWords[of] ?? words(of), value: number(count) })),
  })),
});
