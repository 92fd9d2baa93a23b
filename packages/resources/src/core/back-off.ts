import type { Draft } from './draft.ts';
import type { BackOff, Held, Waiting } from './state.ts';

/**
 * The licence server refused `held`: the licence counts as no larger than what the others hold of it, for a time that doubles with each
 * refusal in a row. A refusal of a lease granted before the back-off began belongs to the same incident: it tells how much smaller the licence is, not that
 * waiting was in vain.
 *
 * The request is queued again at its old place, and ends once it has met the most refusals allowed.
 */
export function deny(draft: Draft, held: Held, resources: readonly string[], reason: string): void {
  const request: Waiting = { ...held.request, denials: held.request.denials + 1 };
  const again = request.denials < draft.settings.backOff.mostDenials;
  // Queued before the lease is taken back, so that its account is not taken for a newcomer.
  if (again) draft.enqueue(request);
  draft.takeBack(held, false);
  for (const resource of resources) refuse(draft, held, resource, reason);
  draft.totals = { ...draft.totals, denied: draft.totals.denied + 1 };
  // A licence that it probed and that was not refused is still unknown.
  forgetProbe(draft, held);
  if (!again) draft.end(request, 'denied');
}

function refuse(draft: Draft, held: Held, resource: string, reason: string): void {
  const { firstMs, longestMs } = draft.settings.backOff;
  const known = draft.backOffs.get(resource);
  const inUse = draft.inUse.get(resource) ?? 0;
  const wasProbe = known?.probe === held.request.id;
  const sameIncident = known !== undefined && held.grant <= known.sinceGrant;
  const failures = sameIncident ? known.failures : (known?.failures ?? 0) + 1;
  const until = sameIncident ? known.until : draft.now + Math.min(longestMs, firstMs * 2 ** (failures - 1));
  draft.backOffs.set(resource, {
    resource,
    // A refused probe says nothing against what was already known to be there.
    limit: known === undefined ? inUse : wasProbe ? known.limit : Math.min(known.limit, inUse),
    until,
    failures,
    sinceGrant: sameIncident ? known.sinceGrant : draft.totals.granted,
    probe: known?.probe ?? null,
  });
  const denial = { at: draft.now, resource, account: held.request.account, reason, backOffMs: Math.max(0, until - draft.now) };
  draft.denials = [...draft.denials, denial].slice(-draft.settings.rememberedDenials);
}

/** A lease that proved nothing as a probe: the next one may try. */
export function forgetProbe(draft: Draft, held: Held): void {
  for (const backOff of probedBy(draft, held)) draft.backOffs.set(backOff.resource, { ...backOff, probe: null });
}

/** The probe got its licence: so much more is there, and the next one may try at once. */
export function confirmProbe(draft: Draft, held: Held): void {
  for (const backOff of probedBy(draft, held)) {
    const amount = held.request.demand.find(({ resource }) => resource === backOff.resource)!.amount;
    const limit = backOff.limit + amount;
    if (limit >= (draft.capacity.get(backOff.resource) ?? 0)) draft.backOffs.delete(backOff.resource);
    else draft.backOffs.set(backOff.resource, { ...backOff, limit, until: draft.now, failures: 0, probe: null });
  }
}

/** Confirms the probes that were held long enough without a refusal. */
export function confirmOldProbes(draft: Draft): void {
  for (const { probe } of draft.backOffs.values()) {
    const held = probe === null ? undefined : draft.held.get(probe);
    if (held !== undefined && draft.now - held.grantedAt >= draft.settings.backOff.probeMs) confirmProbe(draft, held);
  }
}

function probedBy(draft: Draft, held: Held): BackOff[] {
  return [...draft.backOffs.values()].filter((backOff) => backOff.probe === held.request.id);
}
