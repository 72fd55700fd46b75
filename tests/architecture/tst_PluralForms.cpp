// SPDX-License-Identifier: GPL-3.0-or-later
// Each text with a number has its singular and its plural: without them a person would read "1 skill(s)".
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The string literals of a source that count something, as they stand in the program.
QStringList countingTexts(const QString& source)
{
    static const QRegularExpression literal(uR"re("((?:[^"\\\n]|\\.)*%n(?:[^"\\\n]|\\.)*)")re"_s);
    QStringList texts;
    for (const QRegularExpressionMatch& match : literal.globalMatch(source)) {
        texts.append(match.captured(1).replace(u"\\\""_s, u"\""_s));
    }
    return texts;
}

} // namespace

class tst_PluralForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachCountingTextHasBothForms()
    {
        const QString forms = contentOf(QStringLiteral(WAYMARK_SOURCE "/resources/translations/waymark_en.ts"));
        QVERIFY(!forms.isEmpty());
        int seen = 0;
        for (const QString& folder : { u"/app"_s, u"/ui"_s, u"/model"_s }) {
            QDirIterator files(
                QStringLiteral(WAYMARK_SOURCE) + folder, { u"*.cpp"_s, u"*.h"_s }, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString file = files.next();
                for (const QString& text : countingTexts(contentOf(file))) {
                    ++seen;
                    const QString entry = u"<source>%1</source>"_s.arg(text.toHtmlEscaped());
                    QVERIFY2(forms.contains(entry), qPrintable(u"run resources/translations/update: %1 in %2"_s.arg(text, file)));
                }
            }
        }
        QVERIFY(seen > 20);
        QVERIFY(!forms.contains(u"<numerusform></numerusform>"_s));
    }
};

QTEST_APPLESS_MAIN(tst_PluralForms)

#include "tst_PluralForms.moc"
