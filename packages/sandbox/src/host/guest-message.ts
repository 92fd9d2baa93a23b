import { z } from 'zod';

/** What a child may say. Everything in it is the program's word and is believed no further than its type. */
const guestMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('log'), text: z.string() }),
  z.strictObject({ type: z.literal('call'), id: z.int().positive(), name: z.string(), payload: z.unknown() }),
  z.strictObject({ type: z.literal('worked'), cpuSeconds: z.number().nonnegative() }),
  z.strictObject({
    type: z.literal('ended'),
    reason: z.enum(['returned', 'threw', 'budget', 'stalled', 'memory', 'abuse', 'syntax']),
    name: z.string(),
    message: z.string(),
    stack: z.string(),
    value: z.json().optional(),
  }),
]);
export type GuestMessage = z.output<typeof guestMessage>;
export type EndedMessage = Extract<GuestMessage, { type: 'ended' }>;

/** The message in a line; undefined for anything that the guest's runtime would never send. */
export function parseGuestMessage(line: string): GuestMessage | undefined {
  try {
    return guestMessage.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined; // Not JSON, or nested too deeply: the caller treats it like any other malformed message.
  }
}
