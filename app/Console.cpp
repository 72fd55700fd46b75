// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Terminal.h>
#include <app/Verb.h>

#include <ui/words/ErrorSentence.h>
#include <ui/words/Isolated.h>

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

void Console::flush()
{
    m_streams.out << Qt::flush;
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

namespace {

QJsonObject jsonOf(domain::ErrorCode code, const QString& sentence)
{
    return { { u"code"_s, static_cast<int>(exitCodeOf(code)) }, { u"message"_s, sentence } };
}

QString sentenceOf(const domain::Error& error)
{
    return ui::unisolated(ui::ErrorSentence::of(error));
}

QString lineOf(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

void Console::error(const domain::Error& error)
{
    say(error.code, sentenceOf(error));
}

void Console::say(domain::ErrorCode code, const QString& sentence)
{
    m_streams.err << (m_json ? lineOf(jsonOf(code, sentence)) : u"waymark: "_s + sentence) << '\n';
}

void Console::fileError(const domain::Error& error)
{
    if (m_json) {
        m_streams.err << lineOf({ { u"file"_s, error.subject }, { u"error"_s, jsonOf(error.code, sentenceOf(error)) } }) << '\n';
    } else {
        this->error(error);
    }
}

int Console::fail(const domain::Error& error)
{
    return fail(error.code, sentenceOf(error));
}

int Console::fail(domain::ErrorCode code, const QString& sentence)
{
    say(code, sentence);
    return static_cast<int>(exitCodeOf(code));
}

} // namespace waymark::app
