// SPDX-License-Identifier: GPL-3.0-or-later
// calendar_files FOLDER: writes hostile.ics, a calendar full of texts that such files trip over, and hostile.json, the same texts by uid.
#include <domain/AtomicFile.h>
#include <exchange/CalendarFile.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

QStringList hostileTexts()
{
    return { u"one, two; three: \"four\""_s, u"two\nlines"_s, u"x\nBEGIN:VALARM\nTRIGGER:-PT1M\nEND:VALARM"_s,
        u"END:VEVENT\nEND:VCALENDAR"_s, u" spaces at both ends "_s, u"\u05e9\u05dc\u05d5\u05dd \u202e reversed"_s,
        QString(u"e\u0301"_s).repeated(90), QString(u"\U0001F469\u200D\U0001F4BB"_s).repeated(40), QString(u"\u20ac"_s).repeated(77),
        QString(u","_s).repeated(80), QString(u"\u00e9;"_s).repeated(60), u"100% ^n ^' x=\"y\""_s, u"back\\slash and C:\\new\\, too"_s };
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    exchange::CalendarFile calendar { u"Hostile, texts"_s, 1'795'338'000'000, 7, {}, {} };
    QJsonObject texts;
    for (const QString& text : hostileTexts()) {
        const QString uid = QUuid::createUuidV5(QUuid(), text).toString(QUuid::WithoutBraces);
        calendar.events.push_back({ uid, QDate(2026, 11, 23), text, text, { text } });
        texts.insert(uid, text);
    }
    const bool isWritten = domain::writeFileAtomically(folder + u"/hostile.ics"_s, exchange::calendarToText(calendar)).has_value()
        && domain::writeFileAtomically(folder + u"/hostile.json"_s, QJsonDocument(texts).toJson()).has_value();
    return isWritten ? 0 : 1;
}
