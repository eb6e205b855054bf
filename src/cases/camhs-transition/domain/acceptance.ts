// TRN-01b: that a service opened the case or accepted is recorded by somebody of that service; by CAMHS only with who said so, how, and what shows it.
import { invalid } from '../../../kernel/errors.js';
import type { AcceptanceRecorder, ReportChannel } from './codes.js';
import { needed } from './guards.js';

export interface Acceptance {
  readonly recordedBy: AcceptanceRecorder;
  /** Who of the service accepted. */
  readonly by?: string;
  /** How CAMHS was told of it. */
  readonly channel?: ReportChannel;
  readonly evidence?: string;
}

/** What is kept of it. Errors: `invalid-input` for what a report of CAMHS lacks. */
export function acceptanceOf({ recordedBy, by, channel, evidence }: Acceptance) {
  if (recordedBy === 'receiver') return { recordedBy };
  needed(by, 'by', 'names who of the service accepted: CAMHS records it for them', 'TRN-01b');
  needed(evidence, 'evidence', 'is needed where CAMHS records it for the service: what shows it', 'TRN-01b');
  if (channel === undefined) throw invalid('channel', 'says how the service told CAMHS', 'TRN-01b');
  return { recordedBy, channel };
}
