// SPDX-License-Identifier: GPL-3.0-or-later
// Text floor: a Markdown lesson -> QTextDocument without a view -> layout -> one screen drawn.
// usage: floor_text FILE
#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTextDocument>
#include <QVector>
#include <algorithm>
#include <cstdio>
#include <ctime>
static double ms(){timespec t;clock_gettime(CLOCK_MONOTONIC,&t);return t.tv_sec*1e3+t.tv_nsec/1e6;}
static double med(QVector<double> v){std::sort(v.begin(),v.end());return v[v.size()/2];}
int main(int c,char**v){QApplication a(c,v);QFile f(c>1?v[1]:"");if(!f.open(QIODevice::ReadOnly))return 2;QString md=QString::fromUtf8(f.readAll());
 QVector<double> parse,layout,draw,open;double height=0;for(int i=0;i<21;i++){QTextDocument d;d.setTextWidth(720);double x=ms();d.setMarkdown(md,QTextDocument::MarkdownDialectGitHub);double y=ms();height=d.documentLayout()->documentSize().height();double z=ms();
  QImage im(760,1000,QImage::Format_ARGB32_Premultiplied);im.fill(Qt::white);QPainter p(&im);d.drawContents(&p,QRectF(0,0,760,1000));p.end();double q=ms();parse<<y-x;layout<<z-y;draw<<q-z;open<<q-x;}
 printf("words=%d height=%.0f parse=%.3f layout=%.3f draw=%.3f open=%.3f\n",int(md.split(' ').size()),height,med(parse),med(layout),med(draw),med(open));return 0;}
