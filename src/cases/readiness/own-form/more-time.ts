// More time for a link that ran out, or is about to: the same link opens again, with what was typed (RSG-04). Nobody but who has the link can read that.
import { ApiProperty } from '../../../engine/api/api-property.js';
import { IsCivilDate } from '../../../engine/api/field-checks.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { date } from '../../../engine/web/forms/questions.js';
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { notFound, refuse } from '../../../kernel/errors.js';
import { requireHelloConsent, requireParentMay, type Answered } from '../answers.js';
import { requireAhead, requireGivenBy, requireNotBeforeStart, requireRunning } from '../domain/checks.js';
import { readinessEvents as events } from '../domain/events.js';
import { aboutPersonOf, dayOf, readinessForm, readinessUseCase, today } from '../readiness-use-case.js';

export class LinkWithMoreTime extends Dated {
  @ApiProperty({ description: 'The last day on which it can be sent' }) @IsCivilDate() validUntil: CivilDate;
}

interface MoreTime extends Pick<Answered, 'on' | 'birthDate' | 'adultLetsParent'> {
  readonly linkId: string;
  readonly validUntil: CivilDate;
}

export const giveMoreTime = readinessUseCase({
  name: 'GiveReadinessFormMoreTime',
  asks: 'GiveFormMoreTime',
  post: 'api/v1/readiness/:programmeId/forms/:linkId/more-time',
  does: 'Let a link that was given away be used for longer, with what was typed',
  rules: ['RSG-04', 'TRN-42', 'AMB-19'],
  input: LinkWithMoreTime,
  async command({ at: { programmeId, linkId }, details: { validUntil }, on }, { journal }): Promise<MoreTime> {
    return { on, linkId, validUntil, ...(await aboutPersonOf(journal, programmeId, on)) };
  },
  decide({ on, linkId, validUntil, ...person }: MoreTime, state) {
    requireRunning(state);
    requireNotBeforeStart(state, on, 'on', 'RSG-04');
    const link = Object.hasOwn(state.links, linkId) ? state.links[linkId] : undefined;
    if (!link) throw notFound('link for a form', linkId);
    requireGivenBy(link, on);
    if (link.sent) throw refuse('RSG-05', `The form was sent on ${formatDate(link.sent.on)}: it needs no more time.`);
    if (link.withdrawn)
      throw refuse('RSG-04', 'This link was taken back.', {
        help: 'Make a new one: it may have been with somebody else.',
      });
    requireAhead(validUntil, on, 'validUntil', 'RSG-04');
    if (link.voice === 'parent') requireParentMay(on, person);
    if (link.voice === 'adult') requireHelloConsent(state, on);
    if (validUntil === link.validUntil) return [];
    const { questionnaire, version, voice, tokenHash } = link;
    return [events.formOffered.fact(on, { linkId, questionnaire, version, voice, validUntil, tokenHash })];
  },
  forms: [
    readinessForm({
      step: 'more-time',
      group: 'forms',
      offers: ({ links }) =>
        links
          .filter(({ sentOn, withdrawnOn }) => !sentOn && !withdrawnOn)
          .map(({ linkId, on }) => ({
            about: linkId,
            text: `More time for the link of ${formatDate(on as CivilDate)}`,
          })),
      title: 'Give the link more time',
      lead: 'The same link and the same code open the form again, and what was typed is still there. If the link is lost, make a new one: what was typed with the lost one can be read by nobody.',
      button: 'Give it more time',
      recorded: 'The link can be used for longer.',
      questions: () => ({
        on: dayOf('When was this agreed?', 'The day'),
        validUntil: date({
          label: 'Until which day can it be used?',
          what: 'The last day on which it can be used',
          mayBeAhead: true,
        }),
      }),
      prefill: today,
      sends: (input, { view, about }) => ({ at: { programmeId: view.id, linkId: about }, input }),
    }),
  ],
});
