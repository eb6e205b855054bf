// Events about the people around a young person: contacts and workers.
import { asListed } from '../../../rules/directory/current.js';
import { defineEvent, field } from '../../../kernel/events.js';
import { endReasons, parentalResponsibilities, workerRoleCodes } from './codes.js';

export const peopleAroundEvents = {
  contactAdded: defineEvent(
    'ContactAdded',
    {
      contactId: field.id(),
      name: field.text(200),
      relationship: field.text(100),
      parentalResponsibility: field.code(parentalResponsibilities),
      phone: field.optional(field.text(40)),
      email: field.optional(field.text(200)),
      address: field.optional(field.text(500)),
      mayBeContacted: field.flag(),
    },
    {
      personal: ['name', 'relationship', 'parentalResponsibility', 'phone', 'email', 'address', 'mayBeContacted'],
    },
  ),
  contactChanged: defineEvent(
    'ContactChanged',
    {
      contactId: field.id(),
      name: field.optional(field.text(200)),
      relationship: field.optional(field.text(100)),
      parentalResponsibility: field.optional(field.code(parentalResponsibilities)),
      phone: field.optional(field.text(40)),
      email: field.optional(field.text(200)),
      address: field.optional(field.text(500)),
      mayBeContacted: field.optional(field.flag()),
      reason: field.optional(field.text()),
    },
    {
      personal: [
        'name',
        'relationship',
        'parentalResponsibility',
        'phone',
        'email',
        'address',
        'mayBeContacted',
        'reason',
      ],
    },
  ),
  contactEnded: defineEvent(
    'ContactEnded',
    { contactId: field.id(), reason: field.optional(field.text()) },
    { personal: ['reason'] },
  ),
  /** A role, not a job title (TRN-24). Version 1 took any text for the worker and their organisation. */
  namedWorkerAssigned: defineEvent(
    'NamedWorkerAssigned',
    {
      assignmentId: field.id(),
      role: field.code(workerRoleCodes),
      workerId: field.listed('workers'),
      organisation: field.listed('organisations'),
      name: field.text(200),
    },
    {
      version: 2,
      personal: ['name'],
      upcasts: { 1: asListed({ workerId: 'workers', organisation: 'organisations' }) },
    },
  ),
  namedWorkerEnded: defineEvent(
    'NamedWorkerEnded',
    {
      assignmentId: field.id(),
      role: field.code(workerRoleCodes),
      why: field.code(endReasons),
      reason: field.optional(field.text()),
    },
    { personal: ['reason'] },
  ),
};
