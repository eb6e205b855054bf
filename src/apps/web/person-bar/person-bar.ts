// The identity bar of every page about a person: who it is, beyond doubt, and who leads now.
import { fullName } from '../../../kernel/full-name.js';
import { attainsAge, becomesYoungPersonOn, formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Leading } from '../../../cases/camhs-transition/queries/who-leads.js';
import type { ProgrammeOfPerson } from '../../../cases/readiness/queries/readiness-of-person.js';
import type { YoungPersonView } from '../../../cases/young-person/queries/person-view.js';
import { paths } from '../../paths.js';
import type { PersonBar } from '../../../engine/web/person-bar.js';
import { riskMark, saidToHaveDiedWords } from '../../../engine/web/present/person-marks.js';
import { inWords, words } from '../../../engine/web/present/words.js';

const labels: Readonly<Record<string, string>> = { 'nhs-number': 'NHS number', upn: 'UPN' };

export function personBar(
  person: YoungPersonView,
  { leadServiceName, inACrisis }: Leading = {},
  programmes: readonly ProgrammeOfPerson[] = [],
): PersonBar {
  const ring = person.contacts.find(({ mayBeContacted }) => mayBeContacted !== false);
  const { communicationNeeds: needs } = person;
  return {
    href: paths.person({ personId: person.id }),
    name: person.personalDataDestroyed ? 'Personal data destroyed' : fullName(person),
    birthDate: person.birthDate,
    age: person.age,
    numbers: person.identifiers
      .filter(({ kind, restricted, value }) => labels[kind] !== undefined && !restricted && value !== undefined)
      .map(({ kind, value = '' }) => ({
        label: labels[kind] ?? kind,
        value: kind === 'nhs-number' ? spaced(value) : value,
      })),
    leads: person.namedWorkers
      .filter(({ current }) => current)
      .map(({ role, name, workerId, organisation }) => ({
        role: words(role),
        name: name ?? workerId,
        organisation: words(organisation),
      })),
    lead: leadServiceName,
    moved: programmes.flatMap(({ service, transferredOn, transferredTo }) =>
      transferredOn === undefined || transferredTo === undefined
        ? []
        : [
            {
              programme: `Ready Steady Go, ${inWords(service)}`,
              to: `moved to ${words(transferredTo)} on ${dated(transferredOn)}`,
            },
          ],
    ),
    crisis: inACrisis,
    ring: ring && { name: ring.name ?? 'Name not recorded', relationship: ring.relationship, phone: ring.phone },
    needs:
      needs &&
      [needs.interpreter && `Interpreter: ${needs.interpreter}`, needs.accessibleFormat].filter(Boolean).join('. '),
    decides:
      person.birthDate === undefined || person.diedOn
        ? []
        : deciding(person.birthDate as CivilDate, person.asOf as CivilDate),
    warning: warningOf(person),
    risk:
      person.riskHigherOn === undefined || person.diedOn !== undefined ? undefined : riskMark(person.riskHigherOn).text,
  };
}

function deciding(birthDate: CivilDate, asOf: CivilDate): PersonBar['decides'] {
  const [rights, sixteen, adult] = [
    becomesYoungPersonOn(birthDate),
    attainsAge(birthDate, 16),
    attainsAge(birthDate, 18),
  ];
  const plan =
    asOf >= rights
      ? `to the young person, since ${formatDate(rights)} (CAL-15)`
      : `to the parent; from ${formatDate(rights)} on to the young person (CAL-15)`;
  const health =
    asOf >= adult
      ? `the person alone, since ${formatDate(adult)} (TRN-42)`
      : asOf >= sixteen
        ? `the young person, since ${formatDate(sixteen)} (TRN-40)`
        : `the young person if competent, else who has parental responsibility; from ${formatDate(sixteen)} on the young person (TRN-41)`;
  return [
    // No plan goes on beyond the day before the 26th birthday.
    ...(asOf < attainsAge(birthDate, 26) ? [{ about: 'Letters about an EHC plan', who: plan }] : []),
    { about: 'Consent about health', who: health },
  ];
}

function warningOf({ diedOn, movedOn, saidToHaveDied }: YoungPersonView): string | undefined {
  if (diedOn !== undefined) return `Died on ${dated(diedOn)}`;
  if (saidToHaveDied) return saidToHaveDiedWords;
  return movedOn === undefined ? undefined : `Moved away on ${dated(movedOn)}`;
}

const spaced = (value: string): string => value.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
const dated = (on: string): string => formatDate(on as CivilDate);
