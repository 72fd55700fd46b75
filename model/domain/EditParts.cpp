// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/EditParts.h>

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

constexpr int secondsPerMinute = 60;

} // namespace

int offsetMinutes(qint64 moment, const QTimeZone& zone)
{
    return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC)) / secondsPerMinute;
}

Edit beginEdit(const EditContext& context, EditKind kind, const QString& subject)
{
    Edit edit;
    edit.id = context.id;
    edit.kind = kind;
    edit.subject = subject;
    edit.at = context.now;
    return edit;
}

void swapRecord(Edit& edit, const EditContext& context, const RecordKey& key, const std::optional<Record>& after)
{
    std::optional<Record> before = context.progress.record(key);
    if (before != after) {
        edit.changes.push_back({ key, std::move(before), after });
    }
}

Result<const Skill*> requireSkill(const EditContext& context, const QString& skill)
{
    const Skill* found = context.roadmap.find(skill);
    if (found == nullptr) {
        return failure(ErrorCode::UnknownSkill, skill);
    }
    return found;
}

Result<void> requireItem(const EditContext& context, const QString& skill, const QString& item)
{
    const Result<const Skill*> found = requireSkill(context, skill);
    if (!found) {
        return tl::unexpected(found.error());
    }
    const auto& checklist = (*found)->checklist;
    const bool known = std::any_of(checklist.begin(), checklist.end(), [&item](const ChecklistItem& each) { return each.id == item; });
    if (!known) {
        return failure(ErrorCode::UnknownItem, skill + u'/' + item);
    }
    return {};
}

Result<void> requireText(const QString& text, qsizetype longest, const QString& subject)
{
    if (text.size() > longest) {
        return failure(ErrorCode::InvalidText, subject, u"longer than %1 characters"_s.arg(longest));
    }
    if (text.contains(QChar(u'\0'))) {
        return failure(ErrorCode::InvalidText, subject, u"contains a NUL character"_s);
    }
    return {};
}

Result<void> requireNoControls(const QString& text, const QString& subject)
{
    const auto isControl = [](QChar c) {
        const char16_t code = c.unicode();
        return c.category() == QChar::Other_Control || (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    };
    if (const auto control = std::ranges::find_if(text, isControl); control != text.end()) {
        return failure(
            ErrorCode::InvalidText, subject, u"it holds the control character U+%1"_s.arg(uint { control->unicode() }, 4, 16, QChar(u'0')));
    }
    return {};
}

} // namespace waymark::domain
