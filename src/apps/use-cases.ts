// Everything that can be done and asked: from it follow who may, the API, and its document.
import { Policies } from '../engine/access/policy.js';
import { accessTable, type Offers } from '../engine/use-cases/offers.js';
import type { Whole } from './cases.js';
import { reportsUseCases } from './reports/use-cases.js';
import { transitionUseCases } from '../cases/camhs-transition/use-cases.js';
import { ehcUseCases } from '../cases/ehc-plan/use-cases.js';
import { waitingUseCases } from '../cases/waiting/use-cases.js';
import { forgettingUseCases } from '../cases/young-person/forgetting/use-cases.js';
import { youngPeopleUseCases } from '../cases/young-person/use-cases.js';
import { auditUseCases } from '../engine/audit/use-cases.js';
import { worklistUseCases } from '../engine/deadlines/use-cases.js';
import { directoryUseCases } from '../engine/directory/use-cases.js';
import { retentionUseCases } from '../engine/retention/use-cases.js';
import { areaSettingsUseCases } from '../engine/settings/use-cases.js';
import { tasksUseCases } from '../engine/tasks/use-cases.js';

export const allUseCases = [
  reportsUseCases,
  transitionUseCases,
  ehcUseCases,
  waitingUseCases,
  forgettingUseCases,
  youngPeopleUseCases,
  auditUseCases,
  worklistUseCases,
  directoryUseCases,
  retentionUseCases,
  areaSettingsUseCases,
  tasksUseCases,
];

/** Who may do and ask what. */
export const access = accessTable(allUseCases);

/** `offers`: what kinds of cases bring that are not in the list. */
export const policiesOf = ({ caseTypes }: Whole, offers: readonly Offers[] = []): Policies =>
  new Policies(offers.length > 0 ? accessTable([...allUseCases, ...offers]) : access, (role) => caseTypes.seenBy(role));
