// The items of the hand-over, acknowledged one by one: offered, accepted, or returned with what is missing (TRN-B3.3).
import { ApiProperty } from '../../engine/api/api-property.js';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { Dated } from '../../engine/use-cases/dated.js';
import { freeText, one, optionsOf } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { notFound, refuse } from '../../kernel/errors.js';
import { idFrom } from '../../kernel/ids.js';
import { handOverKinds } from './domain/codes.js';
import type { ConsentStatus } from './domain/consent.js';
import { mayBeTold } from './domain/disclosure.js';
import { transitionEvents as events } from './domain/events.js';
import { needed, notBefore, opened } from './domain/guards.js';
import type { Item, Transition } from './domain/state.js';
import { mayRefuse, recorderOf } from './receiving-side.js';
import { dayOf, handOverForm, received, today, type HandOverNow, type HandOverSubject } from './transition-forms.js';
import { bothSides, forThose, ofTheService, transitionUseCase } from './transition-use-case.js';

type ItemKind = (typeof handOverKinds)[number];

const whoAnswers = {
  roles: bothSides,
  because: 'The receiver acknowledges item by item; CAMHS records it for one that is not here (TRN-B3.3).',
};

export class OfferedItemBody {
  @ApiProperty({ required: false, description: 'Of an item that was returned; a new item gets its own' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  itemId?: string;
  @ApiProperty({ enum: handOverKinds }) @IsIn(handOverKinds) kind: ItemKind;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) note?: string;
}

export class OfferHandOverItemsBody extends Dated {
  @ApiProperty({ type: [OfferedItemBody] })
  @ValidateNested({ each: true })
  @Type(() => OfferedItemBody)
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  items: readonly OfferedItemBody[];
}

interface Offered {
  readonly on: CivilDate;
  readonly items: readonly { readonly itemId: string; readonly kind: ItemKind; readonly note?: string }[];
  /** How consent stood on that day, for every service asked about. */
  readonly consents?: readonly ConsentStatus[];
}

export const offerHandOverItems = transitionUseCase({
  name: 'OfferHandOverItems',
  asks: 'OfferItems',
  post: 'api/v1/transitions/:transitionId/hand-over/items',
  does: 'Offer items of the hand-over',
  rules: ['TRN-40', 'TRN-44', 'TRN-B3.3'],
  input: OfferHandOverItemsBody,
  async command({ at, details, on, context }, cases) {
    const items = details.items.map(({ itemId, kind, note }, index) => ({
      itemId: itemId ?? idFrom(context.commandId, 'hand-over-item', index),
      kind,
      note,
    }));
    return { on, items, consents: await cases.consentsOn(at.transitionId, on) };
  },
  /** An item that was returned is offered again under its own id. */
  decide({ on, items, consents = [] }: Offered, state) {
    opened(state);
    mayBeTold(consents);
    const fresh = items.filter(({ itemId }) => (state.items[itemId]?.status ?? 'returned') === 'returned');
    return fresh.map((item) => events.itemOffered.fact(on, { ...item }));
  },
  forms: [
    /** A new one, or `about` again with what was missing. */
    handOverForm({
      step: 'offer',
      group: 'hand-over',
      offers: (now) => [...anotherItem(now), ...itemsThat('returned', 'Offer again')(now)],
      title: 'Offer an item of the hand-over',
      lead: 'The receiving service answers each item for itself: it accepts it, or asks for what is missing (TRN-B3.3).',
      button: 'Offer the item',
      recorded: 'The item is offered. The receiving service has a task to answer it.',
      questions: () => ({
        on: dayOf('When was it offered?'),
        kind: one<ItemKind>({ label: 'Which item?', options: optionsOf(handOverKinds), none: 'Choose the item' }),
        note: freeText({
          label: 'What goes with it? (optional)',
          hint: 'Where it lies, or what was added since it was queried',
        }),
      }),
      prefill: (subject) => ({ ...today(subject), kind: itemOf(subject)?.kind }),
      sends: ({ on, kind, note }, subject) => ({
        at: { transitionId: subject.view.id },
        input: { items: [{ itemId: itemOf(subject)?.itemId, kind, note }], on },
      }),
    }),
  ],
});

export const acceptHandOverItem = transitionUseCase({
  name: 'AcceptHandOverItem',
  asks: 'AcceptItem',
  post: 'api/v1/transitions/:transitionId/hand-over/items/:itemId/accepted',
  does: 'Accept an item of the hand-over',
  rules: ['TRN-01b', 'TRN-B3.3'],
  who: whoAnswers,
  input: Dated,
  run: forThose(({ chosen }, { context: { actor } }, people) => {
    if (chosen) recorderOf(actor, chosen.destination, people);
    else if (actor.role !== 'adult-clinician') throw nobodyToAccept();
  }, ofTheService),
  decide({ on, itemId }: { readonly on: CivilDate; readonly itemId: string }, state) {
    const item = theItem(state, itemId);
    if (item.status === 'accepted') return [];
    answerable(item, on);
    return [events.itemAccepted.fact(on, { itemId })];
  },
  forms: [
    handOverForm({
      step: 'accept',
      group: 'hand-over',
      offers: itemsThat('offered', 'Accept'),
      title: 'Accept an item of the hand-over',
      lead: 'It says that you have it and that it is whole. If something is missing, query it instead (TRN-B3.3).',
      button: 'Accept the item',
      recorded: 'The item is accepted.',
      questions: () => ({ on: dayOf('When did you accept it?') }),
      prefill: today,
      sends: (input, { view, about }) => ({ at: { transitionId: view.id, itemId: about }, input }),
    }),
  ],
});

export class ReturnHandOverItemBody extends Dated {
  @ApiProperty() @IsString() @Length(1, 4000) reason: string;
}

interface Returned {
  readonly on: CivilDate;
  readonly itemId: string;
  readonly reason: string;
}

export const returnHandOverItem = transitionUseCase({
  name: 'ReturnHandOverItem',
  asks: 'ReturnItem',
  post: 'api/v1/transitions/:transitionId/hand-over/items/:itemId/returned',
  does: 'Return an item of the hand-over with what is missing',
  rules: ['TRN-B3.3'],
  who: whoAnswers,
  input: ReturnHandOverItemBody,
  run: forThose(({ chosen }, { context: { actor } }, people) => {
    if (chosen) mayRefuse(actor, chosen.destination, people);
  }, ofTheService),
  decide({ on, itemId, reason }: Returned, state) {
    answerable(theItem(state, itemId), on);
    needed(reason, 'reason', 'says what is missing', 'TRN-B3.3');
    return [events.itemReturned.fact(on, { itemId, reason })];
  },
  forms: [
    handOverForm({
      step: 'query',
      group: 'hand-over',
      offers: itemsThat('offered', 'Query'),
      title: 'Query an item of the hand-over',
      lead: 'It goes back to CAMHS with what is missing; they offer it again (TRN-B3.3).',
      button: 'Send it back',
      recorded: 'The item went back to CAMHS with your question.',
      questions: () => ({ on: dayOf('When did you send it back?'), reason: freeText({ label: 'What is missing?' }) }),
      prefill: today,
      sends: ({ on, reason = '' }, { view, about }) => ({
        at: { transitionId: view.id, itemId: about },
        input: { reason, on },
      }),
    }),
  ],
});

const nobodyToAccept = () =>
  refuse('TRN-01b', 'No receiving service is chosen: nobody is there who could have accepted the item.', {
    help: 'Choose the receiving service first.',
  });

function theItem(state: Transition, itemId: string): Item {
  opened(state);
  const item = state.items[itemId];
  if (!item) throw notFound('hand-over item', itemId);
  return item;
}

function answerable({ status, offeredOn }: Item, on: CivilDate): void {
  if (status !== 'offered') throw refuse('TRN-B3.3', `This item was ${status} already.`);
  notBefore(on, offeredOn, 'the day on which the item was offered');
}

/** One link for each item that stands so. */
function itemsThat(status: Item['status'], text: string) {
  return ({ view }: HandOverNow) =>
    view.items.filter((item) => item.status === status).map(({ itemId }) => ({ about: itemId, text }));
}

const anotherItem = (now: HandOverNow) =>
  !received(now) && !now.view.closedOn ? [{ about: 'case', text: 'Offer an item of the hand-over' }] : [];

const itemOf = ({ view, about }: HandOverSubject) => view.items.find(({ itemId }) => itemId === about);
