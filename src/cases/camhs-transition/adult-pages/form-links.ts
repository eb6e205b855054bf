// Links from the page of a hand-over to its forms: where one is offered as the case stands, and whoever looks may say it (TRN-01b).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { paths } from '../paths.js';
import type { HandOverView } from '../queries/hand-over-views.js';
import { handOverForms } from './forms.js';

type HandOverForm = (typeof handOverForms)[string];

/** Whether whoever looks can send a form about something now; for a service, whether they may speak for it. */
export type Can = (form: HandOverForm, about: string, service?: string) => boolean;

export const formLinks =
  (view: HandOverView, can: Can, today: CivilDate) =>
  (step: string, about = 'case', service?: string) => {
    const form = handOverForms[step];
    const offer = form?.offers({ view, today }).find((one) => one.about === about);
    if (!form || !offer || !can(form, about, service)) return undefined;
    return { text: offer.text, href: paths.adult.record({ transitionId: view.id, step, about }) };
  };
