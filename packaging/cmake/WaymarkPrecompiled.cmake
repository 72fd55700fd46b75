# SPDX-License-Identifier: GPL-3.0-or-later
# Headers of Qt and of the standard library that nearly every file of a set reads are read once. Headers of ours are never among them: a
# change of one would build everything anew. Bans hold, for the precompiled header is compiled under the same definitions; and each
# header is still compiled alone, without it.
option(WAYMARK_PRECOMPILED "Read the headers of libraries once" ON)

set(WAYMARK_HEADERS_VALUES <QDate> <QDateTime> <QHash> <QMap> <QSet> <QString> <QStringList> <QTimeZone> <algorithm> <array> <cmath> <functional>
  <memory> <optional> <tl/expected.hpp> <utility> <variant> <vector>)
set(WAYMARK_HEADERS_FILES ${WAYMARK_HEADERS_VALUES} <QCryptographicHash> <QDir> <QFile> <QFileInfo> <QObject> <QRegularExpression>)
# What many screens read, one by one: of all of <QtGui> and <QtWidgets> every file would instantiate templates that it has no use for, which
# takes it 0.3 s each time, twice as long as everything else here.
set(WAYMARK_HEADERS_OF_SCREENS <QAction> <QApplication> <QBoxLayout> <QButtonGroup> <QCheckBox> <QComboBox> <QDialog> <QFileDialog> <QFrame>
  <QGridLayout> <QGuiApplication> <QHeaderView> <QJsonArray> <QJsonObject> <QKeyEvent> <QLabel> <QLineEdit> <QListView> <QLocale> <QMenu>
  <QMessageBox> <QMouseEvent> <QPainter> <QPainterPath> <QPlainTextEdit> <QPointer> <QProgressBar> <QPushButton> <QScrollArea> <QScrollBar>
  <QSettings> <QSpinBox> <QStackedWidget> <QStyledItemDelegate> <QTextBlock> <QTextLayout> <QTimer> <QToolButton> <QTreeView> <QWidget>)
set(WAYMARK_HEADERS_SCREENS ${WAYMARK_HEADERS_FILES} ${WAYMARK_HEADERS_OF_SCREENS})
set(WAYMARK_HEADERS_TESTS ${WAYMARK_HEADERS_FILES} <QSignalSpy> <QTemporaryDir> <QTest> <rapidcheck.h>)
set(WAYMARK_HEADERS_SCREEN_TESTS ${WAYMARK_HEADERS_FILES} <QAbstractItemModelTester> <QSignalSpy> <QTemporaryDir> <QTest> ${WAYMARK_HEADERS_OF_SCREENS})

# waymark_precompile(<target> <set>): the set is one of those above, in lower case.
function(waymark_precompile target set)
  if(WAYMARK_PRECOMPILED)
    string(TOUPPER "${set}" set)
    target_precompile_headers(${target} PRIVATE ${WAYMARK_HEADERS_${set}})
  endif()
endfunction()
