// The form of a decision on consent, for one purpose: who decided, for which recipient (TRN-40 to TRN-43).
import { form } from '../../../../engine/web/forms/form.js';
import { listedOptions } from '../../../../engine/web/forms/listed.js';
import { date, freeText, one, optionsOf, pick } from '../../../../engine/web/forms/questions.js';
import { recordConsent } from '../../consent.js';
import {
  consentDeciders,
  consentDecisions,
  type ConsentDecider,
  type ConsentDecision,
} from '../../../../engine/person/domain/events.js';

export interface ConsentSubject {
  readonly personId: string;
  readonly purpose: string;
  /** Today: only what there is then is offered. */
  readonly day: string;
  /** Organisations that this young person was asked about before. */
  readonly recipients: readonly string[];
}

export const consent = form({
  title: 'Record consent',
  lead: 'For one purpose and one organisation, with its day (TRN-43). From 16 it is the young person’s own decision (TRN-40).',
  button: 'Record the decision',
  recorded: 'The decision on consent is recorded.',
  questions: ({ day }: ConsentSubject) => ({
    on: date({ label: 'When was it decided?', what: 'The day of the decision' }),
    decision: one<ConsentDecision>({
      label: 'What was decided?',
      options: optionsOf(consentDecisions, { withdrawn: 'Stops every new disclosure; what was told stays told' }),
      none: 'Say what was decided (TRN-43)',
    }),
    recipient: pick<string>({
      label: 'With which organisation?',
      hint: 'Consent is for one at a time (TRN-43)',
      options: listedOptions(['organisations'], day),
      none: 'Say with which organisation: consent is for one at a time (TRN-43)',
    }),
    decidedBy: one<ConsentDecider>({
      label: 'Who decided?',
      options: optionsOf(consentDeciders),
      none: 'Say who decided (TRN-40)',
    }),
    why: freeText({ label: 'In their words (optional)', hint: 'Kept sealed' }),
  }),
  prefill: ({ recipients }) => ({
    recipient: recipients.length === 1 ? recipients[0] : undefined,
    decidedBy: 'young-person',
  }),
  command: ({ on, ...answers }, { personId, purpose }, context) =>
    recordConsent.of({ personId }, { purpose, ...answers, on }, context),
});
