import { readFile } from 'node:fs/promises';
import { bundle, inChromium } from './in-chromium';
const SRC=`
import { gather } from './utils/page/text-blocks';
import { Containment } from './utils/page/containment';
import { convertBlock } from './utils/page/convert-block';
import { learnRepair } from './utils/script/repair';
import { createSimplifier } from './utils/script/simplify';
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
export async function run(mode){ const o={mode};
 document.body.offsetHeight; await frame(); await frame();
 const simp=createSimplifier(); simp.convert('聽取');
 const plan={repair:learnRepair([]),script:'traditional',convert:(x)=>simp.convert(x)};
 const s=performance.now();
 const g=gather(document); o.gather=performance.now()-s;
 if(mode.includes('cv')) {
   const units=[...document.body.children].filter(e=>e.tagName==='P');
   const hs=units.map(e=>e.getBoundingClientRect());
   units.forEach((e,i)=>{ if(mode.includes('far')&&hs[i].bottom>-800&&hs[i].top<1600) return; e.style.contentVisibility='auto'; e.style.containIntrinsicSize=mode.includes('fixed')?'auto 60px':'auto '+hs[i].height+'px';});
 }
 if(mode.includes('con')) Containment.of(document,g.blocks);
 o.contained=performance.now()-s;
 for(const b of g.blocks){const r=convertBlock(b.map(n=>n.data),plan);b.forEach((n,i)=>{if(n.data!==r[i].text)n.data=r[i].text})}
 if(mode.includes('lang'))document.documentElement.lang='zh-Hans';
 o.written=performance.now()-s;
 await frame(); o.painted=performance.now()-s;
 for(const k in o)if(typeof o[k]==='number')o[k]=Math.round(o[k]);
 return o;}
`;
const script=await bundle('bench',SRC);
const html=await readFile('tests/pages/seed-county/page.html','utf8');
const text=(html.match(/[\u4e00-\u9fff，。、；]+/gu)??[]).join('');
let at=0;const next=()=>{if(at+12>text.length)at=0;at+=12;return text.slice(at-12,at)};
const n=20000;
const page='<!doctype html><html lang="zh-TW"><meta charset="utf-8"><body>'+Array.from({length:n/4},()=>`<p>${next()}<b>${next()}</b>${next()}<a href="#">${next()}</a></p>`).join('\n');
for (const mode of ['plain','plain','lang','cv-fixed','cv','cv-far','cv-lang','con','con-lang'])
console.log(JSON.stringify(await inChromium(async (p)=>{await p.setContent(page);await p.evaluate(script);await p.evaluate(()=>scrollTo(0,document.body.scrollHeight/2));return p.evaluate((m)=>(globalThis as any).bench.run(m),mode)})));
