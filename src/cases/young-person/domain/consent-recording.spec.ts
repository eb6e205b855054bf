// Who may record which consent: the access of nobody rests on their own word.
import { consentPurposeCodes } from '../../../engine/person/domain/codes.js';
import { checkMayOpen } from './consent-recording.js';
import table from './consent-recording.json' with { type: 'json' };

const may = (role: string, organisation: string, purpose: string, recipient: string): boolean => {
  try {
    checkMayOpen({ id: 'a', role, organisation }, purpose, recipient);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ type: 'not-permitted', parts: { rule: 'TRN-43' } });
    return false;
  }
};
const [council, camhs, adults] = ['seaborough-council', 'estuary-camhs', 'estuary-adult-mental-health'] as const;

it.each([
  ['send-caseworker', council, 'share-with-education', council, false],
  ['send-caseworker', council, 'share-with-education', 'seaborough-college', true],
  ['send-caseworker', council, 'discuss-with-adult-services', adults, false],
  ['manager', council, 'share-with-education', council, false],
  ['camhs-clinician', camhs, 'share-with-education', council, true],
  ['camhs-clinician', camhs, 'discuss-with-adult-services', adults, true],
  ['specialist-nurse', adults, 'discuss-with-adult-services', adults, false],
  ['adult-clinician', adults, 'discuss-with-adult-services', adults, false],
  ['camhs-clinician', camhs, 'messages-about-waiting', camhs, true],
  ['a-role-that-nobody-knows', council, 'share-with-education', 'seaborough-college', false],
])('TRN-43: %s of %s records "%s" for %s: %s', (role, organisation, purpose, recipient, expected) => {
  expect(may(role, organisation, purpose, recipient)).toBe(expected);
});

it('names purposes that there are', () => {
  const named = [...Object.values(table.roles).flat(), ...table.toOwnOrganisation];
  expect(named.filter((purpose) => !consentPurposeCodes.includes(purpose))).toEqual([]);
});
