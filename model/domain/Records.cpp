// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/RecordFields.h>

#include <domain/CleanText.h>
#include <domain/Wording.h>

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

constexpr std::array<const char*, 4> markWords { "started", "done", "skipped", "assumed" };

template <std::size_t... kinds> Record recordAt(std::size_t kind, std::index_sequence<kinds...> /*all*/)
{
    Record record;
    (void)((kinds == kind && (record.emplace<kinds>(), true)) || ...);
    return record;
}

} // namespace

Record emptyRecord(RecordKind kind)
{
    return recordAt(static_cast<std::size_t>(kind), std::make_index_sequence<recordKinds>());
}

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
