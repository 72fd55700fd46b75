// SPDX-License-Identifier: GPL-3.0-or-later
import {fsrs,createEmptyCard,Rating,generatorParameters} from 'ts-fsrs';
const N=+process.argv[2]||100000, fuzz=process.argv[3]==='fuzz';
const f=fsrs(generatorParameters({enable_fuzz:fuzz,enable_short_term:true}));
const cards=[];for(let i=0;i<1000;i++)cards.push(createEmptyCard(new Date(2024,0,1)));
let s=12345;const rnd=()=>{s=(s*1664525+1013904223)>>>0;return s/4294967296};
const t=process.hrtime.bigint();let acc=0;
for(let i=0;i<N;i++){const k=i%1000;const g=rnd()<0.1?1:rnd()<0.2?2:rnd()<0.8?3:4;const c=cards[k];const r=f.next(c,c.due,g);cards[k]=r.card;acc+=r.card.stability;}
const ms=Number(process.hrtime.bigint()-t)/1e6;console.log(`ts-fsrs reviews=${N} fuzz=${fuzz} ms=${ms.toFixed(1)} per_s=${(N/ms*1000).toFixed(0)} acc=${acc.toFixed(0)} rss=${(process.memoryUsage().rss/1e6).toFixed(0)}MB`);
