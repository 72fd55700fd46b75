// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite floor, in C: a durable commit of one row; a search as one types; a folder of Markdown parsed, inserted and indexed.
// usage: floor_sqlite commit DIR [commits] | search LIBRARY EXPRESSIONS LIMIT | import FOLDER DIR
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>
#include <unistd.h>
#include <md4c.h>
#include <sqlite3.h>
static double ms(){timespec t;clock_gettime(CLOCK_MONOTONIC,&t);return t.tv_sec*1e3+t.tv_nsec/1e6;}
static void ex(sqlite3*d,const char*s){char*e=nullptr;if(sqlite3_exec(d,s,nullptr,nullptr,&e)){fprintf(stderr,"%s: %s\n",s,e);exit(1);}}
static void stats(const char*n,std::vector<double> v){std::sort(v.begin(),v.end());printf("%sp50=%.4f %sp99=%.4f ",n,v[v.size()/2],n,v[v.size()*99/100]);}
static unsigned rs=99;static unsigned rnd(){rs=rs*1664525u+1013904223u;return rs>>8;}
static sqlite3*fresh(const std::string&f){for(auto x:{"","-wal","-shm","-journal"})unlink((f+x).c_str());sqlite3*d;if(sqlite3_open(f.c_str(),&d))exit(1);ex(d,"PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL");return d;}
static void drop(const std::string&f){for(auto x:{"","-wal","-shm"})unlink((f+x).c_str());}
static sqlite3_stmt*prepare(sqlite3*d,const char*s){sqlite3_stmt*q;if(sqlite3_prepare_v2(d,s,-1,&q,nullptr)){fprintf(stderr,"%s: %s\n",s,sqlite3_errmsg(d));exit(1);}return q;}
static int commits(const std::string&dir,int n){std::string f=dir+"/floor-commit.db";sqlite3*d=fresh(f);
 ex(d,"CREATE TABLE item(id INTEGER PRIMARY KEY,skill INT,text TEXT,done INT,at INT);CREATE INDEX ii ON item(skill,done);BEGIN");
 auto*q=prepare(d,"INSERT INTO item VALUES(?,?,'Do the exercise and write it down',0,0)");for(int i=1;i<=3000;i++){sqlite3_bind_int(q,1,i);sqlite3_bind_int(q,2,i%500);sqlite3_step(q);sqlite3_reset(q);}sqlite3_finalize(q);ex(d,"COMMIT");
 q=prepare(d,"UPDATE item SET done=1-done,at=? WHERE id=?");std::vector<double> t;for(int i=0;i<n;i++){double a=ms();sqlite3_bind_int(q,1,i);sqlite3_bind_int(q,2,1+rnd()%3000);sqlite3_step(q);sqlite3_reset(q);t.push_back(ms()-a);}
 sqlite3_finalize(q);sqlite3_close(d);drop(f);stats("",t);puts("");return 0;}
// The two statements of the library's own search, word for word.
static int searches(const char*library,const char*list,int limit){sqlite3*d;if(sqlite3_open_v2(library,&d,SQLITE_OPEN_READONLY,nullptr))return 1;
 sqlite3_stmt*q[2]={prepare(d,"SELECT s.id, p.heading, snippet(course_search, -1, char(2), char(3), '\xE2\x80\xA6', 16) FROM course_search JOIN course_piece AS p ON p.number = course_search.rowid JOIN course_skill AS s ON s.position = p.skill WHERE course_search MATCH ? AND rank MATCH 'bm25(20.0, 10.0, 5.0, 1.0)' ORDER BY rank LIMIT ?"),
  prepare(d,"SELECT n.skill, '', snippet(note_search, 0, char(2), char(3), '\xE2\x80\xA6', 16) FROM note_search JOIN note AS n ON n.number = note_search.rowid WHERE note_search MATCH ? ORDER BY rank LIMIT ?")};
 std::ifstream in(list);std::string s;std::vector<double> t;long rows=0,bytes=0;while(std::getline(in,s)){double a=ms();for(auto*w:q){sqlite3_bind_text(w,1,s.c_str(),-1,SQLITE_STATIC);sqlite3_bind_int(w,2,limit);while(sqlite3_step(w)==SQLITE_ROW){rows++;for(int c=0;c<3;c++)bytes+=sqlite3_column_text(w,c)?sqlite3_column_bytes(w,c):0;}sqlite3_reset(w);}t.push_back(ms()-a);}
 for(auto*w:q)sqlite3_finalize(w);sqlite3_close(d);if(t.empty())return 1;stats("",t);printf("rows=%ld bytes=%ld\n",rows,bytes);return 0;}
static int block(MD_BLOCKTYPE,void*,void*n){++*(long*)n;return 0;}
static int span(MD_SPANTYPE,void*,void*n){++*(long*)n;return 0;}
static int text(MD_TEXTTYPE,const MD_CHAR*,MD_SIZE size,void*n){*(long*)n+=size;return 0;}
// Each text once as it stands, and once in pieces by its level-2 headings for the index.
static int import(const std::string&folder,const std::string&dir){std::string f=dir+"/floor-import.db";sqlite3*d=fresh(f);
 ex(d,"CREATE TABLE lesson(id INTEGER PRIMARY KEY,name TEXT,markdown TEXT);CREATE TABLE piece(id INTEGER PRIMARY KEY,lesson INT,heading TEXT,body TEXT);"
      "CREATE VIRTUAL TABLE search USING fts5(heading,body,content='piece',content_rowid='id',tokenize='unicode61 remove_diacritics 2',prefix='2 3');INSERT INTO search(search,rank) VALUES('hashsize',16777216)");
 double t0=ms();std::vector<std::pair<std::string,std::string>> files;size_t bytes=0;for(auto&e:std::filesystem::recursive_directory_iterator(folder))if(e.path().extension()==".md"){std::ifstream in(e.path(),std::ios::binary);std::stringstream s;s<<in.rdbuf();files.push_back({e.path().stem().string(),s.str()});bytes+=files.back().second.size();}
 double t1=ms();long nodes=0;MD_PARSER p{};p.flags=MD_DIALECT_GITHUB;p.enter_block=block;p.leave_block=block;p.enter_span=span;p.leave_span=span;p.text=text;for(auto&[n,s]:files)if(md_parse(s.data(),s.size(),&p,&nodes))return 1;
 double t2=ms();ex(d,"BEGIN");auto*a=prepare(d,"INSERT INTO lesson VALUES(?,?,?)"),*b=prepare(d,"INSERT INTO piece VALUES(NULL,?,?,?)");int id=0;for(auto&[n,s]:files){sqlite3_bind_int(a,1,++id);sqlite3_bind_text(a,2,n.data(),n.size(),SQLITE_STATIC);sqlite3_bind_text(a,3,s.data(),s.size(),SQLITE_STATIC);sqlite3_step(a);sqlite3_reset(a);
  for(size_t at=0;at<s.size();){size_t next=s.find("\n## ",at);size_t end=next==std::string::npos?s.size():next;size_t line=std::min(s.find('\n',at),end);sqlite3_bind_int(b,1,id);sqlite3_bind_text(b,2,s.data()+at,line-at,SQLITE_STATIC);sqlite3_bind_text(b,3,s.data()+line,end-line,SQLITE_STATIC);sqlite3_step(b);sqlite3_reset(b);at=end==s.size()?end:end+1;}}
 sqlite3_finalize(a);sqlite3_finalize(b);double t3=ms();ex(d,"INSERT INTO search(search) VALUES('rebuild')");double t4=ms();ex(d,"COMMIT");double t5=ms();
 sqlite3_close(d);drop(f);printf("files=%zu bytes=%zu nodes=%ld read=%.3f parse=%.3f insert=%.3f index=%.3f commit=%.3f plain=%.3f total=%.3f\n",files.size(),bytes,nodes,t1-t0,t2-t1,t3-t2,t4-t3,t5-t4,t5-t0-(t4-t3),t5-t0);return 0;}
int main(int c,char**v){std::string verb=c>1?v[1]:"";if(verb=="commit"&&c>2)return commits(v[2],c>3?atoi(v[3]):300);if(verb=="search"&&c>4)return searches(v[2],v[3],atoi(v[4]));if(verb=="import"&&c>3)return import(v[2],v[3]);return 2;}
