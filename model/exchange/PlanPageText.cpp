// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanPageText.h>

#include <exchange/PlanLimits.h>

#include <cstring>
#include <optional>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using domain::ErrorCode;

namespace {

constexpr QByteArrayView scriptStart("<script");
constexpr QByteArrayView scriptEnd("</script");

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool endsName(char c)
{
    return isSpace(c) || c == '/' || c == '>';
}

/// Where `word`, which begins with "<", stands from `from` on, in letters of either case; -1 for nowhere.
qsizetype indexOfTag(QByteArrayView text, QByteArrayView word, qsizetype from)
{
    while (from < text.size()) {
        const void* found = std::memchr(text.data() + from, '<', static_cast<std::size_t>(text.size() - from));
        if (found == nullptr) {
            return -1;
        }
        const qsizetype at = static_cast<const char*>(found) - text.data();
        const qsizetype end = at + word.size();
        if (end < text.size() && text.sliced(at, word.size()).compare(word, Qt::CaseInsensitive) == 0 && endsName(text[end])) {
            return at;
        }
        from = at + 1;
    }
    return -1;
}

/// The attributes of one tag, in one pass over it.
class Tag
{
public:
    /// `at` is behind the name of the tag.
    Tag(QByteArrayView text, qsizetype at)
        : m_text(text)
        , m_at(at)
    {
        while (skipToName()) {
            readAttribute();
        }
        m_isClosed = m_at < m_text.size();
    }

    [[nodiscard]] bool isClosed() const { return m_isClosed; }
    [[nodiscard]] bool isPlan() const { return m_id == "waymark-plan"; }
    [[nodiscard]] bool isJson() const { return m_type.compare("application/json", Qt::CaseInsensitive) == 0; }
    [[nodiscard]] qsizetype end() const { return m_at + 1; } ///< behind its ">"

private:
    /// False at the end of the tag.
    bool skipToName()
    {
        while (m_at < m_text.size() && (isSpace(m_text[m_at]) || m_text[m_at] == '/')) {
            ++m_at;
        }
        return m_at < m_text.size() && m_text[m_at] != '>';
    }

    void readAttribute()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !isSpace(m_text[m_at]) && !(m_text[m_at] == '=' && m_at > start) && m_text[m_at] != '>'
            && m_text[m_at] != '/') {
            ++m_at;
        }
        const QByteArrayView name = m_text.sliced(start, m_at - start);
        skipSpaces();
        if (m_at == m_text.size() || m_text[m_at] != '=') {
            return;
        }
        ++m_at;
        skipSpaces();
        const QByteArrayView value = readValue();
        for (const auto& [known, member] : { std::pair(QByteArrayView("id"), &m_id), std::pair(QByteArrayView("type"), &m_type) }) {
            if (member->isNull() && name.compare(known, Qt::CaseInsensitive) == 0) {
                *member = value; // the first counts, as in a browser
            }
        }
    }

    void skipSpaces()
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at])) {
            ++m_at;
        }
    }

    QByteArrayView readValue()
    {
        if (m_at < m_text.size() && (m_text[m_at] == '"' || m_text[m_at] == '\'')) {
            const qsizetype start = m_at + 1;
            const qsizetype close = m_text.indexOf(m_text[m_at], start);
            const qsizetype end = close < 0 ? m_text.size() : close;
            m_at = close < 0 ? end : end + 1;
            return m_text.sliced(start, end - start);
        }
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !isSpace(m_text[m_at]) && m_text[m_at] != '>') {
            ++m_at;
        }
        return m_text.sliced(start, m_at - start);
    }

    const QByteArrayView m_text;
    qsizetype m_at = 0;
    bool m_isClosed = false;
    QByteArrayView m_id;
    QByteArrayView m_type;
};

bool isPage(QByteArrayView file)
{
    qsizetype at = file.startsWith("\xef\xbb\xbf") ? 3 : 0;
    while (at < file.size() && isSpace(file[at])) {
        ++at;
    }
    return at < file.size() && file[at] == '<';
}

/// The text of the one script that carries the plan. Scripts are walked as a browser does: what one holds ends at the next "</script",
/// so that a tag inside a text of the plan is none.
domain::Result<QByteArrayView> planIn(QByteArrayView page, const QString& name)
{
    std::optional<QByteArrayView> plan;
    qsizetype at = indexOfTag(page, scriptStart, 0);
    while (at >= 0) {
        const Tag tag(page, at + scriptStart.size());
        if (!tag.isClosed()) {
            break;
        }
        const qsizetype end = indexOfTag(page, scriptEnd, tag.end());
        if (tag.isPlan()) {
            if (plan) {
                return domain::failure(ErrorCode::InvalidPlan, name, u"a page with two plans"_s);
            }
            if (!tag.isJson() || end < 0) {
                return domain::failure(ErrorCode::InvalidPlan, name, u"a page whose plan is cut off or no JSON"_s);
            }
            plan = page.sliced(tag.end(), end - tag.end());
        }
        at = end < 0 ? -1 : indexOfTag(page, scriptStart, end + scriptEnd.size());
    }
    if (!plan) {
        return domain::failure(ErrorCode::InvalidPlan, name, u"a page without a plan inside"_s);
    }
    return *plan;
}

} // namespace

domain::Result<QByteArrayView> planJsonIn(QByteArrayView file, const QString& name)
{
    if (!isPage(file)) {
        return file;
    }
    if (file.size() > limits::planPageBytes) {
        return domain::failure(ErrorCode::TooLarge, name, u"more than %1 MiB"_s.arg(limits::planPageBytes / limits::mebibyte));
    }
    return planIn(file, name);
}

domain::Result<QByteArray> planJsonOf(const QByteArray& file, const QString& name)
{
    return planJsonIn(file, name).map([&file](QByteArrayView json) { return json.size() == file.size() ? file : json.toByteArray(); });
}

} // namespace waymark::exchange
