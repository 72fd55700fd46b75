// SPDX-License-Identifier: GPL-3.0-or-later
// Review-scheduling floor: the FSRS-6 memory update in plain C++ on 1,000 cards (no storage).
// usage: floor_fsrs [REVIEWS]
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>
static double ms(){timespec t;clock_gettime(CLOCK_MONOTONIC,&t);return t.tv_sec*1e3+t.tv_nsec/1e6;}
static const double w[21]={0.212,1.2931,2.3065,8.2956,6.4133,0.8334,3.0194,0.001,1.8722,0.1666,0.796,1.4835,0.0614,0.2629,1.6483,0.6014,1.8729,0.5425,0.0912,0.0658,0.1542};
struct Card{double s=0,d=0;long last=0,due=0;int reps=0,lapses=0;};
static double initD(int g){return std::clamp(w[4]-std::exp((g-1)*w[5])+1,1.0,10.0);}
static void review(Card&c,long now,int g){const double decay=-w[20],factor=std::pow(0.9,1/decay)-1;
 if(!c.reps){c.s=w[g-1];c.d=initD(g);}
 else{double el=std::max(0.0,(now-c.last)/86400.0),r=std::pow(1+factor*el/c.s,decay);
  if(el<1){double inc=std::exp(w[17]*(g-3+w[18]))*std::pow(c.s,-w[19]);if(g>=3)inc=std::max(inc,1.0);c.s*=inc;}
  else if(g==1){c.s=std::min(w[11]*std::pow(c.d,-w[12])*(std::pow(c.s+1,w[13])-1)*std::exp((1-r)*w[14]),c.s);c.lapses++;}
  else{double h=g==2?w[15]:1,b=g==4?w[16]:1;c.s*=1+std::exp(w[8])*(11-c.d)*std::pow(c.s,-w[9])*(std::exp((1-r)*w[10])-1)*h*b;}
  double nd=c.d-w[6]*(g-3)*(10-c.d)/9;c.d=std::clamp(w[7]*initD(4)+(1-w[7])*nd,1.0,10.0);}
 c.s=std::clamp(c.s,0.001,36500.0);double iv=std::clamp(std::round(c.s/factor*(std::pow(0.9,1/decay)-1)),1.0,36500.0);c.last=now;c.due=now+long(iv)*86400;c.reps++;}
int main(int a,char**v){long N=a>1?atol(v[1]):100000;std::vector<Card> c(1000);unsigned s=12345;auto rnd=[&]{s=s*1664525u+1013904223u;return s/4294967296.0;};double t=ms(),acc=0;
 for(long i=0;i<N;i++){auto&k=c[i%1000];int g=rnd()<0.1?1:rnd()<0.2?2:rnd()<0.8?3:4;review(k,k.due,g);acc+=k.s;}
 double e=ms()-t;printf("cpp-fsrs reviews=%ld ms=%.2f per_s=%.0f acc=%.0f\n",N,e,N/e*1000,acc);}
