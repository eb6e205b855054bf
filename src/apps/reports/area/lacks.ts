// Reviews decided in the school year with something missing that the law asks for: each count leads to the reviews behind it.
import { addDays, formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import type { ReviewLacks } from '../../../cases/ehc-plan/queries/count-review-lacks.js';
import { bars } from '../../../engine/web/charts/bars.js';
import { fills } from '../../../engine/web/charts/drawing.js';
import { paths } from '../../paths.js';
import { words } from '../../../engine/web/present/words.js';
import { lackRules } from '../../../cases/ehc-plan/domain/lacks.js';
import { lackKinds } from '../../../cases/ehc-plan/domain/words.js';
import { about, counted, type Figure } from './figure.js';

export function lacksFigure({ from, to, lacks }: ReviewLacks, asOf: CivilDate): Figure {
  const year = Number(from.slice(0, 4));
  const link = (lack: string) => paths.reports.reviewLacks({}, { lack, year, asOf });
  return {
    name: 'lacks',
    title: 'Reviews decided with something the law asks for missing',
    kind: 'ehc',
    definition:
      `Reviews whose decision notice was sent from ${formatDate(from as CivilDate)} to ${formatDate(to as CivilDate)}, by what was missing by that day, as far as it is on record now: ` +
      'the meeting (EHC-12), an invitation (EHC-13, EHC-14), advice or its circulation (EHC-16), what the meeting must consider (EHC-18, EHC-19, EHC-20; at 19 or over EHC-10), the report (EHC-21), ' +
      'the right of appeal (EHC-23, EHC-28, EHC-31). A review that lacks several stands under each. What only a return tells of is not asked.',
    definitionVersion: 2,
    rules: rulesOf(lackKinds.map((what) => lackRules[what])),
    asOf,
    columns: ['What was missing', 'Reviews'],
    columnCodes: ['reviews'],
    rows: lacks.map(({ lack, reviews }) => [about(lack, words(lack)), counted(reviews, link(lack))]),
    drawing: bars(
      lacks.filter(({ reviews }) => reviews > 0).map(({ lack, reviews }) => ({ label: words(lack), parts: [reviews] })),
      [{ name: 'Reviews', fill: fills.blue }],
    ),
    before: {
      text: 'The year before',
      href: `${paths.reports.area({}, { asOf: addDays(from as CivilDate, -1) })}#lacks`,
    },
    described: 'A bar for each thing that was missing from any review.',
  };
}

/** Those by which anything is counted, each once in the order of their numbers. */
const rulesOf = (cited: readonly string[]): string =>
  [...new Set(cited.flatMap((rules) => rules.split(', ')))].sort().join(', ');
