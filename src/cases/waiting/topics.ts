// Every topic of waits. The page of a wait offers its forms in this order.
import * as clock from './clock.js';
import * as contacts from './contacts.js';
import * as corrections from './corrections.js';
import * as escalation from './escalation.js';
import * as firstContact from './first-contact.js';
import * as help from './help.js';
import * as leaving from './leaving.js';
import * as referral from './referral.js';

export const topics = [referral, contacts, firstContact, escalation, help, clock, leaving, corrections] as const;
