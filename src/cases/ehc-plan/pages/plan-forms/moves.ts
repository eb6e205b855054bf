// The forms of a plan that moves from one authority to another (EHC-50 to EHC-52).
import { form } from '../../../../engine/web/forms/form.js';
import { lineFromList, optionalLineFromList } from '../../../../engine/web/forms/listed.js';
import { date, optionalDate, yesOrNo } from '../../../../engine/web/forms/questions.js';
import { learnOfMove } from '../../commands/learn-of-move.js';
import { movePlanOut } from '../../commands/move-plan-out.js';
import { sendMoveInLetter } from '../../commands/send-move-in-letter.js';
import { inForce, type PlanForm, type PlanSubject } from './plan-form.js';

const authority = 'Its code, for example 816, or its name';

export const moveKnown: PlanForm = {
  group: 'move',
  needs: learnOfMove.name,
  offers: inForce('They are going to move away'),
  form: form({
    title: 'Record that they are going to move away',
    lead: 'The plan is passed on upon the day of the move, or within fifteen working days of this authority coming to know of it (EHC-50).',
    button: 'Record the move ahead',
    recorded: 'The move ahead is recorded. The plan stays here until it is passed on.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'When did it become known?', what: 'The day on which it became known' }),
      movesOn: date({ label: 'When do they move?', what: 'The day of the move', mayBeAhead: true }),
      toAuthority: optionalLineFromList('organisations', { label: 'To which authority? (optional)', hint: authority }),
    }),
    command: (answers, { plan }, context) => learnOfMove.of({ id: plan.id }, answers, context),
  }),
};

export const moveOut: PlanForm = {
  group: 'move',
  needs: movePlanOut.name,
  offers: inForce('Pass the plan on to another authority'),
  form: form({
    title: 'Record that the plan was passed on',
    lead: 'From the day of the transfer the other authority has the plan, with its history (EHC-50, EHC-51).',
    button: 'Record that it was passed on',
    checkFirst:
      'From this day on the plan is not this authority’s any more, and every clock of it stops here. Record it only if the other authority has been sent the plan.',
    recorded: 'It is recorded that the plan was passed on. Its clocks have stopped here.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'On which day was it passed on?', what: 'The day of the transfer' }),
      toAuthority: lineFromList('organisations', {
        label: 'To which authority?',
        hint: authority,
        none: 'Enter the authority (EHC-50)',
      }),
    }),
    command: (answers, { plan }, context) => movePlanOut.of({ id: plan.id }, answers, context),
  }),
};

export const moveInLetter: PlanForm = {
  group: 'move',
  needs: sendMoveInLetter.name,
  offers: inForce('Record the letter to the family after the move here', ({ movedIn, moveInLetter: sent }) =>
    Boolean(movedIn && !sent),
  ),
  form: form({
    title: 'Record the letter after a move here',
    lead: 'Six weeks after the transfer at the latest the family is told that this authority has the plan, whether it will reassess, and when it will review (EHC-52).',
    button: 'Record the letter',
    checkFirst: 'This stops the clock of the six weeks (EHC-52). Record it only if the letter has been sent.',
    recorded: 'The letter to the family is recorded.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'When was the letter sent?', what: 'The day of the letter' }),
      willReassess: yesOrNo({
        label: 'Will the authority reassess?',
        none: 'Say whether the authority will reassess (EHC-52)',
      }),
      reviewOn: optionalDate({
        label: 'When does it say that the plan will be reviewed?',
        hint: 'Left out, the letter does not say so: it is recorded, and the six weeks run on until one does (EHC-52)',
        what: 'The day of the review',
        mayBeAhead: true,
      }),
    }),
    command: (answers, { plan }, context) => sendMoveInLetter.of({ id: plan.id }, answers, context),
  }),
};
