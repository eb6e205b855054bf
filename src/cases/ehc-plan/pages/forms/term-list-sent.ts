// The form that says a term list was sent: when, to whom, how (EHC-11).
import { sendTermList } from '../../commands/send-term-list.js';
import { listRecipients, type ListRecipient } from '../../domain/term-lists/events.js';
import { channels, type Channel } from '../../domain/words.js';
import type { TermListView } from '../../queries/term-list-view.js';
import { form } from '../../../../engine/web/forms/form.js';
import { date, one, optionsOf, several } from '../../../../engine/web/forms/questions.js';
import { inAddress } from '../shown-term-list.js';

const has = (view: TermListView): Readonly<Record<ListRecipient, string | null>> => ({
  head: view.headHasIt,
  icb: view.icbHasIt,
  'social-care': view.socialCareHasIt,
});

/** Where there is no school there is no head. */
const recipientsOf = ({ institution }: TermListView) =>
  listRecipients.filter((recipient) => institution !== null || recipient !== 'head');

export const termListSent = form({
  title: 'Record that the term list was sent',
  lead: 'The head, the ICB and the social-care officers each get it, two weeks before the term starts (EHC-11).',
  button: 'Record that it was sent',
  checkFirst:
    'Everybody who stood on the list on that day is recorded as being on it. Record it only if the list has been sent.',
  recorded: 'It is recorded that the list was sent.',
  questions: (view: TermListView) => ({
    on: date({ label: 'When was it sent?', what: 'The day on which it was sent' }),
    recipients: several<ListRecipient>({
      label: 'To whom?',
      options: optionsOf(recipientsOf(view)),
      none: 'Tick to whom it was sent',
    }),
    channel: one<Channel>({
      label: 'How was it sent?',
      options: optionsOf(channels),
      none: 'Choose how it was sent',
    }),
  }),
  prefill: (view) => ({ recipients: recipientsOf(view).filter((recipient) => has(view)[recipient] === null) }),
  command: ({ recipients, ...answers }, { term, institution }, context) =>
    sendTermList.of(
      { term, institution: inAddress(institution) },
      { ...answers, recipients: [...recipients] },
      context,
    ),
});
