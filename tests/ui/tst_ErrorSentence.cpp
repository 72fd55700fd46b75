// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/ErrorSentence.h>

#include <QLocale>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Error;
using domain::ErrorCode;

class tst_ErrorSentence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorIsSentences_data()
    {
        QTest::addColumn<int>("code");
        for (int code = 0; code <= static_cast<int>(ErrorCode::NothingRecovered); ++code) {
            QTest::addRow("code %d", code) << code;
        }
    }
    void everyErrorIsSentences()
    {
        QFETCH(const int, code);
        const QString sentence = ui::ErrorSentence::of({ static_cast<ErrorCode>(code), u"Subject"_s, u"Detail"_s });
        QVERIFY2(sentence.endsWith(u'.') && (sentence.at(0).isUpper() || sentence.at(0) == u'"') && !sentence.contains(u'%'),
            qPrintable(sentence));
    }

    /// It is met by an undo as well as by a redo.
    void aLostCourseIsToldOfBothWays()
    {
        const QString sentence = ui::ErrorSentence::of({ ErrorCode::CourseLost, u"edit"_s, u"cut"_s });
        for (const QString& words : { u"(cut)"_s, u"undo passes over"_s, u"redo ends before"_s, u"from its file"_s }) {
            QVERIFY2(sentence.contains(words), qPrintable(sentence));
        }
        QVERIFY2(!sentence.contains(u"Undo once more"_s), qPrintable(sentence));
    }

    void aFullDiskIsNamedWithWhatItNeeds()
    {
        const QTemporaryDir home;
        const QString path = home.filePath(u"plan.pdf"_s);
        const QString volume = QStorageInfo(home.path()).rootPath();
        const QString known = ui::ErrorSentence::of({ ErrorCode::DiskFull, path, {}, 12'345'678 });
        QVERIFY2(known.contains(path) && known.contains(u"volume %1,"_s.arg(volume)), qPrintable(known));
        QVERIFY2(known.contains(QLocale().formattedDataSize(12'345'678)), qPrintable(known));
        const QString unknown = ui::ErrorSentence::of({ ErrorCode::DiskFull, path, {} });
        QVERIFY2(unknown.contains(u"volume %1,"_s.arg(volume)) && !unknown.contains(u"needs"_s), qPrintable(unknown));
        QVERIFY(!ui::ErrorSentence::of({ ErrorCode::DiskFull, u"library"_s, {} }).contains(u"volume"_s));
    }

    void nothingInAnErrorSteersTheReader()
    {
        const QString sentence = ui::ErrorSentence::of({ ErrorCode::FileMissing, u"a\u202Eb\n\u001B[2Jc"_s, {} });
        for (const char16_t hidden : { u'\u202E', u'\n', u'\u001B' }) {
            QVERIFY2(!sentence.contains(QChar(hidden)), qPrintable(sentence));
        }
    }
};

QTEST_GUILESS_MAIN(tst_ErrorSentence)
#include "tst_ErrorSentence.moc"
