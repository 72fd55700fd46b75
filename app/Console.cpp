// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Terminal.h>
#include <app/Verb.h>

#include <ui/words/ErrorSentence.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace waymark::app {

Console::Console(const Streams& streams, bool json)
    : m_streams(streams)
    , m_json(json)
{
}

void Console::line(const QString& text)
{
    m_streams.out << text << '\n';
}

void Console::json(const QJsonValue& value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    m_streams.out << QString::fromUtf8(document.toJson(QJsonDocument::Indented));
}

std::optional<QString> Console::ask(const QString& prompt)
{
    m_streams.out << prompt << Qt::flush;
    const QString line = m_streams.in.readLine();
    return line.isNull() ? std::nullopt : std::optional(line);
}

std::optional<QString> Console::askSecret(const QString& prompt)
{
    const HiddenTyping hidden;
    std::optional<QString> line = ask(prompt);
    if (hidden.isHiding()) {
        m_streams.out << '\n' << Qt::flush;
    }
    return line;
}

void Console::error(const domain::Error& error)
{
    const QString sentence = ui::ErrorSentence::of(error);
    if (m_json) {
        const QJsonObject object { { u"code"_s, static_cast<int>(exitCodeOf(error.code)) }, { u"message"_s, sentence } };
        m_streams.err << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) << '\n';
    } else {
        m_streams.err << "waymark: " << sentence << '\n';
    }
}

int Console::fail(const domain::Error& failure)
{
    error(failure);
    return static_cast<int>(exitCodeOf(failure.code));
}

} // namespace waymark::app
