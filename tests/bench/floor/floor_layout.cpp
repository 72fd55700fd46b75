// SPDX-License-Identifier: GPL-3.0-or-later
// Layout floor: Graphviz dot through libgvc vs an own layered layout (longest path + barycenter + PAV coordinates).
// usage: floor_layout N own [sweeps] | floor_layout N dot [splines: none|line|polyline|ortho|spline] [nslimit] [mclimit]
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <numeric>
#include <string>
#include <vector>
#include <sys/resource.h>
#ifdef HAVE_GVC
#include <graphviz/gvc.h>
#endif
static double ms(){timespec t;clock_gettime(CLOCK_MONOTONIC,&t);return t.tv_sec*1e3+t.tv_nsec/1e6;}
static unsigned rs=777;static unsigned rnd(){rs=rs*1664525u+1013904223u;return rs>>8;}
struct G{int n;std::vector<std::pair<int,int>> e;std::vector<int> area;};
static G make(int N){G g;g.n=N;g.area.resize(N);std::vector<std::vector<int>> A(10);
 for(int i=0;i<N;i++){int a=rnd()%10;g.area[i]=a;auto&v=A[a];int k=v.size();if(k>=2){int win=std::max(8,N/80);auto pick=[&](std::vector<int>&w){int m=w.size();int lo=std::max(0,m-win);return w[lo+rnd()%(m-lo)];};
   int p=pick(v);g.e.push_back({p,i});if(rnd()%100<36){auto&w=rnd()%100<20?A[rnd()%10]:v;if(w.size()){int q=pick(w);if(q!=p&&q!=i)g.e.push_back({q,i});}}}v.push_back(i);}return g;}
static long crossings(const G&g,const std::vector<double>&x,const std::vector<double>&y){long c=0;auto o=[&](int a,int b,int d){return (x[b]-x[a])*(y[d]-y[a])-(y[b]-y[a])*(x[d]-x[a]);};
 struct B{double x0,x1,y0,y1;};std::vector<B> bb;for(auto&[u,v]:g.e)bb.push_back({std::min(x[u],x[v]),std::max(x[u],x[v]),std::min(y[u],y[v]),std::max(y[u],y[v])});
 for(size_t i=0;i<g.e.size();i++)for(size_t j=i+1;j<g.e.size();j++){auto&p=bb[i];auto&q=bb[j];if(p.x1<q.x0||q.x1<p.x0||p.y1<q.y0||q.y1<p.y0)continue;auto[a,b]=g.e[i];auto[d,e]=g.e[j];if(a==d||a==e||b==d||b==e)continue;if(o(a,b,d)*o(a,b,e)<0&&o(d,e,a)*o(d,e,b)<0)c++;}return c;}
static double len(const G&g,const std::vector<double>&x,const std::vector<double>&y){double s=0;for(auto&[u,v]:g.e)s+=std::hypot(x[u]-x[v],y[u]-y[v]);return s/g.e.size();}
static void own(const G&g,int sweeps,std::vector<double>&X,std::vector<double>&Y,int&layers,int&total,double*ph){
 double t=ms();int n=g.n;std::vector<std::vector<int>> out(n),in(n);for(auto&[a,b]:g.e){out[a].push_back(b);in[b].push_back(a);}
 std::vector<int> L(n,0),deg(n),q;for(int i=0;i<n;i++){deg[i]=in[i].size();if(!deg[i])q.push_back(i);}
 for(size_t h=0;h<q.size();h++)for(int w:out[q[h]]){L[w]=std::max(L[w],L[q[h]]+1);if(!--deg[w])q.push_back(w);}
 for(int i=int(q.size())-1;i>=0;i--){int v=q[i];if(out[v].empty()||in[v].size()>0)continue;int m=1<<30;for(int w:out[v])m=std::min(m,L[w]);L[v]=m-1;} // pull roots down
 layers=1+*std::max_element(L.begin(),L.end());
 // dummies
 std::vector<int> lay(L),area(g.area);std::vector<std::vector<int>> up(n),dn(n);
 for(auto&[a,b]:g.e){int p=a;for(int l=L[a]+1;l<L[b];l++){int d=lay.size();lay.push_back(l);area.push_back(g.area[b]);up.emplace_back();dn.emplace_back();dn[p].push_back(d);up[d].push_back(p);p=d;}dn[p].push_back(b);up[b].push_back(p);}
 total=lay.size();std::vector<std::vector<int>> R(layers),best;long bc=-1;std::vector<int> pos(total),bit,tg;std::vector<double> key(total);int bi=-1;
 auto upd=[&](int l){for(size_t i=0;i<R[l].size();i++)pos[R[l][i]]=i;};
 auto cross=[&]{long c=0;for(int l=0;l+1<layers;l++){tg.clear();for(int v:R[l]){size_t s=tg.size();for(int w:dn[v])tg.push_back(pos[w]);std::sort(tg.begin()+s,tg.end());}
   int m=R[l+1].size();bit.assign(m+1,0);int seen=0;for(int p:tg){int s=0;for(int i=p+1;i>0;i-=i&-i)s+=bit[i];c+=seen-s;seen++;for(int i=p+1;i<=m;i+=i&-i)bit[i]++;}}return c;};
 auto transpose=[&]{long gain=0;for(int l=0;l<layers;l++)for(size_t i=0;i+1<R[l].size();i++){int a=R[l][i],b=R[l][i+1];long d=0;auto cnt=[&](std::vector<int>&p,std::vector<int>&q){for(int u:p)for(int w2:q)d+=(pos[u]>pos[w2])-(pos[u]<pos[w2]);};cnt(up[a],up[b]);cnt(dn[a],dn[b]);if(d>0){std::swap(R[l][i],R[l][i+1]);pos[a]=i+1;pos[b]=i;gain+=d;}}return gain;};
 ph[0]=ms()-t;t=ms();
 for(int init=0;init<4;init++){for(auto&r:R)r.clear();
  if(init==0||init==3){std::vector<int> id(total);std::iota(id.begin(),id.end(),0);std::stable_sort(id.begin(),id.end(),[&](int a,int b){return area[a]<area[b];});for(int v:id)R[lay[v]].push_back(v);}
  else{std::vector<char> seen(total,0);std::vector<int> root;for(int i=0;i<total;i++)if(up[i].empty())root.push_back(i);std::stable_sort(root.begin(),root.end(),[&](int a,int b){return area[a]<area[b];});
   std::vector<int> stk;for(int r0:root){stk.assign(1,r0);size_t h=0;while(init==1?!stk.empty():h<stk.size()){int v;if(init==1){v=stk.back();stk.pop_back();}else v=stk[h++];if(seen[v])continue;seen[v]=1;R[lay[v]].push_back(v);for(int i=int(dn[v].size())-1;i>=0;i--)if(!seen[dn[v][i]])stk.push_back(dn[v][i]);}}}
  for(int l=0;l<layers;l++)upd(l);int stale=0;long last=-1;
  for(int s=0;s<sweeps&&stale<8;s++){bool down=s%2==0,rev=s%4>=2;for(int k=1;k<layers;k++){int l=down?k:layers-1-k;auto&nb=down?up:dn;
    auto&r=R[l];double nr=r.size(),nn=std::max<size_t>(1,R[down?l-1:l+1].size());for(int v:r){auto&a=nb[v];if(a.empty()){key[v]=init==0?double(pos[v])/nn:(pos[v]+.5)/nr;continue;}double m=0;for(int w:a)m+=pos[w]+.5;key[v]=m/a.size()/nn;}
    if(rev&&init)std::reverse(r.begin(),r.end());if(init==3)std::stable_sort(r.begin(),r.end(),[&](int a,int b){return area[a]!=area[b]?area[a]<area[b]:key[a]<key[b];});else std::stable_sort(r.begin(),r.end(),[&](int a,int b){return key[a]<key[b];});upd(l);}
   if(stale>=2&&init)for(int rep=0;rep<4;rep++)if(!transpose())break;
   long c=cross();if(last<0||c<last*0.995){last=c;stale=0;}else stale++;if(bc<0||c<bc){bc=c;best=R;bi=init;}}}
 R=best;for(int l=0;l<layers;l++)upd(l);for(int rep=0;rep<20;rep++)if(!transpose())break;ph[1]=ms()-t;t=ms();ph[3]=cross();if(getenv("VERBOSE"))fprintf(stderr,"best init %d\n",bi);
 // coordinates: iterate PAV projection of neighbour means with minimum separations
 std::vector<double> x(total);auto w=[&](int v){return v<n?170.0:20.0;};for(int l=0;l<layers;l++){double c=0;for(int v:R[l]){x[v]=c+w(v)/2;c+=w(v)+30;}for(int v:R[l])x[v]-=c/2;}
 std::vector<double> off,d;struct Blk{double s;int c;};std::vector<Blk> st;
 for(int it=0;it<12;it++){bool down=it%2==0;for(int k=0;k<layers;k++){int l=down?k:layers-1-k;auto&r=R[l];int m=r.size();if(!m)continue;off.assign(m,0);d.assign(m,0);
   for(int i=1;i<m;i++)off[i]=off[i-1]+(w(r[i-1])+w(r[i]))/2+30;
   for(int i=0;i<m;i++){int v=r[i];double s=0;int c=0;auto&p=it<10?(down?up[v]:dn[v]):up[v];for(int u:p){s+=x[u];c++;}if(it>=10)for(int u:dn[v]){s+=x[u];c++;}d[i]=(c?s/c:x[v])-off[i];}
   st.clear();for(int i=0;i<m;i++){Blk b{d[i],1};while(!st.empty()&&st.back().s/st.back().c>=b.s/b.c){b.s+=st.back().s;b.c+=st.back().c;st.pop_back();}st.push_back(b);}
   int i=0;for(auto&b:st){double val=b.s/b.c;for(int k2=0;k2<b.c;k2++,i++)x[r[i]]=val+off[i];}}}
 X.assign(x.begin(),x.begin()+n);Y.resize(n);for(int i=0;i<n;i++)Y[i]=L[i]*100.0;ph[2]=ms()-t;}
int main(int c,char**v){if(c<3)return 1;int N=atoi(v[1]);G g=make(N);std::vector<double> X,Y;double t=ms();
 if(!strcmp(v[2],"own")){int L,T;double ph[4];own(g,c>3?atoi(v[3]):24,X,Y,L,T,ph);double e=ms()-t;rusage r;getrusage(RUSAGE_SELF,&r);printf("own n=%d e=%zu layers=%d total=%d ms=%.1f (layer %.1f order %.1f coord %.1f) layered=%.0f ",N,g.e.size(),L,T,e,ph[0],ph[1],ph[2],ph[3]);printf("peak=%.1fMB ",r.ru_maxrss/1024.0);}
#ifdef HAVE_GVC
 else{const char*sp=c>3?v[3]:"spline";GVC_t*gc=gvContext();Agraph_t*ag=agopen((char*)"g",Agdirected,nullptr);auto at=[&](const char*k,const char*val){agattr(ag,AGRAPH,(char*)k,(char*)val);};
  if(!strcmp(sp,"none"))at("splines","");else at("splines",sp);if(c>4){at("nslimit",v[4]);at("nslimit1",v[4]);}if(c>5)at("mclimit",v[5]);at("ranksep","0.5");at("nodesep","0.4");
  agattr(ag,AGNODE,(char*)"shape",(char*)"box");agattr(ag,AGNODE,(char*)"fixedsize",(char*)"true");agattr(ag,AGNODE,(char*)"width",(char*)"2.36");agattr(ag,AGNODE,(char*)"height",(char*)"0.83");agattr(ag,AGNODE,(char*)"label",(char*)"");
  std::vector<Agnode_t*> nd(N);for(int i=0;i<N;i++){std::string s="n"+std::to_string(i);nd[i]=agnode(ag,(char*)s.c_str(),1);}for(auto&[a,b]:g.e)agedge(ag,nd[a],nd[b],nullptr,1);
  double tb=ms();int rc=gvLayout(gc,ag,"dot");double e=ms()-tb;X.resize(N);Y.resize(N);for(int i=0;i<N;i++){X[i]=ND_coord(nd[i]).x;Y[i]=ND_coord(nd[i]).y;}
  rusage r;getrusage(RUSAGE_SELF,&r);printf("dot n=%d e=%zu splines=%s rc=%d build=%.1f ms=%.1f peak=%.1fMB ",N,g.e.size(),sp,rc,tb-t,e,r.ru_maxrss/1024.0);fflush(stdout);}
#endif
 double x0=1e18,x1=-1e18;for(double q:X){x0=std::min(x0,q);x1=std::max(x1,q);}printf("crossings=%ld meanlen=%.0f width=%.0f\n",crossings(g,X,Y),len(g,X,Y),x1-x0);return 0;}
