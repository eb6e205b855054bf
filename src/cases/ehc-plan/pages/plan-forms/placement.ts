// The forms of where and in which year the young person learns, and of their needs (EHC-36, EHC-46, CAL-14, SEN2-05).
import type { CivilDate } from '../../../../kernel/calendar/index.js';
import { form } from '../../../../engine/web/forms/form.js';
import {
  date,
  optionalDate,
  optionalLine,
  optionsOf,
  pick,
  pickOrNone,
  yesOrNo,
} from '../../../../engine/web/forms/questions.js';
import { words } from '../../../../engine/web/present/words.js';
import { endPlacement as endPlacementUseCase } from '../../commands/end-placement.js';
import { recordNeeds as recordNeedsUseCase } from '../../commands/record-needs.js';
import { recordPlacement as recordPlacementUseCase } from '../../commands/record-placement.js';
import { recordYearGroup } from '../../commands/record-year-group.js';
import { needCodes, placementKinds, type PlacementKind } from '../../domain/words.js';
import type { EhcPlanView } from '../../queries/plan-view.js';
import { yearWords } from '../worklist-row.js';
import { ended, inForce, type PlanForm, type PlanSubject } from './plan-form.js';

export const urn = optionalLine({
  label: 'URN of the school (optional)',
  hint: 'Six numbers',
  like: { pattern: /^\d{6}$/, otherwise: 'The URN must be 6 numbers' },
});

export const ukprn = optionalLine({
  label: 'UKPRN of the college (optional)',
  hint: 'Eight numbers, where there is no URN',
  like: { pattern: /^\d{8}$/, otherwise: 'The UKPRN must be 8 numbers' },
});

export const kind = pick<PlacementKind>({
  label: 'What kind of placement?',
  options: optionsOf(placementKinds),
  none: 'Choose the kind of placement',
});

export const recordPlacement: PlanForm = {
  group: 'placement',
  needs: recordPlacementUseCase.name,
  offers: inForce('Record a placement'),
  form: form({
    title: 'Record a placement',
    lead: 'It may lie ahead: the present placement and the next one stand side by side (EHC-46). The end of the present one is recorded by itself.',
    button: 'Record the placement',
    recorded: 'The placement is recorded. If another one has ended by it, record that end as well.',
    questions: (_: PlanSubject) => ({
      kind,
      from: date({ label: 'From which day?', what: 'The first day of the placement', mayBeAhead: true }),
      to: optionalDate({ label: 'Until which day?', what: 'The last day of the placement', mayBeAhead: true }),
      urn,
      ukprn,
      outOfArea: yesOrNo({
        label: 'Is it outside the area of the authority?',
        none: 'Say whether it is outside the area',
      }),
    }),
    command: (answers, { plan, today }, context) =>
      recordPlacementUseCase.of({ id: plan.id }, { on: today, ...answers }, context),
  }),
};

const placementWords = ({ kind: of, urn: school, ukprn: college }: EhcPlanView['placements'][number]): string =>
  [words(of), school && `URN ${school}`, college && `UKPRN ${college}`].filter(Boolean).join(', ');

export const endPlacement: PlanForm = {
  group: 'placement',
  needs: endPlacementUseCase.name,
  offers: (plan) =>
    ended(plan)
      ? []
      : plan.placements
          .filter(({ to }) => to === undefined)
          .map((each) => ({ about: each.id, text: `Record the end of a placement: ${placementWords(each)}` })),
  form: form({
    title: 'Record the end of a placement',
    button: 'Record the end',
    recorded: 'The end of the placement is recorded.',
    questions: (_: PlanSubject) => ({ on: date({ label: 'What was its last day?', what: 'The last day' }) }),
    command: (answers, { plan, about }, context) =>
      endPlacementUseCase.of({ id: plan.id, placementId: about }, answers, context),
  }),
};

const years = Array.from({ length: 19 }, (_, index) => index - 4).map((year) => ({
  value: String(year),
  text: year < 0 ? `Early years (${year})` : yearWords(year),
}));

export const yearGroup: PlanForm = {
  group: 'placement',
  needs: recordYearGroup.name,
  offers: inForce('Record the year group in which they are taught'),
  form: form({
    title: 'Record the year group',
    lead: 'Needed only where it is not the one of the birth date; it moves on by itself each September (CAL-14).',
    button: 'Record the year group',
    recorded: 'The year group is recorded.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'On which day was it so?', what: 'The day on which it was so' }),
      yearGroup: pick<string>({ label: 'Which year group?', options: years, none: 'Choose the year group' }),
    }),
    prefill: ({ plan }) => (plan.yearGroup === undefined ? {} : { yearGroup: String(plan.yearGroup) }),
    command: ({ on, yearGroup: year }, { plan }, context) =>
      recordYearGroup.of({ id: plan.id }, { on, yearGroup: Number(year) }, context),
  }),
};

const needs = needCodes.map((code) => ({ value: code, text: words(code) }));
type Need = (typeof needCodes)[number];
const ranks = ['first', 'second', 'third'] as const;

const inOrder = ({ plan }: PlanSubject): readonly string[] =>
  [...plan.needs].sort((a, b) => a.rank - b.rank).map(({ code }) => code);

export const recordNeeds: PlanForm = {
  group: 'placement',
  needs: recordNeedsUseCase.name,
  offers: inForce('Record the needs'),
  form: form({
    title: 'Record the needs',
    lead: 'In their order: the first is the primary need of the SEN2 return. What is recorded here takes the place of what stood before; the history keeps both.',
    button: 'Record the needs',
    recorded: 'The needs are recorded.',
    questions: (subject: PlanSubject) => {
      const rest = inOrder(subject).slice(ranks.length);
      const kept = rest.length === 0 ? undefined : `These come after it and stay: ${rest.map(words).join(', ')}`;
      const second = pickOrNone<Need>({ label: 'Second need (optional)', options: needs });
      const third = pickOrNone<Need>({ label: 'Third need (optional)', hint: kept, options: needs });
      return {
        on: date({ label: 'From which day?', what: 'The day from which they hold' }),
        first: pick<Need>({ label: 'Primary need', options: needs, none: 'Choose the primary need (SEN2-05)' }),
        second,
        third,
      };
    },
    prefill: (subject) => Object.fromEntries(ranks.map((rank, index) => [rank, inOrder(subject)[index]])),
    command: ({ on, first, second, third }, subject, context) => {
      const codes = [first, second, third, ...inOrder(subject).slice(ranks.length)];
      return recordNeedsUseCase.of(
        { id: subject.plan.id },
        { on: on satisfies CivilDate, needs: ranked(codes) },
        context,
      );
    },
  }),
};

/** A need named twice has the better of its ranks. */
const ranked = (codes: readonly (string | undefined)[]) =>
  [...new Set(codes.filter((code) => code !== undefined))].map((code, index) => ({ code, rank: index + 1 }));
