// SPDX-License-Identifier: GPL-3.0-or-later
// Includes never climb: a layer names its own headers and those of the layers below it.
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Layer
{
    QString folder;
    QStringList mayName; ///< first part of the include path
};

const QList<Layer>& layers()
{
    static const QList<Layer> all {
        { u"model/domain"_s, { u"domain"_s } },
        { u"model/learning"_s, { u"learning"_s, u"domain"_s } },
        { u"model/exchange"_s, { u"exchange"_s, u"learning"_s, u"domain"_s } },
        { u"model/storage"_s, { u"storage"_s, u"domain"_s } },
        { u"model/session"_s, { u"session"_s, u"exchange"_s, u"learning"_s, u"domain"_s } },
        { u"ui"_s, { u"ui"_s, u"session"_s, u"exchange"_s, u"learning"_s, u"domain"_s } },
        { u"resources"_s, { u"resources"_s } },
        { u"app"_s, { u"app"_s, u"ui"_s, u"session"_s, u"storage"_s, u"exchange"_s, u"learning"_s, u"domain"_s, u"resources"_s } },
    };
    return all;
}

const QStringList& ourPrefixes()
{
    static const QStringList prefixes { u"app"_s, u"ui"_s, u"session"_s, u"storage"_s, u"exchange"_s, u"learning"_s, u"domain"_s,
        u"resources"_s };
    return prefixes;
}

/// The includes of a text that a layer may not have: those that climb, and quoted ones (ours are named from the root of their layer).
QStringList wrongIncludes(const QString& text, const QStringList& mayName)
{
    static const QRegularExpression include(uR"(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"])"_s, QRegularExpression::MultilineOption);
    QStringList wrong;
    for (const QRegularExpressionMatch& match : include.globalMatch(text)) {
        const QString path = match.captured(2);
        const bool isMoc = path.endsWith(u".moc");
        const QString prefix = path.contains(u'/') ? path.section(u'/', 0, 0) : QString();
        const bool isOurs = ourPrefixes().contains(prefix);
        if ((match.captured(1) == u"\"" && !isMoc) || (isOurs && !mayName.contains(prefix))) {
            wrong.append(path);
        }
    }
    return wrong;
}

} // namespace

class tst_Includes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layersNameOnlyWhatLiesBelow_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QStringList>("mayName");
        for (const Layer& layer : layers()) {
            QTest::newRow(qPrintable(layer.folder)) << layer.folder << layer.mayName;
        }
    }

    void layersNameOnlyWhatLiesBelow()
    {
        QFETCH(QString, folder);
        QFETCH(QStringList, mayName);
        int files = 0;
        QDirIterator walk(QStringLiteral(WAYMARK_SOURCE "/") + folder, { u"*.h"_s, u"*.cpp"_s }, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QStringList wrong = wrongIncludes(QString::fromUtf8(file.readAll()), mayName);
            QVERIFY2(wrong.isEmpty(), qPrintable(file.fileName() + u": "_s + wrong.join(u' ')));
            ++files;
        }
        QVERIFY(files > 0);
    }

    /// Every screen stands on them.
    void wordsAndThemeNameNoScreen_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("words") << u"words"_s;
        QTest::newRow("theme") << u"theme"_s;
    }

    void wordsAndThemeNameNoScreen()
    {
        QFETCH(QString, folder);
        static const QRegularExpression screen(u"^#include <ui/(?!words/|theme/)"_s, QRegularExpression::MultilineOption);
        QVERIFY(u"#include <ui/skill/SkillPage.h>\n"_s.contains(screen));
        int files = 0;
        QDirIterator walk(QStringLiteral(WAYMARK_SOURCE "/ui/") + folder, { u"*.h"_s, u"*.cpp"_s }, QDir::Files);
        while (walk.hasNext()) {
            QFile file(walk.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!QString::fromUtf8(file.readAll()).contains(screen), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 0);
    }

    void climbingIncludesAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isWrong");
        QTest::newRow("own layer") << u"#include <learning/Standing.h>\n"_s << false;
        QTest::newRow("layer below") << u"#include <domain/Edit.h>\n"_s << false;
        QTest::newRow("library") << u"#include <QString>\n#include <tl/expected.hpp>\n"_s << false;
        QTest::newRow("layer above") << u"#include <session/Workspace.h>\n"_s << true;
        QTest::newRow("sideways") << u"#include <exchange/Markdown.h>\n"_s << true;
        QTest::newRow("quoted") << u"#include \"domain/Edit.h\"\n"_s << true;
        QTest::newRow("indented") << u"  #  include <ui/Page.h>\n"_s << true;
    }

    void climbingIncludesAreFound()
    {
        QFETCH(QString, text);
        QFETCH(bool, isWrong);
        QCOMPARE(!wrongIncludes(text, { u"learning"_s, u"domain"_s }).isEmpty(), isWrong);
    }
};

QTEST_APPLESS_MAIN(tst_Includes)
#include "tst_Includes.moc"
