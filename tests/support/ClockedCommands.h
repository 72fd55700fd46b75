// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CommandFixture.h>

#include <QDateTime>
#include <QFile>
#include <QTimeZone>

#include <set>

namespace waymark::support {

/// The command line at a moment and in a zone that the test sets.
class ClockedCommands : public CommandFixture
{
protected:
    ClockedCommands() { travelTo("UTC"); }

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
    QJsonObject edit(const QString& line)
    {
        const Answer answer = sayJson(line);
        if (answer.code != 0) {
            qFatal("%s: %s", qPrintable(line), said(answer).constData());
        }
        return answer.object();
    }

    static QDate dayOf(const QJsonValue& value) { return QDate::fromString(value.toString(), Qt::ISODate); }

    /// Every slot of the weeks of a plan, in their order.
    static QJsonArray slotsOf(const QJsonObject& plan)
    {
        QJsonArray all;
        for (const QJsonValue& week : plan[u"weeks"].toArray()) {
            for (const QJsonValue& slot : week.toObject()[u"slots"].toArray()) {
                all.append(slot);
            }
        }
        return all;
    }

    /// The days on which something is studied.
    static std::set<QDate> daysOf(const QJsonObject& plan)
    {
        std::set<QDate> days;
        for (const QJsonValue& slot : slotsOf(plan)) {
            days.insert(dayOf(slot.toObject()[u"day"]));
        }
        return days;
    }

    qint64 m_now = 0;

private:
    QString m_untouched;

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
