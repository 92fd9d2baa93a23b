/** Whether a body is a stream of server-sent events by its header. */
export function isEventStream(headers: Headers): boolean {
  return headers.get('content-type')?.trim().toLowerCase().startsWith('text/event-stream') === true;
}
