// The form of a decision on consent, for one purpose: who decided, for which recipient (TRN-40 to TRN-43).
import { words } from '../../../web/present/words.js';
import { form } from '../../../web/forms/form.js';
import { date, freeText, one, oneOrNone, optionsOf } from '../../../web/forms/questions.js';
import { textOf } from '../../../web/forms/question.js';
import { RecordConsent } from '../../commands/record-consent.js';
import { consentDeciders, consentDecisions, type ConsentDecider, type ConsentDecision } from '../../domain/events.js';

export interface ConsentSubject {
  readonly personId: string;
  readonly purpose: string;
  /** Organisations that this young person was asked about before. */
  readonly recipients: readonly string[];
}

export const consent = form({
  title: 'Record consent',
  lead: 'For one purpose and one organisation, with its day (TRN-43). From 16 it is the young person’s own decision (TRN-40).',
  button: 'Record the decision',
  recorded: 'The decision on consent is recorded.',
  questions: ({ recipients }: ConsentSubject) => {
    const other = freeText({
      label: recipients.length > 0 ? 'Or with another organisation (its code)' : 'With which organisation (its code)?',
      hint: 'For example, estuary-adult-mental-health',
    });
    return {
      on: date({ label: 'When was it decided?', what: 'The day of the decision' }),
      decision: one<ConsentDecision>({
        label: 'What was decided?',
        options: optionsOf(consentDecisions, { withdrawn: 'Stops every new disclosure; what was told stays told' }),
        none: 'Say what was decided (TRN-43)',
      }),
      ...(recipients.length > 0 && {
        known: oneOrNone<string>({
          label: 'With which organisation?',
          options: recipients.map((value) => ({ value, text: words(value) })),
        }),
      }),
      recipient: {
        ...other,
        kind: 'text' as const,
        read(typed, name, today) {
          const known = textOf(typed['known']);
          if (textOf(typed[name]) === '' && !recipients.includes(known))
            return { problem: 'Say with which organisation: consent is for one at a time (TRN-43)' };
          return other.read(typed, name, today);
        },
      } satisfies typeof other,
      decidedBy: one<ConsentDecider>({
        label: 'Who decided?',
        options: optionsOf(consentDeciders),
        none: 'Say who decided (TRN-40)',
      }),
      why: freeText({ label: 'In their words (optional)', hint: 'Kept sealed' }),
    };
  },
  prefill: ({ recipients }) => ({
    known: recipients.length === 1 ? recipients[0] : undefined,
    decidedBy: 'young-person',
  }),
  command: ({ on, known, recipient, decision, decidedBy, why }, { personId, purpose }, context) =>
    new RecordConsent(
      personId,
      { purpose, recipient: recipient ?? known ?? '', decision, decidedBy, why },
      on,
      context,
    ),
});
