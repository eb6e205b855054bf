// Which command a request carries: the same one when it is sent again by the same person, never another person's.
import type { Actor } from '../../kernel/envelope.js';
import { commandOf, type RequestWithBody } from './command-of.js';

const asha: Actor = { id: 'asha.caseworker', role: 'send-caseworker', organisation: 'council' };
const ben: Actor = { id: 'ben.clinician', role: 'camhs-clinician', organisation: 'trust' };
const lookupKey = Buffer.alloc(32, 7);

const request = (
  headers: Readonly<Record<string, string>>,
  body?: unknown,
  url = '/api/v1/waits',
): RequestWithBody => ({
  method: 'POST',
  url,
  headers,
  query: {},
  body,
});
const sent = (actor: Actor, headers: Readonly<Record<string, string>>, body?: unknown) =>
  commandOf(request(headers, body), actor, lookupKey, false);
const filled = (actor: Actor, body: unknown) => commandOf(request({}, body), actor, lookupKey, true);

const once = { 'idempotency-key': 'once' };

describe('an Idempotency-Key', () => {
  it('sent again by the same actor is the same command', () => {
    expect(sent(asha, once).commandId).toBe(sent(asha, once).commandId);
    expect(sent(asha, { 'idempotency-key': 'twice' }).commandId).not.toBe(sent(asha, once).commandId);
  });

  it('belongs to the actor: two who choose the same key do not meet', () => {
    expect(sent(ben, once).commandId).not.toBe(sent(asha, once).commandId);
    expect(filled(ben, { _command: 'once' }).commandId).not.toBe(filled(asha, { _command: 'once' }).commandId);
  });

  it('left out makes every request another command', () =>
    expect(sent(asha, {}).commandId).not.toBe(sent(asha, {}).commandId));

  it.each([
    ['x', true],
    ['x'.repeat(200), true],
    ['', false],
    ['x'.repeat(201), false],
    ['a b', false],
    ['é', false],
  ])('of 1 to 200 visible characters only (%#)', (key, accepted) => {
    const tell = () => sent(asha, { 'idempotency-key': key });
    if (accepted) expect(tell().commandId).toBeDefined();
    else expect(tell).toThrow();
  });
});

describe('what makes two sendings the same', () => {
  it('is what was sent and where; a form’s own token is another each time', () => {
    const digest = (body: unknown) => filled(asha, body).commandDigest;
    expect(digest({ _csrf: 'a', _command: 'once', note: 'x' })).toBe(
      digest({ _csrf: 'b', _command: 'once', note: 'x' }),
    );
    expect(digest({ _command: 'once', note: 'x' })).not.toBe(digest({ _command: 'once', note: 'y' }));
    const elsewhere = commandOf(request(once, undefined, '/api/v1/young-people'), asha, lookupKey, false);
    expect(elsewhere.commandDigest).not.toBe(sent(asha, once).commandDigest);
  });
});
