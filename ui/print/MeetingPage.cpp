// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/print/MeetingPage.h>
#include <ui/words/Isolated.h>

#include <ui/words/LocalTime.h>
#include <ui/words/Words.h>

#include <QBuffer>
#include <QLocale>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::Result;
using exchange::PlanDocument;
using exchange::PlanSkill;
using exchange::PlanSummary;

namespace {

constexpr double noteShare = 0.34; ///< of the width, for what stands at the right
constexpr double writingLine = 28; ///< between two lines to write on
constexpr double writingRoom = 170; ///< kept free for them at the foot

} // namespace

QString MeetingPage::day(qint64 moment) const
{
    return dayText(moment, m_workspace.zone());
}

void MeetingPage::addHead(PrintSheet& sheet, const QString& over, const QString& title, const QString& under) const
{
    const PrintLook& look = sheet.look();
    const QRectF body = sheet.body();
    const std::pair<QString, PrintStyle> lines[] = { { over, PrintLook::coloured(look.strong, look.palette.trail) }, { title, look.cover },
        { under, PrintLook::coloured(look.body, look.palette.softText) } };
    for (const auto& [text, style] : lines) {
        const PrintText laid(text, PrintLook::atMost(style, 2), body.width());
        sheet.put(laid, body.left(), sheet.y());
        sheet.skip(laid.height());
    }
    sheet.skip(space::m);
    sheet.line(body.left(), body.right(), sheet.y(), look.palette.line);
    sheet.skip(space::l);
}

/// As many of the lines as `room` (logical pixels) holds, and how many more there are; nothing where not even that has room.
void MeetingPage::addList(PrintSheet& sheet, const QString& heading, const std::vector<Line>& lines, double room) const
{
    const PrintLook& look = sheet.look();
    const QRectF body = sheet.body();
    const auto more = [&](std::size_t count) {
        return PrintText(tr("and %n more", nullptr, static_cast<int>(count)), PrintLook::atMost(look.caption, 1), body.width());
    };
    const PrintText head(heading, PrintLook::atMost(look.heading, 1), body.width());
    const double moreHeight = more(lines.size()).height();
    const double end = sheet.y() + room - space::l;
    if (lines.empty() || sheet.y() + head.height() + space::xs + moreHeight > end) {
        return;
    }
    sheet.put(head, body.left(), sheet.y());
    sheet.skip(head.height() + space::xs);
    std::size_t printed = 0;
    for (const Line& line : lines) {
        const double noteWidth = line.note.isEmpty() ? 0 : body.width() * noteShare;
        const PrintText text(line.text, PrintLook::atMost(look.body, 2), body.width() - noteWidth - space::m);
        const double after = printed + 1 == lines.size() ? 0 : space::xs + moreHeight;
        if (sheet.y() + text.height() + after > end) {
            break;
        }
        sheet.put(text, body.left(), sheet.y());
        if (noteWidth > 0) {
            const PrintText note(line.note, PrintLook::atMost(PrintLook::aligned(look.caption, Qt::AlignRight), 1), noteWidth);
            sheet.put(note, body.right() - noteWidth, sheet.y() + text.firstBaseline() - note.firstBaseline());
        }
        sheet.skip(text.height() + space::xs);
        ++printed;
    }
    if (printed < lines.size()) {
        const PrintText rest = more(lines.size() - printed);
        sheet.put(rest, body.left(), sheet.y());
        sheet.skip(rest.height());
    }
    sheet.skip(space::l);
}

/// To write on.
void MeetingPage::addLines(PrintSheet& sheet, double height) const
{
    const QRectF body = sheet.body();
    const PrintText head(tr("Agreed"), sheet.look().heading, body.width());
    sheet.moveTo(body.bottom() - height);
    sheet.put(head, body.left(), sheet.y());
    for (double y = sheet.y() + head.height() + writingLine; y < body.bottom(); y += writingLine) {
        sheet.line(body.left(), body.right(), y, sheet.look().palette.line);
    }
}

Result<QByteArray> MeetingPage::printed(const PrintSheet& sheet, const QString& title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly)) {
        return domain::failure(domain::ErrorCode::Io);
    }
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(u"Waymark"_s);
    writer.setResolution(PrintSheet::dotsPerInch);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, {}));
    QPainter painter;
    if (!painter.begin(&writer)) {
        return domain::failure(domain::ErrorCode::Io, {}, u"the PDF could not be begun"_s);
    }
    sheet.paintPage(painter, 0, {});
    painter.end();
    return bytes;
}

Result<QByteArray> MeetingPage::ofPlan(const PlanDocument& plan) const
{
    const PrintLook look(paletteOf(PaletteId::Light));
    const QString name = plan.learner.isEmpty() ? tr("A learner") : plan.learner;
    const QString title = tr("Meeting: %1", "a learner").arg(name);
    PrintSheet sheet(title, look);
    sheet.beginPage();
    addHead(sheet, tr("For the meeting on %1").arg(day(m_workspace.now())), name,
        tr("%1. State of the plan: %2.", "course, date").arg(isolated(plan.courseTitle), day(plan.created)));
    std::vector<Line> ways;
    for (const exchange::PlanMilestone& way : plan.milestones) {
        if (plan.goal ? way.id == plan.goal->milestone : way.done < way.total) {
            ways.push_back({ way.title,
                tr("%1 of %2 skills, %3 left", "done, total, hours")
                    .arg(QLocale().toString(way.done), QLocale().toString(way.total), Words::hours(way.hoursLeft)) });
        }
    }
    std::vector<Line> waiting;
    std::vector<Line> questions;
    std::vector<Line> learning;
    for (const PlanSkill& skill : plan.skills) {
        const auto done = std::ranges::count_if(skill.checklist, [](const exchange::PlanItem& item) { return item.doneAt.has_value(); });
        const QString lines = skill.checklist.empty()
            ? Words::state(skill.state)
            : tr("%1 of %2 lines", "of a checklist, done, total").arg(done).arg(skill.checklist.size());
        if (skill.submitted) {
            waiting.push_back({ skill.title, lines });
        } else if (skill.state == learning::SkillState::Learning) {
            learning.push_back({ skill.title, lines });
        }
        if (skill.question) {
            questions.push_back(
                { tr("%1: %2", "a skill, a question").arg(isolated(skill.title), isolated(skill.question->text.simplified())), {} });
        }
    }
    const double room = sheet.body().bottom() - sheet.y() - writingRoom;
    addList(sheet, tr("On the way to"), ways, room * 0.2);
    addList(sheet, tr("Asks"), questions, room * 0.3);
    addList(sheet, tr("Waits for a decision"), waiting, room * 0.3);
    addList(sheet, tr("Being learned"), learning, sheet.body().bottom() - sheet.y() - writingRoom);
    addLines(sheet, writingRoom);
    return printed(sheet, title);
}

Result<QByteArray> MeetingPage::ofTable(const std::vector<PlanSummary>& plans) const
{
    const PrintLook look(paletteOf(PaletteId::Light));
    const QString title = tr("Learners");
    PrintSheet sheet(title, look);
    sheet.beginPage();
    addHead(
        sheet, tr("For the meeting on %1").arg(day(m_workspace.now())), title, tr("%n plan(s)", nullptr, static_cast<int>(plans.size())));
    std::vector<Line> lines;
    for (const PlanSummary& plan : plans) {
        const QString name = plan.learner.isEmpty() ? plan.file : plan.learner;
        QStringList notes { tr("%1 of %2", "done, total").arg(QLocale().toString(plan.done), QLocale().toString(plan.total)) };
        if (plan.waiting > 0) {
            notes.append(tr("%n waiting", nullptr, plan.waiting));
        }
        if (plan.questions > 0) {
            notes.append(tr("%n question(s)", nullptr, plan.questions));
        }
        lines.push_back(
            { plan.goalTitle.isEmpty() ? name : tr("%1, to %2", "a learner, a goal").arg(isolated(name), isolated(plan.goalTitle)),
                notes.join(tr(" · ", "between counts")) });
    }
    addList(sheet, tr("Where they are"), lines, sheet.body().bottom() - sheet.y() - writingRoom);
    addLines(sheet, writingRoom);
    return printed(sheet, title);
}

} // namespace waymark::ui
