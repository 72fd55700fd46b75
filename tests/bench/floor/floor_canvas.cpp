// SPDX-License-Identifier: GPL-3.0-or-later
// Canvas floor: QGraphicsView variants vs a plain widget drawing from arrays with a uniform grid.
// usage: floor_canvas --n 2000 --mode scene|grid [--index bsp|none] [--cache none|device] [--edges items|one]
//        [--lod 0|1] [--vum full|smart] [--aa 0|1] [--text draw|static] [--scroll 0|1] [--sprite 0|1] [--snap 0|1] [--frames 40] [--shot PREFIX]
#include <QApplication>
#include <QFont>
#include <QHash>
#include <QPixmap>
#include <QGraphicsItem>
#include <QGraphicsScene>
#include <QGraphicsView>
#include <QPainter>
#include <QPainterPath>
#include <QPaintEvent>
#include <QScrollBar>
#include <QStaticText>
#include <QStyleOptionGraphicsItem>
#include <QVector>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>
static double ms(){timespec t;clock_gettime(CLOCK_MONOTONIC,&t);return t.tv_sec*1e3+t.tv_nsec/1e6;}
static double rssMB(){long a=0,b=0;FILE*f=fopen("/proc/self/statm","r");if(f){if(fscanf(f,"%ld %ld",&a,&b)!=2)b=0;fclose(f);}return b*double(sysconf(_SC_PAGESIZE))/1048576.0;}
static double heapMB(){struct mallinfo2 m=mallinfo2();return (m.uordblks+m.hblkhd)/1048576.0;}
static bool gLod=true,gAA=true,gStatic=false,gSprite=false,gSnap=false;
constexpr double W=170,H=60,DX=200,DY=90;
struct Node{double x,y;float prog;int area,state;QString title;QStaticText st;};
struct Edge{int a,b;};
struct Model{QVector<Node> n;QVector<Edge> e;QRectF bounds;};
static unsigned rs=12345;static unsigned rnd(){rs=rs*1664525u+1013904223u;return rs>>8;}
static Model makeModel(int N){Model m;int cols=std::max(4,int(std::sqrt(N*double(DY)/DX*1.6)));m.n.resize(N);
 for(int i=0;i<N;i++){auto&k=m.n[i];int r=i/cols,c=i%cols;k.x=c*DX+(r%2?DX/3:0);k.y=r*DY;k.prog=(rnd()%101)/100.f;k.area=c*10/cols;k.state=rnd()%4;k.title=QString("Skill %1: learn topic").arg(i);}
 for(int i=cols;i<N;i++){int deg=1+(rnd()%2);for(int d=0;d<deg;d++){int r=i/cols,c=i%cols;int pr=std::max(0,r-1-int(rnd()%8==0?rnd()%4:0));int pc=std::clamp(c+int(rnd()%7)-3,0,cols-1);m.e.push_back({pr*cols+pc,i});}}
 m.bounds=QRectF(-20,-20,cols*DX+DX/3+40,(N/cols+1)*DY+40);return m;}
static const QColor kFill[4]={QColor("#e8eaed"),QColor("#fff3c4"),QColor("#cfe8ff"),QColor("#c8f2cf")};
static const QColor kArea[10]={QColor("#d32f2f"),QColor("#7b1fa2"),QColor("#303f9f"),QColor("#0288d1"),QColor("#00796b"),QColor("#388e3c"),QColor("#afb42b"),QColor("#ffa000"),QColor("#e64a19"),QColor("#5d4037")};
static void paintNode(QPainter*p,const Node&n,double ox,double oy,double lod){
 QRectF r(ox,oy,W,H);
 if(gLod&&lod<0.15){p->fillRect(r,kArea[n.area]);return;}
 if(gLod&&lod<0.45){p->fillRect(r,kFill[n.state]);p->fillRect(QRectF(ox,oy,W*n.prog,10),kArea[n.area]);return;}
 p->setPen(QPen(kArea[n.area],1.5));p->setBrush(kFill[n.state]);p->drawRoundedRect(r,8,8);
 QRectF ring(ox+W-40,oy+H/2-14,28,28);p->setBrush(Qt::NoBrush);p->setPen(QPen(QColor(0,0,0,40),4));p->drawEllipse(ring);
 p->setPen(QPen(kArea[n.area],4));p->drawArc(ring,90*16,int(-n.prog*360*16));
 p->setPen(Qt::black);
 if(gStatic)p->drawStaticText(QPointF(ox+10,oy+20),n.st);else p->drawText(QRectF(ox+10,oy,W-54,H),Qt::AlignVCenter|Qt::AlignLeft,n.title);}
static QPainterPath edgePath(const Node&a,const Node&b){QPointF s(a.x+W/2,a.y+H),t(b.x+W/2,b.y);QPainterPath p(s);double c=(t.y()-s.y())*0.5;p.cubicTo(s+QPointF(0,c),t-QPointF(0,c),t);return p;}
// ---------- QGraphicsScene ----------
class NodeItem:public QGraphicsItem{public:const Node&n;NodeItem(const Node&k):n(k){setPos(k.x,k.y);}QRectF boundingRect()const override{return QRectF(-2,-2,W+4,H+4);}
 void paint(QPainter*p,const QStyleOptionGraphicsItem*,QWidget*)override{paintNode(p,n,0,0,QStyleOptionGraphicsItem::levelOfDetailFromTransform(p->worldTransform()));}};
class EdgeItem:public QGraphicsItem{public:QPainterPath path;QRectF br;EdgeItem(const QPainterPath&q):path(q),br(q.controlPointRect().adjusted(-2,-2,2,2)){}QRectF boundingRect()const override{return br;}
 void paint(QPainter*p,const QStyleOptionGraphicsItem*,QWidget*)override{double lod=QStyleOptionGraphicsItem::levelOfDetailFromTransform(p->worldTransform());
  QPen pen(QColor(120,120,120),lod<0.45?0:1.5);p->setPen(pen);p->setBrush(Qt::NoBrush);if(gLod&&lod<0.45)p->drawLine(path.elementAt(0),path.elementAt(3));else p->drawPath(path);}};
class AllEdges:public QGraphicsItem{public:const Model&m;QVector<QRectF> br;QVector<QPainterPath> paths;QVector<QLineF> lines;AllEdges(const Model&k):m(k){for(auto&e:m.e){auto q=edgePath(m.n[e.a],m.n[e.b]);br.push_back(q.controlPointRect());paths.push_back(q);lines.push_back(QLineF(q.elementAt(0),q.elementAt(3)));}setFlag(ItemUsesExtendedStyleOption);}
 QRectF boundingRect()const override{return m.bounds;}
 void paint(QPainter*p,const QStyleOptionGraphicsItem*o,QWidget*)override{double lod=QStyleOptionGraphicsItem::levelOfDetailFromTransform(p->worldTransform());QRectF ex=o->exposedRect;p->setBrush(Qt::NoBrush);
  if(gLod&&lod<0.45){p->setRenderHint(QPainter::Antialiasing,false);p->setPen(QPen(QColor(120,120,120),0));QVector<QLineF> v;v.reserve(lines.size());for(int i=0;i<br.size();i++)if(br[i].intersects(ex))v.push_back(lines[i]);p->drawLines(v);p->setRenderHint(QPainter::Antialiasing,gAA);}
  else{p->setPen(QPen(QColor(120,120,120),1.5));for(int i=0;i<br.size();i++)if(br[i].intersects(ex))p->drawPath(paths[i]);}}};
// ---------- plain widget ----------
class GridCanvas:public QWidget{public:const Model&m;double s=1,ox=0,oy=0;static constexpr double C=512;int gw,gh;QVector<QVector<int>> gn,ge;QVector<QPainterPath> paths;QVector<QRectF> br;QVector<QLineF> lines;QVector<int> stamp;int tick=0;
 GridCanvas(const Model&k):m(k){setAttribute(Qt::WA_OpaquePaintEvent);gw=int(m.bounds.width()/C)+2;gh=int(m.bounds.height()/C)+2;gn.resize(gw*gh);ge.resize(gw*gh);
  for(int i=0;i<m.n.size();i++)put(gn,QRectF(m.n[i].x,m.n[i].y,W,H),i);
  for(int i=0;i<m.e.size();i++){auto q=edgePath(m.n[m.e[i].a],m.n[m.e[i].b]);paths.push_back(q);br.push_back(q.controlPointRect().adjusted(-2,-2,2,2));lines.push_back(QLineF(q.elementAt(0),q.elementAt(3)));put(ge,br.back(),i);}
  stamp.fill(0,std::max(m.n.size(),m.e.size()));}
 void cells(const QRectF&r,int&x0,int&y0,int&x1,int&y1)const{x0=std::clamp(int((r.left()-m.bounds.left())/C),0,gw-1);x1=std::clamp(int((r.right()-m.bounds.left())/C),0,gw-1);y0=std::clamp(int((r.top()-m.bounds.top())/C),0,gh-1);y1=std::clamp(int((r.bottom()-m.bounds.top())/C),0,gh-1);}
 void put(QVector<QVector<int>>&g,const QRectF&r,int i){int a,b,c,d;cells(r,a,b,c,d);for(int y=b;y<=d;y++)for(int x=a;x<=c;x++)g[y*gw+x].push_back(i);}
 template<class F>void query(const QVector<QVector<int>>&g,const QRectF&r,F f){int a,b,c,d;cells(r,a,b,c,d);++tick;for(int y=b;y<=d;y++)for(int x=a;x<=c;x++)for(int i:g[y*gw+x])if(stamp[i]!=tick){stamp[i]=tick;f(i);}}
 int hit(QPointF p){int h=-1;query(gn,QRectF(p,QSizeF(1,1)),[&](int i){if(QRectF(m.n[i].x,m.n[i].y,W,H).contains(p))h=i;});return h;}
 QHash<int,QPixmap> sprites;double spriteScale=0;QPixmap snap;double snapS=0;
 void paintEvent(QPaintEvent*ev)override{QPainter p(this);if(snapS>0){double k=s/snapS;p.fillRect(rect(),Qt::white);p.drawPixmap(QRectF(width()/2.0*(1-k),height()/2.0*(1-k),width()*k,height()*k),snap,QRectF(snap.rect()));return;}for(const QRect&er:ev->region()){p.setClipRect(er);p.resetTransform();p.fillRect(er,Qt::white);p.setRenderHint(QPainter::Antialiasing,gAA&&!(gLod&&s<0.45));p.translate(-ox,-oy);p.scale(s,s);
  QRectF ex((er.x()+ox)/s,(er.y()+oy)/s,er.width()/s,er.height()/s);p.setBrush(Qt::NoBrush);
  if(gLod&&s<0.45){p.setPen(QPen(QColor(120,120,120),0));QVector<QLineF> v;query(ge,ex,[&](int i){if(br[i].intersects(ex))v.push_back(lines[i]);});p.drawLines(v);}
  else{p.setPen(QPen(QColor(120,120,120),1.5));query(ge,ex,[&](int i){if(br[i].intersects(ex))p.drawPath(paths[i]);});}
  if(gSprite&&!(gLod&&s<0.45)){if(spriteScale!=s){sprites.clear();spriteScale=s;}p.resetTransform();p.setRenderHint(QPainter::Antialiasing,false);
    query(gn,ex,[&](int i){const Node&n=m.n[i];if(!QRectF(n.x-2,n.y-2,W+4,H+4).intersects(ex))return;auto it=sprites.find(i);
     if(it==sprites.end()){QPixmap q(int(std::ceil((W+4)*s)),int(std::ceil((H+4)*s)));q.fill(Qt::transparent);QPainter qp(&q);qp.setFont(font());qp.setRenderHint(QPainter::Antialiasing,gAA);qp.scale(s,s);paintNode(&qp,n,2,2,s);qp.end();it=sprites.insert(i,q);}
     p.drawPixmap(QPoint(int(std::lround((n.x-2)*s-ox)),int(std::lround((n.y-2)*s-oy))),*it);});if(sprites.size()>2000)sprites.clear();continue;}
  query(gn,ex,[&](int i){const Node&n=m.n[i];if(QRectF(n.x-2,n.y-2,W+4,H+4).intersects(ex))paintNode(&p,n,n.x,n.y,s);});}}
};
static void stat(const char*name,QVector<double> v){std::sort(v.begin(),v.end());printf(" %s=%.2f/%.2f",name,v[v.size()/2],v[std::min<int>(v.size()-1,v.size()*95/100)]);}
int main(int argc,char**argv){QApplication app(argc,argv);int N=2000,frames=40;bool scene=true,bsp=true,devCache=false,oneEdge=false,full=true,scroll=false;QString shot;auto a=app.arguments();
 for(int i=1;i+1<a.size();i+=2){auto k=a[i],v=a[i+1];if(k=="--n")N=v.toInt();else if(k=="--mode")scene=v=="scene";else if(k=="--index")bsp=v=="bsp";else if(k=="--cache")devCache=v=="device";else if(k=="--edges")oneEdge=v=="one";else if(k=="--lod")gLod=v!="0";else if(k=="--vum")full=v=="full";else if(k=="--aa")gAA=v!="0";else if(k=="--text")gStatic=v=="static";else if(k=="--scroll")scroll=v!="0";else if(k=="--frames")frames=v.toInt();else if(k=="--shot")shot=v;else if(k=="--sprite")gSprite=v!="0";else if(k=="--snap")gSnap=v!="0";}
 QFont f=app.font();f.setPixelSize(12);app.setFont(f);
 Model m=makeModel(N);if(gStatic)for(auto&n:m.n){n.st.setText(n.title);n.st.setTextFormat(Qt::PlainText);n.st.setTextWidth(W-54);n.st.setPerformanceHint(QStaticText::AggressiveCaching);}
 malloc_trim(0);double r0=rssMB(),h0=heapMB(),t0=ms();
 QGraphicsScene*sc=nullptr;QGraphicsView*gv=nullptr;GridCanvas*gc=nullptr;QWidget*top;
 if(scene){sc=new QGraphicsScene;sc->setItemIndexMethod(bsp?QGraphicsScene::BspTreeIndex:QGraphicsScene::NoIndex);
  if(oneEdge)sc->addItem(new AllEdges(m));else for(auto&e:m.e){auto*it=new EdgeItem(edgePath(m.n[e.a],m.n[e.b]));sc->addItem(it);}
  for(auto&n:m.n){auto*it=new NodeItem(n);it->setZValue(1);if(devCache)it->setCacheMode(QGraphicsItem::DeviceCoordinateCache);sc->addItem(it);}
  sc->setSceneRect(m.bounds);gv=new QGraphicsView(sc);gv->setRenderHint(QPainter::Antialiasing,gAA);gv->setViewportUpdateMode(full?QGraphicsView::FullViewportUpdate:QGraphicsView::SmartViewportUpdate);gv->setTransformationAnchor(QGraphicsView::NoAnchor);gv->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);gv->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);gv->setFrameShape(QFrame::NoFrame);gv->setOptimizationFlag(QGraphicsView::DontSavePainterState);top=gv;}
 else{gc=new GridCanvas(m);top=gc;}
 double tb=ms();double h1=heapMB();
 top->resize(1280,800);
 double fit=std::min(1280/m.bounds.width(),800/m.bounds.height());
 auto setView=[&](double s,double cx,double cy){if(gv){gv->setRenderHint(QPainter::Antialiasing,gAA&&!(gLod&&s<0.45));gv->setTransform(QTransform::fromScale(s,s));gv->horizontalScrollBar()->setValue(int(cx*s-640));gv->verticalScrollBar()->setValue(int(cy*s-400));}else{gc->s=s;gc->ox=std::round(cx*s-640);gc->oy=std::round(cy*s-400);gc->update();}};
 auto paintNow=[&]{if(gv)gv->viewport()->repaint();else gc->repaint();};
 QPointF c=m.bounds.center();
 setView(1,c.x(),c.y());
 top->show();app.processEvents();double tf=ms();
 double h2=heapMB();
 printf("n=%d e=%d %s build=%.1f first=%.1f",N,int(m.e.size()),scene?"scene":"grid",tb-t0,tf-tb);
 auto run=[&](const char*name,double s,int kind){QVector<double> v;setView(s,c.x(),c.y());paintNow();app.processEvents();if(gc&&gSnap&&kind==1){gc->snap=gc->grab();gc->snapS=s;}
  for(int i=0;i<frames;i++){double d=(i%20<10?1:-1);double t=ms();
   if(kind==0){if(gv){gv->horizontalScrollBar()->setValue(gv->horizontalScrollBar()->value()+int(d*17));gv->verticalScrollBar()->setValue(gv->verticalScrollBar()->value()+int(d*9));if(full)paintNow();else app.processEvents();}
    else{gc->ox+=d*17;gc->oy+=d*9;if(scroll){gc->QWidget::scroll(int(-d*17),int(-d*9));app.processEvents();}else paintNow();}}
   else{double z=s*std::pow(1.02,(i%20<10?i%20:20-i%20));setView(z,c.x(),c.y());paintNow();}
   v.push_back(ms()-t);}
  if(gc)gc->snapS=0;stat(name,v);if(!shot.isEmpty()&&kind==0){setView(s,c.x(),c.y());paintNow();top->grab().save(shot+name+".png");}};
 // allow pan at fit-all
 if(gv)gv->setSceneRect(m.bounds.adjusted(-m.bounds.width(),-m.bounds.height(),m.bounds.width(),m.bounds.height()));
 run("fitpan",fit,0);run("fitzoom",fit,1);run("z25pan",0.25,0);run("z50pan",0.5,0);run("z50zoom",0.5,1);run("z100pan",1,0);run("z100zoom",1,1);
 // toggle one visible node, hit test
 setView(1,c.x(),c.y());paintNow();int hitIdx=-1;{QVector<double> v;for(int i=0;i<200;i++){QPointF q=c+QPointF(rnd()%1000-500.,rnd()%700-350.);double t=ms();if(gv){auto*it=sc->itemAt(q,gv->transform());hitIdx+=it!=nullptr;}else hitIdx+=gc->hit(q);v.push_back((ms()-t)*1000);}stat("hit_us",v);}
 {QVector<double> v;int ci=0;double best=1e18;for(int i=0;i<N;i++){double d=std::hypot(m.n[i].x-c.x(),m.n[i].y-c.y());if(d<best){best=d;ci=i;}}
  QGraphicsItem*it=nullptr;if(gv){for(auto*x:sc->items(QPointF(m.n[ci].x+W/2,m.n[ci].y+H/2)))if(auto*ni=dynamic_cast<NodeItem*>(x))if(&ni->n==&m.n[ci])it=x;if(gv)gv->setViewportUpdateMode(QGraphicsView::MinimalViewportUpdate);}
  for(int i=0;i<40;i++){double t=ms();m.n[ci].prog=(i%10)/10.f;if(it)it->update();else if(gc)gc->update(QRect(int(m.n[ci].x-gc->ox)-2,int(m.n[ci].y-gc->oy)-2,int(W)+4,int(H)+4));app.processEvents();v.push_back(ms()-t);}stat("toggle1",v);}
 rusage ru;getrusage(RUSAGE_SELF,&ru);printf(" heapKB/node=%.2f paintheapKB/node=%.2f rss+=%.1fMB peak=%.1fMB\n",(h1-h0)*1024/N,(h2-h0)*1024/N,rssMB()-r0,ru.ru_maxrss/1024.0);return 0;}
