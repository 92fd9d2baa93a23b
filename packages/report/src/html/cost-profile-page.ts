import { counted } from '@evospice/contracts';
import type { CostProfile } from '@evospice/bench';
import { profileChart } from '../charts/profile-chart.ts';
import { plainNumber } from '../format/engineering.ts';
import { PlainText } from './code.ts';
import { html, Raw } from './html.ts';
import { renderPage } from './page.ts';

/** What the pages of the analyses say besides the figures. */
export interface AnalysisFacts {
  readonly task: string;
  readonly title: string;
  readonly simulator: string;
  readonly metric: 'relative' | 'log';
  /** Command that gives the same again. */
  readonly command: string;
}

/** Cost along the axes as one self-contained HTML file. */
export function renderCostProfile(profile: CostProfile, facts: AnalysisFacts): string {
  const errorName = facts.metric === 'log' ? 'log RMS (decades)' : 'relative RMS';
  const charts = profile.axes.map((axis, index) => ({ axis, chart: profileChart(axis, errorName, profile.cost.error, `p${index}`) }));
  const failed = profile.axes.reduce((sum, { points }) => sum + points.filter(({ failure }) => failure !== undefined).length, 0);
  return renderPage({
    kind: `Cost profile · ${facts.task}`,
    title: facts.title,
    facts: [
      { label: 'Simulator', value: facts.simulator },
      { label: 'Parameters', value: String(profile.axes.length) },
      { label: 'Points an axis', value: String(profile.axes[0]?.points.length ?? 0) },
      { label: 'Error at the point', value: profile.cost.error === null ? `failed: ${profile.cost.failure}` : plainNumber(profile.cost.error, 4) },
    ],
    notices: failed === 0 ? [] : [`${counted(failed, 'point')} could not be simulated; lines break there.`],
    sections: [
      {
        id: 'profiles', title: 'Along each parameter', lead: 'Error while one parameter moves from bound to bound and the others stand still; the ring is the point the profiles run through.',
        body: html`<div class="charts">${charts.map(({ axis, chart }) => (chart === null ? html`<p>${axis.parameter}: no point could be simulated.</p>` : html`<${Raw} markup=${chart} />`))}</div>`,
      },
      { id: 'reproduction', title: 'Reproduction', body: html`<${PlainText} text=${facts.command} label="Command" />` },
    ],
  });
}
