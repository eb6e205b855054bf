// Steps that a rule guards: they are recorded by a command of their own, so that the rule is asked.
interface OwnCommand {
  readonly rule: string;
  readonly how: string;
}

/** By the name that the rules have for the step. */
export const ownCommands: Readonly<Record<string, OwnCommand | undefined>> = {
  interfaceDiscussed: { rule: 'TRN-44', how: 'record the discussion at the interface meeting' },
  jointPlanAgreed: { rule: 'TRN-45', how: 'record the joint plan with its signatures' },
  linkWorkerNamed: { rule: 'TRN-09', how: 'name the adult worker' },
  leadServiceRecorded: { rule: 'TRN-B2.4', how: 'record the lead service and the crisis contact' },
  over18Agreement: { rule: 'TRN-B2.8', how: 'record the reason for being open past 18' },
  adultServiceOpened: { rule: 'TRN-01', how: 'record that the receiving service opened the case' },
  handoverAccepted: { rule: 'TRN-B3.3', how: 'record that the hand-over was accepted' },
  camhsClosed: { rule: 'TRN-01', how: 'close the case to CAMHS' },
};
