// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CommandFixture.h>

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QTest>
#include <QTimeZone>

#include <vector>

namespace waymark::support {

/// The command line at a moment and in a zone that the test sets.
class ClockedCommands : public CommandFixture
{
protected:
    ClockedCommands()
    {
        QCoreApplication::setApplicationName(QStringLiteral("waymark"));
        travelTo("UTC");
    }

    /// In UTC, at noon of a Sunday, with a library in which nothing has been done. The first call makes it, the others copy that one.
    void startAnew()
    {
        travelTo("UTC");
        goTo(QStringLiteral("2026-11-22T12:00:00Z"));
        if (m_untouched.isEmpty()) {
            makeLibrary();
            m_untouched = m_library;
            m_library = path(QStringLiteral("copy.waymark"));
        }
        for (const char* rest : { "", "-wal", "-shm" }) {
            QFile::remove(m_library + QLatin1StringView(rest));
        }
        if (!QFile::copy(m_untouched, m_library)) {
            qFatal("the library is not copied");
        }
    }

    void travelTo(const QByteArray& zone)
    {
        m_clock = { [this] { return m_now; }, QTimeZone(zone) };
        if (!m_clock.zone.isValid()) {
            qFatal("there is no such zone");
        }
    }
    /// With its offset: "2026-11-22T12:00:00+01:00".
    void goTo(const QString& moment) { m_now = momentOf(moment); }
    void wait(int minutes) { m_now += qint64 { minutes } * 60'000; }
    static qint64 momentOf(const QString& moment) { return QDateTime::fromString(moment, Qt::ISODate).toMSecsSinceEpoch(); }

    /// What a person types, with words parted by single spaces and `_` for a space inside of one.
    Answer say(const QString& line) { return on(wordsOf(line)); }
    Answer sayJson(const QString& line) { return json(wordsOf(line)); }
    /// An edit that has to succeed, in JSON.
    QJsonObject edit(const QString& line) { return succeeding(line).object(); }
    /// What a verb prints in JSON, which has to succeed: an object or a list.
    QJsonObject shown(const QString& line) { return succeeding(line).object(); }
    QJsonArray listed(const QString& line) { return succeeding(line).array(); }

    struct LineRow
    {
        const char* name;
        QString words; ///< as say() takes them
        int code = 0; ///< with which the program ends
        QString sentence {}; ///< a part of what it says then
    };
    static void addLines(const std::vector<LineRow>& rows)
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("sentence");
        for (const LineRow& row : rows) {
            QTest::newRow(row.name) << row.words << row.code << row.sentence;
        }
    }
    /// That the line of this row, after the words before it, is refused for people and for programs and that nothing is written.
    void checkRefused(const QString& before = {})
    {
        QFETCH(const QString, words);
        QFETCH(const int, code);
        QFETCH(const QString, sentence);
        const QJsonArray log = listed(QStringLiteral("log"));
        const Answer answer = say(before + words);
        QVERIFY2(isRefusal(answer, code, sentence), said(answer).constData());
        const Answer inJson = sayJson(before + words);
        QVERIFY2(inJson.code == code && inJson.out.isEmpty(), said(inJson).constData());
        QCOMPARE(QJsonDocument::fromJson(inJson.err.toUtf8()).object()[u"code"].toInt(), code);
        QCOMPARE(listed(QStringLiteral("log")), log);
    }

    qint64 m_now = 0;

private:
    QString m_untouched;

    Answer succeeding(const QString& line)
    {
        const Answer answer = sayJson(line);
        if (answer.code != 0) {
            qFatal("%s: %s", qPrintable(line), said(answer).constData());
        }
        return answer;
    }
    static QStringList wordsOf(const QString& line)
    {
        QStringList words = line.split(u' ');
        for (QString& word : words) {
            word.replace(u'_', u' ');
        }
        return words;
    }
};

} // namespace waymark::support
