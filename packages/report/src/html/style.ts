import { themeRules, variables } from '../charts/theme.ts';
import { switchRules } from './switch.ts';

/** The one style sheet of all reports: light, dark by the reader's preference, and paper. */
export const styleSheet = `
${themeRules(':root')}
@media print{:root{${variables.light}}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main,.top>div,footer{max-width:1240px;margin:0 auto;padding:0 20px}
.top{background:var(--panel);border-bottom:1px solid var(--rule);padding:26px 0 18px}
.kind{color:var(--accent);font-size:13px;font-weight:600;letter-spacing:.04em;text-transform:uppercase;margin:0}
h1{font-size:27px;line-height:1.25;margin:2px 0 16px;overflow-wrap:anywhere}
h2{font-size:20px;margin:40px 0 4px;scroll-margin-top:12px}
h3{font-size:16px;margin:22px 0 8px;overflow-wrap:anywhere}
p{margin:6px 0 12px;max-width:80ch}
a{color:var(--accent)}
.lead{color:var(--muted);margin-bottom:14px}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(250px,1fr));gap:10px 26px;margin:0}
.facts dt{color:var(--muted);font-size:12.5px}
.facts dd{margin:0;overflow-wrap:anywhere}
.contents{margin:18px 0 0;padding:0;display:flex;flex-wrap:wrap;gap:6px 18px;list-style:none;font-size:14px}
.notices{margin:22px 0 0;padding:12px 16px 12px 34px;background:var(--warn-soft);color:var(--warn);border-radius:8px}
.panel{background:var(--panel);border:1px solid var(--rule);border-radius:10px;padding:16px 18px;margin:12px 0}
.wide{overflow-x:auto;background:var(--panel);border:1px solid var(--rule);border-radius:10px;margin:12px 0}
.matrix tbody th[scope=row],.matrix thead th:first-child{position:sticky;left:0;background:var(--panel);min-width:11em;overflow-wrap:anywhere}
.matrix td,.matrix th{padding:6px 9px}
table{border-collapse:collapse;width:100%;font-size:14px;font-variant-numeric:tabular-nums}
th,td{padding:7px 12px;text-align:left;border-bottom:1px solid var(--grid);vertical-align:top}
thead th{color:var(--muted);font-weight:600;font-size:12.5px;border-bottom:1px solid var(--rule);vertical-align:bottom}
tbody:last-child tr:last-child>*{border-bottom:0}
td.number,th.number{text-align:right;white-space:nowrap}
td small,th small{color:var(--muted);font-weight:400}
td.id,td.text,th.text{overflow-wrap:anywhere;min-width:9em}
tr.group th{background:var(--soft);font-weight:600;overflow-wrap:anywhere}
tr.group small{font-size:12.5px}
tr.champion>*{background:color-mix(in srgb,var(--s0) 9%,transparent)}
tr.champion th{font-weight:650}
tbody th{font-weight:500}
.best{font-weight:700}
.tag{display:inline-block;border:1px solid var(--rule);border-radius:20px;padding:0 9px;font-size:12px;color:var(--muted);white-space:nowrap}
.swatch{display:inline-block;width:14px;height:4px;border-radius:2px;margin-right:7px;vertical-align:middle}
.dot{height:9px;width:9px;border-radius:50%}
.legend{display:flex;flex-wrap:wrap;gap:3px 18px;margin:4px 0 10px;padding:0;list-style:none;font-size:13px}
.legend li{white-space:nowrap}
.legend label{cursor:pointer;display:inline-flex;align-items:baseline}
.legend input{position:absolute;opacity:0;width:1px;height:1px;margin:0}
.legend label:has(input:not(:checked)){opacity:.45;text-decoration:line-through}
.legend label:has(:focus-visible){outline:2px solid var(--accent);outline-offset:2px}
.hint{margin:0 0 8px}
.hits path{fill:none;stroke:#000;stroke-opacity:0;stroke-width:9;stroke-linecap:round;pointer-events:stroke}
.hits path:hover{stroke:var(--ink);stroke-opacity:.25}
${switchRules}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,370px),1fr));gap:14px}
.charts.two{grid-template-columns:repeat(auto-fit,minmax(min(100%,460px),1fr))}
figure{margin:0;background:var(--panel);border:1px solid var(--rule);border-radius:10px;padding:12px 14px;break-inside:avoid;min-width:0}
figcaption{font-size:14px;font-weight:600;overflow-wrap:anywhere;margin-bottom:4px}
figcaption small{display:block;color:var(--muted);font-weight:400;font-size:12.5px}
.chart{display:block;width:100%;height:auto;max-width:720px}
.chart[viewBox^="0 0 7"]{max-width:860px}
.chart[viewBox^="0 0 9"]{max-width:none}
.chart text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
.note{color:var(--muted);font-size:12.5px;margin:4px 0 0}
.scale{border:0;padding:0;margin:0 0 10px;display:flex;flex-wrap:wrap;gap:4px 16px;font-size:14px}
.scale legend{float:left;padding:0;margin-right:16px;color:var(--muted)}
.figures{display:grid;gap:14px}
.figure{display:grid;grid-template-columns:minmax(0,1fr) 190px;gap:0 16px}
.figure>figcaption,.figure>.note{grid-column:1/-1}
.pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 10px}
.figure .legend{flex-direction:column;flex-wrap:nowrap;gap:1px;align-content:start;font-size:12.5px}
.figure .legend li{white-space:normal;display:flex;align-items:baseline}
.figure .legend .swatch{flex:none;position:relative;top:-3px}
.figure.crowded{display:block}
.figure.crowded .legend{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,215px),1fr));gap:1px 14px;margin-top:4px}
.fits:has(.only-linear:checked) .log,.fits:has(.only-log:checked) .linear{display:none}
.fits:has(.only-linear:checked,.only-log:checked) .figures{grid-template-columns:repeat(auto-fill,minmax(min(100%,370px),1fr))}
.fits:has(.only-linear:checked,.only-log:checked) :is(.figure,.pair){display:block}
.fits:has(.only-linear:checked,.only-log:checked) .figure .legend{flex-direction:row;flex-wrap:wrap;gap:1px 14px;display:flex}
details{margin:10px 0}
summary{cursor:pointer;padding:3px 0;overflow-wrap:anywhere}
details.task>summary{font-size:16px;font-weight:600;margin-top:8px}
details.task>summary small{color:var(--muted);font-weight:400;font-size:13.5px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.ramp{height:10px;border-radius:5px;background:linear-gradient(90deg,var(--h0),var(--h6),var(--h12),var(--h18),var(--h23));flex:1;max-width:260px}
.scalebar{display:flex;gap:10px;align-items:center;font-size:12.5px;color:var(--muted);margin-top:6px;flex-wrap:wrap}
.marked{display:inline-block;width:13px;height:13px;border:3px solid var(--mark);border-radius:2px;vertical-align:-2px;margin-right:6px}
pre{margin:0;font:12.5px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;white-space:pre;overflow-x:auto;tab-size:2}
.code{background:var(--panel);border:1px solid var(--rule);border-radius:10px;padding:14px 16px;margin:8px 0}
code{font:.92em ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
.hljs-keyword,.hljs-literal{color:var(--code-key)}
.hljs-string,.hljs-regexp{color:var(--code-text)}
.hljs-number{color:var(--code-number)}
.hljs-comment{color:var(--code-note);font-style:italic}
.hljs-title,.hljs-built_in,.hljs-type,.hljs-variable.language_{color:var(--code-name)}
.diff span{display:block;min-width:max-content;padding:0 6px}
.diff .added{background:var(--added)}
.diff .removed{background:var(--removed)}
.diff .hunk{color:var(--muted);background:var(--soft)}
.tree{max-height:min(680px,80vh);overflow:auto;padding:8px 10px}
.tree svg{display:block}
.tree text{font:11.5px system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
.tree g:hover>circle{stroke:var(--ink)}
.lineage{list-style:none;margin:0;padding:0}
.lineage>li{border-left:2px solid var(--rule);margin-left:7px;padding:0 0 14px 20px;position:relative}
.lineage>li::before{content:"";position:absolute;left:-7px;top:6px;width:12px;height:12px;border-radius:50%;background:var(--panel);border:3px solid var(--axis)}
.lineage>li:first-child::before{border-color:var(--s0)}
.lineage>li:last-child{border-left-color:transparent;padding-bottom:0}
.bar{position:relative;display:block;height:16px;min-width:150px}
.bar::before{content:"";position:absolute;left:0;right:0;top:7px;height:2px;background:var(--rule)}
.bar i{position:absolute;top:3px;width:10px;height:10px;margin-left:-5px;border-radius:50%;border:2px solid var(--muted);background:var(--panel)}
.bar i.final{background:var(--s0);border-color:var(--s0)}
.bar i.edge{background:var(--mark);border-color:var(--mark)}
.bar i.span{top:7px;height:2px;border:0;border-radius:0;margin:0;background:var(--s0);opacity:.6}
.flag{color:var(--mark);font-weight:600;white-space:nowrap}
footer{color:var(--muted);font-size:12.5px;padding-top:30px;padding-bottom:40px}
@media screen and (max-width:820px){
.figure,.pair{display:block}
.figure .legend{display:flex;flex-direction:row;flex-wrap:wrap;gap:1px 14px}
.figure.crowded .legend{display:flex}
th,td{padding:6px 8px}
h1{font-size:23px}
main,.top>div,footer{padding-left:14px;padding-right:14px}
}
@media print{
body{background:#fff;font-size:10pt}
h2{margin-top:20px}
.figure,.fits:has(.only-linear:checked,.only-log:checked) .figure{display:block}
.figure .legend,.figure.crowded .legend{display:flex;flex-direction:row;flex-wrap:wrap;gap:0 12px;font-size:8pt}
.figures{display:block}
.figures>figure,.charts>figure{margin-bottom:8px;padding:6px 8px}
.charts,.charts.two{grid-template-columns:repeat(3,minmax(0,1fr));gap:8px}
.charts.two{grid-template-columns:repeat(2,minmax(0,1fr))}
.legend li:has(input:not(:checked)),.hits{display:none}
main,.top>div{max-width:none;padding:0}
.contents,.scale,.hint{display:none}
h2,h3,summary{break-after:avoid}
.wide,pre{overflow:visible}
.tree{max-height:none}
pre{white-space:pre-wrap;overflow-wrap:anywhere}
tr{break-inside:avoid}
tr.group,.lead{break-after:avoid}
table{font-size:8.5pt}
th,td{padding:2.5px 6px}
thead th{font-size:8pt}
.bar{min-width:80px}
details:not([open])::details-content{content-visibility:visible;block-size:auto}
}
`.trim();
