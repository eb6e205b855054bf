import { questionInWords, shownViews } from './shown-views.js';

const actor = { id: 'asha', role: 'send-caseworker', organisation: 'seaborough-council' };
const view = (query: string, correlationId?: string, shown = 1) => ({
  ...{ at: '2026-06-01T09:00:00.000Z', actor, query, correlationId, shown },
});

it('what one page asked is one line, whoever else looked in between is another', () => {
  const ben = { ...view('GetEhcPlan', 'b'), actor: { ...actor, id: 'ben' } };
  const lines = shownViews(
    [view('GetYoungPerson', 'a'), view('GetEhcPlan', 'a'), ben, view('GetEhcPlan', 'a')],
    (id) => id,
  );
  expect(lines.map(({ by, what }) => [by, what])).toEqual([
    ['asha', ['EHC plan', 'Young person']],
    ['ben', ['EHC plan']],
    ['asha', ['EHC plan']],
  ]);
});

it('one id sent again a minute later is another look', () => {
  const later = { ...view('GetEhcPlan', 'a'), at: '2026-06-01T10:00:00.000Z' };
  expect(shownViews([later, view('GetEhcPlan', 'a')], (id) => id).map(({ at }) => at)).toEqual([
    later.at,
    '2026-06-01T09:00:00.000Z',
  ]);
});

it('what belongs to no request stands alone, and a list says how many it showed', () => {
  const lines = shownViews([view('GetWorklist', undefined, 50), view('GetWorklist', undefined, 20)], (id) => id);
  expect(lines.map(({ shown }) => shown)).toEqual([50, 20]);
});

it('questions are told in the field’s words', () =>
  expect(['AskWaitingList', 'ReplayStep', 'ListViews'].map(questionInWords)).toEqual([
    'Waiting list',
    'Replay step',
    'Views',
  ]));
