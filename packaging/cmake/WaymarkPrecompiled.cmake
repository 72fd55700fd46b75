# SPDX-License-Identifier: GPL-3.0-or-later
# Headers of Qt and of the standard library that nearly every file of a set reads are read once. Headers of ours are never among them: a
# change of one would build everything anew. Bans hold, for the precompiled header is compiled under the same definitions; and each
# header is still compiled alone, without it.
option(WAYMARK_PRECOMPILED "Read the headers of libraries once" ON)

set(WAYMARK_HEADERS_VALUES <QDate> <QDateTime> <QHash> <QMap> <QSet> <QString> <QStringList> <QTimeZone> <algorithm> <array> <cmath> <functional>
  <memory> <optional> <tl/expected.hpp> <utility> <variant> <vector>)
set(WAYMARK_HEADERS_FILES ${WAYMARK_HEADERS_VALUES} <QCryptographicHash> <QDir> <QFile> <QFileInfo> <QObject> <QRegularExpression>)
set(WAYMARK_HEADERS_SCREENS ${WAYMARK_HEADERS_FILES} <QtGui> <QtWidgets>)
set(WAYMARK_HEADERS_TESTS ${WAYMARK_HEADERS_FILES} <QSignalSpy> <QTemporaryDir> <QTest> <rapidcheck.h>)
set(WAYMARK_HEADERS_SCREEN_TESTS ${WAYMARK_HEADERS_TESTS} <QtGui> <QtWidgets>)

# waymark_precompile(<target> <set>): the set is one of those above, in lower case.
function(waymark_precompile target set)
  if(WAYMARK_PRECOMPILED)
    string(TOUPPER "${set}" set)
    target_precompile_headers(${target} PRIVATE ${WAYMARK_HEADERS_${set}})
  endif()
endfunction()
