// SPDX-License-Identifier: GPL-3.0-or-later
// The way back from the task lists of planToMarkdown(), line by line.
#include <exchange/PlanMarkdown.h>

#include <exchange/JsonFields.h>
#include <exchange/CleanText.h>
#include <exchange/PlanEscapes.h>
#include <exchange/PlanLimits.h>

#include <QRegularExpression>
#include <QSet>
#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using domain::ErrorCode;
using domain::Record;
using domain::RecordKey;

namespace {

QString fromMark(const QString& mark)
{
    return QUrl::fromPercentEncoding(mark.toLatin1());
}

class TickReader
{
public:
    TickReader(QStringList lines, QString name)
        : m_lines(std::move(lines))
        , m_name(std::move(name))
    {
    }

    [[nodiscard]] domain::Result<std::vector<PlanTick>> read()
    {
        while (m_at < m_lines.size() && !m_fault) {
            if (!readItem() && !readProof()) {
                ++m_at;
            }
        }
        if (m_fault) {
            return tl::unexpected(*m_fault);
        }
        if (m_ticks.empty()) {
            return domain::failure(ErrorCode::InvalidPlan, m_name, u"no item ends in a mark such as {#skill/item}"_s);
        }
        return std::move(m_ticks);
    }

private:
    void refuse(ErrorCode code, const QString& why) { m_fault = domain::Error { code, m_name, u"line %1: %2"_s.arg(m_at + 1).arg(why) }; }

    bool readItem()
    {
        static const QRegularExpression form(u"^\\s*[-*+] \\[([ xX])\\].*\\{#([^\\s{}/]+)/([^\\s{}/]+)\\}\\s*$"_s);
        const QRegularExpressionMatch match = form.match(m_lines[m_at]);
        if (!match.hasMatch()) {
            // The evidence of an item without its mark belongs to nobody, least of all to the item above.
            static const QRegularExpression otherItem(u"^\\s*[-*+] \\[[ xX]\\] |^#"_s);
            m_isInItem = m_isInItem && !otherItem.match(m_lines[m_at]).hasMatch();
            return false;
        }
        PlanTick tick { fromMark(match.captured(2)), fromMark(match.captured(3)), match.captured(1) != u" "_s, {} };
        const QString mark = match.captured(2) + u'/' + match.captured(3);
        if (mark.size() > 2 * limits::planIdCharacters || m_seen.contains(mark)) {
            refuse(ErrorCode::InvalidPlan, u"the mark {#%1} is too long or stands there twice"_s.arg(escapedName(mark.left(200))));
        } else if (++m_nodes > limits::jsonNodes) {
            refuse(ErrorCode::TooLarge, u"more than %1 items and pieces of evidence"_s.arg(limits::jsonNodes));
        }
        m_seen.insert(mark);
        m_ticks.push_back(std::move(tick));
        m_isInItem = true;
        ++m_at;
        return true;
    }

    bool readProof()
    {
        static const QRegularExpression form(u"^\\s+[-*+] ([a-z-]+): ?(.*)$"_s);
        const QRegularExpressionMatch match = m_isInItem ? form.match(m_lines[m_at]) : QRegularExpressionMatch();
        const auto kind = match.hasMatch() ? domain::evidenceKindFrom(match.captured(1)) : std::nullopt;
        if (!kind) {
            return false;
        }
        const qsizetype first = m_at;
        QStringList text { match.captured(2) };
        while (goesOn(text.back()) && m_at + 1 < m_lines.size()) {
            text.back().chop(1);
            text.append(trimmedStart(m_lines[++m_at]));
        }
        PlanTick::Proof proof { idOff(text.back()), *kind, {} };
        proof.text = cleanBody(unescapedMarkdown(text));
        if (proof.text.size() > domain::maxEvidenceLength || ++m_nodes > limits::jsonNodes) {
            m_at = first;
            refuse(ErrorCode::TooLarge, u"evidence is too long, or there is too much of it"_s);
        }
        if (!proof.text.trimmed().isEmpty()) {
            m_ticks.back().evidence.push_back(std::move(proof));
        }
        ++m_at;
        return true;
    }

    static QString trimmedStart(const QString& line)
    {
        qsizetype from = 0;
        while (from < line.size() && line[from] == u' ') {
            ++from;
        }
        return line.mid(from);
    }

    /// Takes " {#id}" and the spaces around it off the end.
    static QString idOff(QString& text)
    {
        static const QRegularExpression form(u"(?:^| )\\{#([^\\s{}/]+)\\}\\s*$"_s);
        const QRegularExpressionMatch match = form.match(text);
        if (match.hasMatch()) {
            text.truncate(match.capturedStart());
            return fromMark(match.captured(1)).left(limits::planIdCharacters);
        }
        text = text.trimmed();
        return {};
    }

    const QStringList m_lines;
    const QString m_name;
    qsizetype m_at = 0;
    bool m_isInItem = false;
    int m_nodes = 0;
    QSet<QString> m_seen;
    std::vector<PlanTick> m_ticks;
    std::optional<domain::Error> m_fault;
};

bool hasSame(const domain::ItemProgress& item, const PlanTick::Proof& proof)
{
    return std::any_of(item.evidence.cbegin(), item.evidence.cend(),
        [&proof](const domain::Evidence& present) { return present.kind == proof.kind && present.text == proof.text; });
}

} // namespace

domain::Result<std::vector<PlanTick>> readPlanMarkdown(const QByteArray& markdown, const QString& name)
{
    if (markdown.size() > limits::jsonBytes) {
        return domain::failure(ErrorCode::TooLarge, name, u"more than %1 MiB"_s.arg(limits::jsonBytes / limits::mebibyte));
    }
    if (!isUtf8(markdown) || markdown.contains('\0')) {
        return domain::failure(ErrorCode::InvalidPlan, name, u"not a text in UTF-8"_s);
    }
    QString text = QString::fromUtf8(markdown);
    text.replace(u"\r\n"_s, u"\n"_s);
    return TickReader(text.split(u'\n'), name).read();
}

domain::Result<domain::Edit> planTicksEdit(const domain::EditContext& context, const std::vector<PlanTick>& ticks)
{
    domain::Edit edit;
    edit.id = context.id;
    edit.kind = domain::EditKind::ImportPlan;
    edit.subject = context.roadmap.course().id;
    edit.at = context.now;
    const QUuid origin = QUuid::fromString(context.id);
    for (const PlanTick& tick : ticks) {
        const domain::ItemProgress present = context.progress.skill(tick.skill).items.value(tick.item);
        if (tick.done && !present.mark) {
            edit.changes.push_back({ RecordKey::ofItem(tick.skill, tick.item), std::nullopt, domain::ItemMark { context.now } });
        }
        int number = 0;
        QSet<QString> ids;
        for (const PlanTick::Proof& proof : tick.evidence) {
            const QString seed = tick.skill + u'/' + tick.item + u'/' + QString::number(number++);
            const QString id = proof.id.isEmpty() ? QUuid::createUuidV5(origin, seed).toString(QUuid::WithoutBraces) : proof.id;
            if (hasSame(present, proof) || ids.contains(id)) {
                continue;
            }
            ids.insert(id);
            const RecordKey key = RecordKey::ofEvidence(tick.skill, tick.item, id);
            edit.changes.push_back({ key, context.progress.record(key), domain::Evidence { proof.kind, proof.text, context.now } });
        }
    }
    return edit;
}

} // namespace waymark::exchange
