// SPDX-License-Identifier: GPL-3.0-or-later
#include "Operation.h"

#include <FolderState.h>
#include <GraphCourse.h>
#include <MemoryWorkspace.h>

#include <domain/StudyEdits.h>
#include <exchange/CalendarFile.h>
#include <exchange/ReviewReader.h>
#include <session/KeyRing.h>
#include <session/ReviewDesk.h>
#include <ui/print/PlanExports.h>

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace waymark::power {

using domain::Result;

namespace {

constexpr qint64 november = 1'795'348'800'000; // 2026-11-22, noon
constexpr qint64 day = 86'400'000;

/// A library over the small course with a goal; its clock can be moved.
struct Library
{
    qint64 now = november;
    support::MemoryWorkspace workspace;

    static domain::CourseContent content()
    {
        domain::CourseContent made;
        made.course = support::graphCourse();
        return made;
    }
    Library()
        : workspace(content(), { [this] { return now; }, QTimeZone::utc() })
    {
        if (!workspace->apply(domain::setGoal(workspace->context(), { u"whole"_s, 6, {} }))) {
            qFatal("the goal is not set");
        }
    }
};

/// An export in the place of an earlier one.
class Exporting : public Operation
{
public:
    explicit Exporting(QString format)
        : m_format(std::move(format))
    {
    }
    void prepare(const QString& folder) override
    {
        m_path = folder + u"/plan."_s + m_format;
        if (!act()) {
            qFatal("there is no earlier export");
        }
        m_before = support::bytesOf(m_path);
        m_library.now += 3 * day;
        m_library.workspace.finish(m_library.workspace->roadmap().skill(0).id);
        m_after = write(m_path).value();
    }
    Result<void> act() override
    {
        return write(m_path).and_then([this](const QByteArray& bytes) { return ui::writeExport(m_path, bytes, false); });
    }
    QString judge(bool done) override
    {
        const QByteArray found = support::bytesOf(m_path);
        if (found != m_after && (done || found != m_before)) {
            return u"neither the old file nor the new one"_s;
        }
        return act() && (found == m_after || support::bytesOf(m_path) == m_after) ? QString() : u"it cannot be written now"_s;
    }

private:
    Result<QByteArray> write(const QString& target) const { return ui::exportPlan(*m_library.workspace, m_format, {}, { target, {} }); }

    QString m_format;
    Library m_library;
    QString m_path;
    QByteArray m_before;
    QByteArray m_after;
};

/// A mentor writes the overall word of an answer; the draft is kept with every change.
class Drafting : public Operation
{
public:
    void prepare(const QString& folder) override
    {
        m_drafts = folder + u"/mentor/drafts"_s;
        exchange::PlanDocument plan;
        plan.plan = u"33333333-3333-4333-8333-333333333333"_s;
        plan.revision = QString(64, u'a');
        m_desk = session::ReviewDesk::open(u"plan.json"_s, plan, m_drafts, { [] { return november; }, QTimeZone::utc() });
    }
    Result<void> act() override
    {
        m_desk->setOverall(std::nullopt, u"On a good way."_s);
        return m_desk->failure() ? Result<void>(tl::unexpected<domain::Error>(*m_desk->failure())) : Result<void>();
    }
    QString judge(bool done) override
    {
        if (m_desk->draft().overall.text != u"On a good way."_s) {
            return u"what was written is gone"_s;
        }
        const QString before = kept();
        if (!before.isEmpty() && before != m_desk->draft().overall.text) {
            return u"another draft"_s;
        }
        if (done && before.isEmpty()) {
            return u"no draft"_s;
        }
        m_desk->keep();
        return !m_desk->failure() && kept() == m_desk->draft().overall.text ? QString() : u"it cannot be kept now"_s;
    }

private:
    /// The text in the draft's file; empty for no file, "?" for one that cannot be read.
    QString kept() const
    {
        const QFileInfoList files = QDir(m_drafts).entryInfoList({ u"*.wayreview"_s }, QDir::Files);
        if (files.isEmpty()) {
            return {};
        }
        const auto read = exchange::readReview(support::bytesOf(files.front().filePath()));
        return read ? read->overall.text : u"?"_s;
    }

    QString m_drafts;
    std::unique_ptr<session::ReviewDesk> m_desk;
};

class MakingAKey : public Operation
{
public:
    void prepare(const QString& folder) override { m_ring.emplace(folder + u"/mentor/key.json"_s); }
    Result<void> act() override
    {
        return m_ring->make(u"Grace"_s, {}).map([](const exchange::SigningKey&) {});
    }
    QString judge(bool done) override
    {
        const QDir folder = QFileInfo(m_ring->path()).dir();
        const QStringList others = folder.entryList(QDir::Files | QDir::Hidden).filter(u".tmp"_s);
        if (m_ring->hasKey()) {
            return m_ring->unlock({}) ? QString() : u"a key that does not open"_s;
        }
        if (done) {
            return u"no key"_s;
        }
        if (!others.isEmpty()) {
            return u"a secret is left behind: "_s + others.join(u' ');
        }
        return act() && m_ring->unlock({}) ? QString() : u"it cannot be made now"_s;
    }

private:
    std::optional<session::KeyRing> m_ring;
};

} // namespace

std::unique_ptr<Operation> exportingThePlan()
{
    return std::make_unique<Exporting>(u"json"_s);
}
std::unique_ptr<Operation> exportingTheCalendarAgain()
{
    return std::make_unique<Exporting>(u"ics"_s);
}
std::unique_ptr<Operation> drafting()
{
    return std::make_unique<Drafting>();
}
std::unique_ptr<Operation> makingAKey()
{
    return std::make_unique<MakingAKey>();
}

} // namespace waymark::power
