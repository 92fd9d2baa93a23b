/** What the page of a session adds to the style sheet of reports. */
export const pageStyle = `
.waiting{padding:40px 20px;color:var(--muted)}
.masthead{position:sticky;top:0;z-index:3;background:var(--panel);border-bottom:1px solid var(--rule);display:grid;grid-template-columns:minmax(0,1fr) auto auto;gap:8px 28px;align-items:center;padding:10px 20px}
.masthead h1{font-size:18px;margin:0;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
.masthead .kind{font-size:12px}
.masthead .note{margin:2px 0 0}
.totals{display:flex;gap:22px}
.total{display:grid;grid-template-columns:auto auto;gap:0 10px;align-items:baseline;font-variant-numeric:tabular-nums;min-width:9.5em}
.total .name{white-space:nowrap}
.total .name,.total small{grid-column:1/-1;color:var(--muted);font-size:12px}
.total output{white-space:nowrap}
.total .relative{font-size:22px;font-weight:700;line-height:1.2}
.total .log{color:var(--muted);font-size:13px;text-align:right}
.relative.better{color:var(--s2)}
.relative.worse{color:var(--s1)}
.buttons{display:flex;gap:6px}
button,select,input[type=text],input[type=number]{font:inherit;font-size:14px;color:inherit;background:var(--panel);border:1px solid var(--rule);border-radius:7px;padding:5px 10px}
button{cursor:pointer}
.button{font-size:14px;color:inherit;text-decoration:none;border:1px solid var(--rule);border-radius:7px;padding:5px 10px;white-space:nowrap}
.button:hover,button:hover:not(:disabled){background:var(--soft)}
button:disabled{opacity:.45;cursor:default}
button.primary{background:var(--accent);border-color:var(--accent);color:var(--panel);font-weight:600}
button.primary:hover:not(:disabled){background:color-mix(in srgb,var(--accent) 85%,var(--ink))}
button.plain{border:0;background:none;color:var(--accent);padding:0 2px;font-size:13px;text-decoration:underline}
.banner{margin:0;padding:8px 20px;max-width:none;background:var(--soft)}
.banner.refused{background:var(--warn-soft);color:var(--warn)}
main.tune{max-width:none;padding:14px 20px 40px;display:grid;grid-template-columns:minmax(330px,400px) minmax(0,1fr);gap:0 22px;align-items:start}
.tune h2{font-size:16px;margin:0 0 6px;scroll-margin-top:calc(var(--mast,90px) + 24px)}
.tune .panel{margin:0 0 14px}
.left{position:sticky;top:calc(var(--mast,90px) + 14px);max-height:calc(100vh - var(--mast,90px) - 28px);overflow-y:auto;scrollbar-gutter:stable;padding-right:4px}
.fields{display:grid;grid-template-columns:1fr 1fr;gap:8px 12px}
.fields label{display:grid;font-size:12.5px;color:var(--muted);gap:2px}
.fields select,.fields input{width:100%;color:var(--ink);min-width:0}
.choices{font-size:13px;margin:8px 0;color:var(--muted);display:flex;flex-wrap:wrap;gap:2px 10px}
.fit .primary{width:100%}
.progress{margin-top:8px}
progress{width:100%;height:8px;accent-color:var(--accent)}
.parameters fieldset{border:0;border-top:1px solid var(--rule);margin:10px 0 0;padding:6px 0 0;min-width:0}
.parameters legend{float:left;width:100%;padding:0;font-size:13px;font-weight:600;color:var(--muted)}
.parameters legend+*{clear:both}
.tick{display:inline-flex;gap:6px;align-items:baseline;cursor:pointer}
input[type=checkbox],input[type=radio]{accent-color:var(--accent);margin:0}
.parameter{display:grid;grid-template-columns:18px minmax(0,1fr) 104px 58px 24px;gap:0 8px;align-items:center;padding:5px 0 3px}
.parameter .name{min-width:0;display:grid;line-height:1.25}
.parameter .name code{font-size:14px;font-weight:600}
.parameter .name small{color:var(--muted);white-space:nowrap;overflow:hidden;text-overflow:ellipsis;font-size:12px}
.parameter .value{width:100%;text-align:right;padding:3px 7px;font-variant-numeric:tabular-nums}
.parameter .value.refused{border-color:var(--mark)}
.parameter .unit{color:var(--muted);font-size:12px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.parameter .track{grid-column:2/5;position:relative}
.parameter .track::before{content:"";position:absolute;z-index:0;left:calc(8px + (100% - 16px)*var(--start));top:2px;height:16px;width:2px;margin-left:-1px;background:var(--axis);border-radius:1px}
.slider{position:relative;width:100%;margin:0;display:block;height:20px;accent-color:var(--accent);background:none}
.ends{display:flex;justify-content:space-between;color:var(--muted);font-size:11px;margin-top:-3px;font-variant-numeric:tabular-nums}
.parameter .back{grid-column:5;padding:1px 6px;border-color:transparent;background:none;color:var(--muted);align-self:start}
.parameter .back:disabled{visibility:hidden}
.refusal{grid-column:1/-1;color:var(--mark);font-size:12.5px;margin:2px 0}
.above{display:flex;flex-wrap:wrap;gap:0 28px;align-items:baseline}
.mark{display:inline-block;width:26px;height:8px;margin-right:6px;vertical-align:middle}
.mark.solid{height:0;border-top:2px solid var(--ink)}
.mark.dashed{height:0;border-top:2px dashed var(--muted)}
.mark.dots{background:radial-gradient(circle at 4px 4px,var(--ink) 2.4px,transparent 3px) 0 0/9px 8px}
.mark.dots.hollow{background:radial-gradient(circle at 4px 4px,var(--ground) 1.4px,var(--ink) 1.8px 2.4px,transparent 3px) 0 0/9px 8px}
.strip{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,430px),1fr));gap:14px;margin-bottom:14px}
.live .chart{max-width:none}
.live{content-visibility:auto;contain-intrinsic-size:auto 520px}
.live .picture{position:relative}
.live .over{position:absolute;inset:0;pointer-events:none;will-change:transform}
.live .legend{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,205px),1fr));gap:0 14px;margin:6px 0 0;font-size:12px}
.live .legend .error{white-space:nowrap}
.live .legend li{display:flex;justify-content:space-between;align-items:center;gap:8px;white-space:normal;font-variant-numeric:tabular-nums}
.live .legend label{align-items:center;gap:6px;min-width:0}
.live .legend input{position:static;opacity:1;width:13px;height:13px}
.live .legend label:has(input:not(:checked)){opacity:1;text-decoration:none}
.live .legend .label{line-height:1.3;overflow-wrap:anywhere}
.live .legend .swatch{margin:0;flex:none}
.nobox{flex:none;width:13px;height:13px;text-align:center;line-height:12px;color:var(--muted)}
.live figcaption .tick{font-weight:600}
.below{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,380px),1fr));gap:14px;align-items:start}
.findings ul{margin:6px 0 0;padding:0;list-style:none;max-height:320px;overflow-y:auto;font-size:13.5px}
.findings li{padding:5px 0;border-top:1px solid var(--grid);overflow-wrap:anywhere}
.findings li small{color:var(--muted)}
.findings .violation .tag{color:var(--mark);border-color:var(--mark)}
.findings .warning .tag{color:var(--warn);border-color:var(--warn)}
.findings.stale ul,.findings.stale .summary{opacity:.5}
.save form{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:end}
.save label{display:grid;font-size:12.5px;color:var(--muted);gap:2px}
.save label:first-child{flex:1 1 200px}
.save .file{width:100%;color:var(--ink)}
.saved{padding-left:18px;font-size:13px;overflow-wrap:anywhere}
@media (max-width:900px){
.masthead{grid-template-columns:minmax(0,1fr) auto;padding:8px 14px;gap:4px 12px}
.masthead .about{grid-column:1/-1}
.masthead h1{font-size:15px;-webkit-line-clamp:1}
.masthead .about .note{display:none}
.totals{gap:14px}
.total{min-width:0}
.total .relative{font-size:17px}
.total .log{font-size:12px}
.total small{display:none}
.buttons{gap:4px}
.buttons :is(button,.button){padding:4px 8px;font-size:13px}
main.tune{display:flex;flex-direction:column;padding:10px 14px 30px;align-items:stretch}
.left,.right{display:contents}
.curves{display:contents}
.tune .curves h2{display:none}
.above{gap:0 14px;font-size:13px}
.above .scale{margin-bottom:4px}
.strip{position:sticky;top:var(--mast,90px);z-index:2;background:var(--ground);margin:0 -14px 10px;padding:6px 14px}
.fit{order:2}
.parameters{order:1;margin-bottom:14px}
.below{order:3}
.strip{display:flex;overflow-x:auto;scroll-snap-type:x proximity;gap:10px}
.strip{align-items:flex-start}
.strip .live{contain-intrinsic-size:auto 330px;flex:0 0 min(88vw,430px);scroll-snap-align:start}
.live .legend{max-height:56px;overflow-y:auto}
.live .note{display:none}
}
@media (max-width:560px){
.masthead .about{grid-column:1}
.masthead .kind{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.buttons{grid-column:2;grid-row:1}
.buttons :is(button,.button){padding:3px 5px;font-size:12px}
.totals{grid-column:1/-1;justify-content:space-between}
.total{display:flex;gap:5px}
.total .relative{font-size:15px}
}
`.trim();
