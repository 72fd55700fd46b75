// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/SkillRecords.h>

#include <domain/CleanText.h>
#include <domain/Wording.h>

#include <QCryptographicHash>

namespace waymark::domain {

namespace {

constexpr std::array<const char*, 4> markWords { "started", "done", "skipped", "assumed" };

} // namespace

QString toString(Mark mark)
{
    return wordOf(markWords, mark);
}
std::optional<Mark> markFrom(const QString& word)
{
    return valueOf<Mark>(markWords, word);
}

/// Over the text as a plan shows it: what a library has kept of a terminal's output from before it was cleaned has the hash of its plan.
QString hashOf(const Evidence& evidence)
{
    const QByteArray content = (toString(evidence.kind) + u'\n' + cleanText(evidence.text)).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

} // namespace waymark::domain
