import type { Card } from './card.ts';

/** Area, m2, and perimeter, m, that carry the junction's current; zero-bias capacitances of bottom, outer edge and gate-side edge, F. */
export interface JunctionSize { area: number; perimeter: number; bottom: number; outer: number; gateSide: number }

/**
 * Size of a source or drain junction (manual B.2.4). Method 0 takes the instance's area and perimeter as they are; the others are
 * ngspice's area calculation methods (devsup.c), which estimate what the instance does not state. `shared` is 1 where the diffusion is
 * shared with a neighbour (`geo`); cj in F/m2, cjsw and cjswg in F/m at temperature.
 */
export function junctionSize(
  p: Card, drawnWidth: number, weff: number, statedArea: number, areaGiven: number, statedPerimeter: number, perimeterGiven: number,
  shared: number, cj: number, cjsw: number, cjswg: number,
): JunctionSize {
  const width = drawnWidth * p.wmlt + p.xw;
  const contact = p.hdif * p.wmlt;
  let area = statedArea;
  let perimeter = statedPerimeter;
  if (p.acm === 1 || p.acm === 11) {
    area = width * p.wmlt;
    perimeter = width;
  } else if (p.acm === 2 || (p.acm === 12 && p.calcacm === 1)) {
    area = areaGiven > 0 ? statedArea * p.wmlt * p.wmlt : 2 * contact * width;
    perimeter = perimeterGiven > 0 ? statedPerimeter * p.wmlt : 4 * contact + 2 * width;
  } else if (p.acm === 3 || p.acm === 13) {
    area = areaGiven > 0 ? statedArea * p.wmlt * p.wmlt : (shared > 0 ? 1 : 2) * contact * width;
    perimeter = perimeterGiven > 0 ? statedPerimeter * p.wmlt : shared > 0 ? 2 * contact : 4 * contact + width;
  }

  // Method 13 estimates for the current, but takes the instance's figures for the capacitances.
  const storedArea = p.acm === 13 ? statedArea * p.wmlt * p.wmlt : area;
  const edge = p.acm === 13 ? statedPerimeter * p.wmlt : perimeter;
  const gateWidth = p.acm === 0 ? weff : width;
  const bottom = storedArea * cj;
  let outer: number;
  let gateSide: number;
  if (p.acm === 1 || p.acm === 11) {
    outer = edge * cjsw;
    gateSide = 0;
  } else if (p.acm === 3) {
    outer = edge * cjsw;
    gateSide = gateWidth * cjswg;
  } else if (edge >= gateWidth) {
    outer = (edge - gateWidth) * cjsw;
    gateSide = gateWidth * cjswg;
  } else if (p.acm === 2) {
    // ngspice gives the short edge the gate side's capacitance, but the outer edge's voltage law.
    outer = edge * cjswg;
    gateSide = 0;
  } else {
    outer = 0;
    gateSide = edge * cjswg;
  }
  return { area, perimeter, bottom, outer, gateSide };
}
