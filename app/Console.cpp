// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Verb.h>

#include <ui/words/ErrorSentence.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace waymark::app {

Console::Console(QTextStream& out, QTextStream& err, bool json)
    : m_out(out)
    , m_err(err)
    , m_json(json)
{
}

void Console::line(const QString& text)
{
    m_out << text << '\n';
}

void Console::json(const QJsonValue& value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    m_out << QString::fromUtf8(document.toJson(QJsonDocument::Indented));
}

void Console::error(const domain::Error& error)
{
    const QString sentence = ui::ErrorSentence::of(error);
    if (m_json) {
        const QJsonObject object { { u"code"_s, static_cast<int>(exitCodeOf(error.code)) }, { u"message"_s, sentence } };
        m_err << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) << '\n';
    } else {
        m_err << "waymark: " << sentence << '\n';
    }
}

int Console::fail(const domain::Error& failure)
{
    error(failure);
    return static_cast<int>(exitCodeOf(failure.code));
}

} // namespace waymark::app
