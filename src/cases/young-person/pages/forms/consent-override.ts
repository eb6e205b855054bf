// The form of an override of consent: what is shared all the same, on what ground, who authorised it and until when (TRN-44).
import { formatDate, type CivilDate } from '../../../../kernel/calendar/index.js';
import { form } from '../../../../engine/web/forms/form.js';
import { listedOptions } from '../../../../engine/web/forms/listed.js';
import { date, one, optionsOf, pick, reason } from '../../../../engine/web/forms/questions.js';
import { inWords, words } from '../../../../engine/web/present/words.js';
import { recordConsentOverride } from '../../consent-override.js';
import { overridePolicy } from '../../../../engine/person/domain/consent.js';
import { overrideBases, type OverrideBasis } from '../../../../engine/person/domain/events.js';

export interface OverrideSubject {
  readonly personId: string;
  /** Today: only who there is then is offered. */
  readonly day: CivilDate;
  /** Those for which the role of whoever records it may override. */
  readonly purposes: readonly string[];
  /** Chosen beforehand, where the page that led here knows it. */
  readonly purpose?: string;
  /** Accounts of those who may authorise it. */
  readonly authorisers: readonly string[];
  /** Refused or withdrawn, as it stands today. */
  readonly refusals: readonly Refusal[];
}

interface Refusal {
  readonly purpose: string;
  readonly recipient: string;
  readonly decision: string;
  readonly on: string;
}

const { longestDays, leastWords, passesRefusal } = overridePolicy;
const grounds = passesRefusal.map(inWords).join(' or ');

const standing = ({ purpose, recipient, decision, on }: Refusal): string =>
  `${words(decision)} on ${formatDate(on as CivilDate)}: ${inWords(purpose)}, ${words(recipient)}.`;

const refusalsIn = ({ refusals }: OverrideSubject): string =>
  refusals.length === 0
    ? 'No refusal and no withdrawal stands.'
    : `${refusals.map(standing).join(' ')} Only ${grounds} go against a refusal or a withdrawal.`;

export const consentOverride = form({
  title: 'Share without consent: record an override',
  lead: (subject: OverrideSubject) =>
    `${refusalsIn(subject)} Whoever holds a case of this young person is told at once what is shared, with whom, who authorised it and ` +
    `until when (TRN-44). To end an override early, record it again with the same day as its beginning and its end.`,
  button: 'Record the override',
  checkFirst:
    'You are about to share what nobody has consented to. Check that it is the right young person, the right organisation and the right ground.',
  recorded: 'The override is recorded. Whoever holds a case of this young person is told.',
  questions: ({ day, purposes, authorisers }: OverrideSubject) => ({
    purpose: one<string>({
      label: 'What is shared?',
      options: optionsOf(purposes),
      none: 'Say what is shared (TRN-43)',
    }),
    recipient: pick<string>({
      label: 'With which organisation?',
      hint: 'With one at a time, and never with the one that you work for (TRN-43)',
      options: listedOptions(['organisations'], day),
      none: 'Say with which organisation it is shared (TRN-43)',
    }),
    basis: one<OverrideBasis>({
      label: 'On what ground?',
      hint: `Only ${grounds} go against a refusal or a withdrawal that stands`,
      options: optionsOf(overrideBases),
      none: 'Say on what ground it is shared (TRN-44)',
    }),
    reason: reason({
      label: 'What makes it necessary?',
      hint: `In at least ${leastWords} different words. Kept sealed`,
      none: 'Enter what makes it necessary (TRN-44)',
    }),
    authorisedBy: pick<string>({
      label: 'Who authorised it?',
      hint: 'A second person: somebody else than you, who works here today',
      options: listedOptions(['workers'], day).filter(({ value }) => authorisers.includes(value)),
      none: 'Say who authorised it: a second person, not you (TRN-44)',
    }),
    on: date({ label: 'From which day?', what: 'The day from which it is shared' }),
    until: date({
      label: 'From which day on is it not shared any more?',
      hint: `At most ${longestDays} days later; then it is decided anew. For example, 3 11 2026`,
      what: 'The day on which it ends',
      mayBeAhead: true,
    }),
  }),
  prefill: ({ purpose }) => ({ purpose }),
  command: ({ on, ...answers }, { personId }, context) =>
    recordConsentOverride.of({ personId }, { ...answers, on }, context),
});
