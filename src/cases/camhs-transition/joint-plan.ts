// The joint care plan: signed, or declined and why; its copy; and the contacts that it promises (TRN-45, AMB-14, TRN-08).
import { ApiProperty } from '../../engine/api/api-property.js';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import { listedOptions } from '../../engine/web/forms/listed.js';
import { textOf, type Question } from '../../engine/web/forms/question.js';
import { date, freeText, one, optionalDate, optionsOf, pickOrNone } from '../../engine/web/forms/questions.js';
import { words } from '../../engine/web/present/words.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid, refuse } from '../../kernel/errors.js';
import { contactKinds, familySignatures, youngPersonSignatures } from './domain/codes.js';
import { transitionEvents as events } from './domain/events.js';
import { needed, notBefore, opened, stillOpen } from './domain/guards.js';
import { transitionForm, ofCase, type TransitionSubject } from './transition-forms.js';
import { transitionUseCase } from './transition-use-case.js';

type Kind = (typeof contactKinds)[number];
type YoungPersonSignature = (typeof youngPersonSignatures)[number];
type FamilySignature = (typeof familySignatures)[number];

const planners = ['system', 'camhs-clinician', 'specialist-nurse'];

export class PromisedContactBody {
  @ApiProperty({ enum: contactKinds }) @IsIn(contactKinds) kind: Kind;
  @ApiProperty({ minimum: 1, maximum: 366 }) @IsInt() @Min(1) @Max(366) everyDays: number;
  @ApiProperty({ description: 'The service or role that promises it' }) @IsString() @Length(1, 60) by: string;
}

export class AgreeJointPlanBody extends Dated {
  @ApiProperty({ enum: youngPersonSignatures }) @IsIn(youngPersonSignatures) youngPerson: YoungPersonSignature;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
  @ApiProperty({ enum: familySignatures }) @IsIn(familySignatures) family: FamilySignature;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) familyReason?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() copyGivenOn?: CivilDate;
  @ApiProperty({ type: [PromisedContactBody] })
  @ValidateNested({ each: true })
  @Type(() => PromisedContactBody)
  @ArrayMaxSize(10)
  promisedContacts: PromisedContactBody[];
}

interface Agreed {
  readonly on: CivilDate;
  readonly youngPerson: YoungPersonSignature;
  readonly reason?: string;
  readonly family: FamilySignature;
  readonly familyReason?: string;
  readonly copyGivenOn?: CivilDate;
  readonly promisedContacts: readonly { readonly kind: Kind; readonly everyDays: number; readonly by: string }[];
}

export const agreeJointPlan = transitionUseCase({
  name: 'AgreeJointPlan',
  asks: 'AgreeJointPlan',
  post: 'api/v1/transitions/:transitionId/plan',
  does: 'Record the joint care plan: signed, or declined and why',
  rules: ['TRN-45', 'AMB-14', 'TRN-08'],
  who: { roles: planners, because: 'The plan is written where the young person is known (TRN-A3.3, TRN-B2.5).' },
  input: AgreeJointPlanBody,
  decide({ on, youngPerson, reason, family, familyReason, copyGivenOn, promisedContacts }: Agreed, state) {
    const { referredOn } = stillOpen(state);
    notBefore(on, referredOn, 'the referral to CAMHS');
    if (youngPerson === 'declined') needed(reason, 'reason', 'says why the young person declined to sign', 'TRN-45');
    if (family === 'declined') needed(familyReason, 'familyReason', 'says why the family declined to sign', 'TRN-45');
    if (promisedContacts.some(({ everyDays }) => everyDays < 1 || everyDays > 366))
      throw invalid('promisedContacts', 'come every 1 to 366 days', 'TRN-08');
    if (copyGivenOn !== undefined && copyGivenOn < on)
      throw invalid('copyGivenOn', 'must not be before the plan was agreed', 'AMB-14');
    const promises = promisedContacts.map((promise) => ({ ...promise }));
    const agreed = { youngPerson, family, promisedContacts: promises, reason, familyReason };
    const copy = copyGivenOn === undefined ? [] : [events.jointPlanCopyGiven.fact(copyGivenOn, {})];
    return [events.jointPlanAgreed.fact(on, agreed), ...copy];
  },
  forms: [
    transitionForm({
      step: 'joint-plan',
      group: 'case',
      offers: ofCase('Record the joint plan'),
      title: 'Record the joint plan',
      lead: 'Agreed by all: signed, or declined and why (TRN-45). The contacts that it promises after the transfer are followed up (TRN-08).',
      button: 'Record the joint plan',
      recorded: 'The joint plan is recorded.',
      questions: (subject) => ({
        on: date({ label: 'When was it agreed?', what: 'The day on which it was agreed' }),
        youngPerson: one<YoungPersonSignature>({
          label: 'The young person',
          options: optionsOf(youngPersonSignatures),
          none: 'Say whether the young person signed (TRN-45)',
        }),
        reason: freeText({ label: 'If the young person declined to sign: why?', hint: 'Kept sealed' }),
        family: one<FamilySignature>({
          label: 'The family',
          options: optionsOf(familySignatures),
          none: 'Say whether the family signed (AMB-14)',
        }),
        familyReason: freeText({ label: 'If the family declined to sign: why?', hint: 'Kept sealed' }),
        copyGivenOn: optionalDate({ label: 'When was the copy given?', what: 'The day on which the copy was given' }),
        ...(Object.fromEntries(contactKinds.map((kind) => [`every.${kind}`, everyDays(kind)])) as Record<
          `every.${Kind}`,
          Question<number | undefined>
        >),
        promisedBy: promisedBy(subject),
      }),
      sends(answers, { view }) {
        const { on, youngPerson, reason, family, familyReason, copyGivenOn, promisedBy: by = '' } = answers;
        const promisedContacts = contactKinds.flatMap((kind) => {
          const days = answers[`every.${kind}`];
          return days === undefined ? [] : [{ kind, everyDays: days, by }];
        });
        const signed = { youngPerson, reason, family, familyReason, copyGivenOn, promisedContacts };
        return { at: { transitionId: view.id }, input: { ...signed, on } };
      },
    }),
  ],
});

export const givePlanCopy = transitionUseCase({
  name: 'GivePlanCopy',
  asks: 'GivePlanCopy',
  post: 'api/v1/transitions/:transitionId/plan/copy',
  does: 'Record that the copy of the joint plan was given',
  rules: ['AMB-14'],
  who: { roles: planners, because: 'Whoever gave the copy records it (AMB-14).' },
  input: Dated,
  noForm: missing,
  decide({ on }: { readonly on: CivilDate }, { plan, ...state }) {
    opened(state);
    if (!plan) throw refuse('AMB-14', 'There is no joint plan yet whose copy could be given.');
    notBefore(on, plan.on, 'the joint plan');
    return plan.copyGivenOn === undefined ? [events.jointPlanCopyGiven.fact(on, {})] : [];
  },
});

const everyDays = (kind: Kind): Question<number | undefined> => ({
  kind: 'text',
  label: `${words(kind)}: every how many days? (optional)`,
  read(typed, name) {
    const text = textOf(typed[name]);
    if (text === '') return { value: undefined };
    const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
    if (days < 1 || days > 366) return { problem: `${words(kind)} must be promised every 1 to 366 days (TRN-08)` };
    return { value: days };
  },
  shown: (days) => (days === undefined ? 'Not promised' : `Every ${days} days`),
});

/** Whoever promises a contact is needed where one is promised. */
const promisedBy = ({ today: day }: TransitionSubject): Question<string | undefined> => {
  const options = listedOptions(['roles', 'organisations', 'teams'], day);
  const asked = pickOrNone<string>({ label: 'If contacts are promised: by whom?', options });
  return {
    ...asked,
    read(typed, name, today) {
      const some = contactKinds.some((kind) => textOf(typed[`every.${kind}`]) !== '');
      if (some && textOf(typed[name]) === '') return { problem: 'Say who promises the contacts (TRN-08)' };
      return asked.read(typed, name, today);
    },
  };
};
