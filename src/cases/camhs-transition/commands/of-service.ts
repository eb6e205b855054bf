// Whether somebody is of an adult service: the lists of the area say which services an organisation provides.
import { directory } from '../../../rules/directory/current.js';
import type { Actor } from '../../../kernel/envelope.js';

export const isOf = ({ role, organisation }: Actor, service: string): boolean =>
  role === 'adult-clinician' && directory().receivedBy(organisation).includes(service);
