// SPDX-License-Identifier: GPL-3.0-or-later
// Cold-start floor: QApplication + QMainWindow (+ optional SQLite read) -> first paint -> quit.
// usage: floor_cold [--db FILE] [--widgets] [--quiet] [--stay]    |   floor_cold --make FILE
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QMainWindow>
#include <QMenuBar>
#include <QPaintEvent>
#include <QPainter>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QTreeWidget>
#include <QDockWidget>
#include <QTextBrowser>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <sys/resource.h>
#ifndef NO_SQL
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>
#endif
static double ms(){timespec t;clock_gettime(CLOCK_MONOTONIC,&t);return t.tv_sec*1e3+t.tv_nsec/1e6;}
static double cpu(){timespec t;clock_gettime(CLOCK_PROCESS_CPUTIME_ID,&t);return t.tv_sec*1e3+t.tv_nsec/1e6;}
static double t0,tApp,tDb,tShow,tPaint,cPaint;static bool quiet=false,stay=false;static int rows=0;
class Central:public QWidget{protected:void paintEvent(QPaintEvent*)override{QPainter p(this);p.fillRect(rect(),Qt::white);p.drawText(rect(),Qt::AlignCenter,QString("%1 skills").arg(rows));
  if(tPaint==0){tPaint=ms();cPaint=cpu();if(!stay)QTimer::singleShot(0,qApp,&QCoreApplication::quit);}}};
#ifndef NO_SQL
static bool ex(QSqlQuery&q,const char*s){bool ok=q.exec(s);if(!ok)fprintf(stderr,"%s\n",qPrintable(q.lastError().text()));return ok;}
static int make(const QString&f){QFile::remove(f);auto d=QSqlDatabase::addDatabase("QSQLITE");d.setDatabaseName(f);if(!d.open())return 1;QSqlQuery q(d);
 ex(q,"PRAGMA journal_mode=WAL");ex(q,"CREATE TABLE skill(id INTEGER PRIMARY KEY,area INTEGER,title TEXT,body TEXT,x REAL,y REAL,state INTEGER,progress REAL)");
 ex(q,"CREATE TABLE item(id INTEGER PRIMARY KEY,skill INTEGER REFERENCES skill(id),pos INTEGER,text TEXT,done INTEGER,done_at INTEGER)");
 ex(q,"CREATE TABLE edge(a INTEGER,b INTEGER,PRIMARY KEY(a,b)) WITHOUT ROWID");
 ex(q,"CREATE TABLE review(id INTEGER PRIMARY KEY,item INTEGER,at INTEGER,grade INTEGER,stability REAL,difficulty REAL)");
 ex(q,"CREATE INDEX item_skill ON item(skill,pos)");ex(q,"CREATE INDEX review_item ON review(item,at)");
 d.transaction();
 q.prepare("INSERT INTO skill VALUES(?,?,?,?,?,?,?,?)");QString body=QString("A lesson paragraph with some words to read. ").repeated(20);
 for(int i=1;i<=500;i++){q.addBindValue(i);q.addBindValue(i%10);q.addBindValue(QString("Skill number %1").arg(i));q.addBindValue(body);q.addBindValue(i*10.0);q.addBindValue(i*7.0);q.addBindValue(i%4);q.addBindValue(i/500.0);q.exec();}
 q.prepare("INSERT INTO item VALUES(?,?,?,?,?,?)");for(int i=1;i<=3000;i++){q.addBindValue(i);q.addBindValue(1+i%500);q.addBindValue(i/500);q.addBindValue(QString("Do the exercise number %1 and write it down").arg(i));q.addBindValue(i%2);q.addBindValue(1700000000+i);q.exec();}
 q.prepare("INSERT INTO review VALUES(?,?,?,?,?,?)");for(int i=1;i<=20000;i++){q.addBindValue(i);q.addBindValue(1+i%3000);q.addBindValue(1700000000+i*60);q.addBindValue(1+i%4);q.addBindValue(i*0.01);q.addBindValue(5.0);q.exec();}
 q.prepare("INSERT OR IGNORE INTO edge VALUES(?,?)");for(int i=2;i<=500;i++){q.addBindValue(1+(i*7919)%(i-1));q.addBindValue(i);q.exec();}
 d.commit();ex(q,"ANALYZE");ex(q,"PRAGMA wal_checkpoint(TRUNCATE)");return 0;}
#endif
int main(int argc,char**argv){t0=ms();bool full=false;QString db;
 QApplication app(argc,argv);tApp=ms();
 auto args=app.arguments();
 for(int i=1;i<args.size();i++){if(args[i]=="--quiet")quiet=true;else if(args[i]=="--stay")stay=true;else if(args[i]=="--widgets")full=true;else if(args[i]=="--db"&&i+1<args.size())db=args[++i];
#ifndef NO_SQL
  else if(args[i]=="--make"&&i+1<args.size())return make(args[i+1]);
#endif
 }
 QMainWindow w;w.resize(1280,800);w.setWindowTitle("floor");auto*c=new Central;w.setCentralWidget(c);
 struct S{qint64 id;int area,state;QString title;double x,y,prog;};QVector<S> sk;
#ifndef NO_SQL
 if(!db.isEmpty()){auto d=QSqlDatabase::addDatabase("QSQLITE");d.setDatabaseName(db);if(!d.open()){fprintf(stderr,"open failed\n");return 2;}
  QSqlQuery q(d);q.exec("PRAGMA journal_mode=WAL");q.exec("PRAGMA synchronous=NORMAL");q.setForwardOnly(true);
  q.exec("SELECT id,area,state,title,x,y,progress FROM skill");while(q.next())sk.push_back({q.value(0).toLongLong(),q.value(1).toInt(),q.value(2).toInt(),q.value(3).toString(),q.value(4).toDouble(),q.value(5).toDouble(),q.value(6).toDouble()});
  QVector<QPair<int,int>> done;q.exec("SELECT skill,sum(done),count(*) FROM item GROUP BY skill");while(q.next())done.push_back({q.value(0).toInt(),q.value(1).toInt()});
  q.exec("SELECT a,b FROM edge");while(q.next())done.push_back({q.value(0).toInt(),q.value(1).toInt()});
 }
#endif
 rows=sk.size();tDb=ms();
 if(full){auto*m=w.menuBar();for(auto n:{"File","Edit","View","Plan","Review","Help"}){auto*mm=m->addMenu(n);for(int i=0;i<10;i++)mm->addAction(QString("%1 action %2").arg(n).arg(i));}
  auto*tb=w.addToolBar("main");for(int i=0;i<12;i++)tb->addAction(QString("A%1").arg(i));w.statusBar()->showMessage("ready");
  auto*dk=new QDockWidget("Outline");auto*t=new QTreeWidget;t->setColumnCount(2);for(int a=0;a<10;a++){auto*p=new QTreeWidgetItem(t,{QString("Area %1").arg(a)});for(int i=a;i<sk.size();i+=10)new QTreeWidgetItem(p,{sk[i].title,QString::number(sk[i].prog)});p->setExpanded(true);}dk->setWidget(t);w.addDockWidget(Qt::LeftDockWidgetArea,dk);
  auto*d2=new QDockWidget("Lesson");auto*b=new QTextBrowser;b->setMarkdown("# Lesson\n\nSome *text* and `code`.\n\n- a\n- b\n");d2->setWidget(b);w.addDockWidget(Qt::RightDockWidgetArea,d2);}
 w.show();tShow=ms();int rc=app.exec();double tEnd=ms();
 if(!quiet){rusage r;getrusage(RUSAGE_SELF,&r);printf("rows=%d app=%.1f db=%.1f show=%.1f firstpaint=%.1f end=%.1f cpu=%.1f ms rss=%.1f MB paintat=%.3f paintcpu=%.3f\n",rows,tApp-t0,tDb-tApp,tShow-t0,tPaint-t0,tEnd-t0,cpu(),r.ru_maxrss/1024.0,tPaint,cPaint);}
 return rc;}
