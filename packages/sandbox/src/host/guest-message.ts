import { z } from 'zod';

/** What a child may say. Everything in it is the program's word and is believed no further than its type. */
const guestMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('log'), text: z.string() }),
  z.strictObject({
    type: z.literal('simulate'),
    id: z.int().positive(),
    candidates: z.array(z.array(z.number())),
    curves: z.array(z.string()).optional(),
    every: z.number().optional(),
  }),
  z.strictObject({
    type: z.literal('ended'),
    reason: z.enum(['returned', 'threw', 'budget', 'stalled', 'memory', 'abuse', 'syntax']),
    name: z.string(),
    message: z.string(),
    stack: z.string(),
  }),
]);
export type GuestMessage = z.output<typeof guestMessage>;
export type SimulateMessage = Extract<GuestMessage, { type: 'simulate' }>;
export type EndedMessage = Extract<GuestMessage, { type: 'ended' }>;

/** The message in a line; undefined for anything that the guest's runtime would never send. */
export function parseGuestMessage(line: string): GuestMessage | undefined {
  try {
    return guestMessage.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined; // Not JSON: the caller treats it like any other malformed message.
  }
}
