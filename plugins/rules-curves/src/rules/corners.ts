import { defineRule, type Found } from '@evospice/rules-kit';
import { probePlan } from '../plan/probe-plan.ts';

/** A solution at every corner of bias, temperature and geometry. */
export const curveCorners = defineRule('curve-corners', ({ probes = [] }) => {
  const broken = probes.flatMap(({ curve, vectors }) => {
    if (!curve.kind.startsWith('probe-')) return [];
    const point = Math.min(...vectors.map((vector) => vector.findIndex((value) => !Number.isFinite(value))).filter((k) => k >= 0));
    return Number.isFinite(point) ? [{ curve, point }] : [];
  });
  // One finding for each instance and temperature: the same corner shows in several probes.
  const corners = Map.groupBy(broken, ({ curve }) => `${curve.instance} at ${curve.temperatureC} °C`);
  return [...corners].map(([corner, own]): Found => {
    const { curve, point } = own[0]!;
    const place = [...curve.drives.map(({ terminal, values }) => `v${terminal} = ${Number(values[point]!.toPrecision(3))} V`), `${curve.temperatureC} °C`, curve.instance].join(', ');
    return {
      severity: 'warning', curve: curve.id, place, value: own.length, unit: 'curves', limit: 'a solution everywhere', source: 'corners of bias, temperature and geometry',
      message: `there is no solution in ${own.length} of the curves of ${corner}, the first at ${place}: a circuit that comes there does not simulate`,
    };
  });
}, { probes: probePlan });
