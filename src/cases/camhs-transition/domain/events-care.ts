// The council's duty to somebody who is likely to need care and support after 18 (TRN-34: Care Act 2014, sections 58 and 66).
import { defineEvent, field } from '../../../kernel/events.js';
import * as codes from './codes.js';

export const careEvents = {
  /** Likely to have needs after 18, and an assessment would be of significant benefit. */
  careNeedRecognised: defineEvent('AdultCareNeedRecognised', {
    /** Support under children's law that the young person has now. */
    hasChildrensSupport: field.flag(),
  }),
  careConsentAnswered: defineEvent('CareAssessmentConsentAnswered', {
    answer: field.code(codes.careConsents),
    /** At risk of abuse or neglect: then a refusal does not end the duty. */
    atRisk: field.flag(),
  }),
  careAssessmentConcluded: defineEvent(
    'CareAssessmentConcluded',
    {
      outcome: field.code(codes.careOutcomes),
      ground: field.optional(field.code(codes.careRefusalGrounds)),
      /** The day on which the written reasons were given. */
      writtenReasonsOn: field.optional(field.date()),
      note: field.optional(field.text()),
    },
    { personal: ['note'] },
  ),
  childrensSupportEnded: defineEvent('ChildrensSupportEnded', {}),
};
