import { writeFileSync } from 'node:fs';
import { evolutionReportModel, renderEvolutionReport } from './src/index.ts';
import { sampleRun } from './src/testing/sample-run.ts';
const t=performance.now();
const m=evolutionReportModel(sampleRun(),{title:'Demo: an optimizer for MOSFET and bipolar extraction',dataSource:'measured devices in ../shared/data/devices',configuration:{evolution:{seed:1,budget:60}},commands:['npx evospice evolve examples/demo.yaml --out runs/demo']});
const h=renderEvolutionReport(m);console.log(h.length, performance.now()-t);
writeFileSync('/tmp/ev.html',h);
