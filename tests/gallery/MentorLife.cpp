// SPDX-License-Identifier: GPL-3.0-or-later
#include "MentorLife.h"

#include <domain/AtomicFile.h>
#include <exchange/PlanWriter.h>
#include <exchange/SigningKey.h>
#include <session/PlanMaking.h>

#include <QAbstractItemView>
#include <QDir>
#include <QItemSelectionModel>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace waymark::gallery {

namespace {

template <class T> T must(domain::Result<T> made)
{
    if (!made) {
        qFatal("gallery: a plan cannot be made");
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*made);
    }
}

QString write(const QString& folder, const QString& name, exchange::PlanDocument plan)
{
    plan.plan = QUuid::createUuidV5(QUuid(), plan.learner).toString(QUuid::WithoutBraces);
    plan.revision = exchange::revisionOf(plan);
    const QString file = QDir(folder).filePath(name + u".json"_s);
    must(domain::writeFileAtomically(file, exchange::planToJson(plan)));
    return file;
}

/// As it was before these skills were begun.
void takeBack(exchange::PlanDocument& plan, const QStringList& skills)
{
    for (exchange::PlanSkill& skill : plan.skills) {
        if (skills.contains(skill.id)) {
            skill.state = learning::SkillState::Ready;
            skill.submitted = false;
            skill.mark.reset();
            skill.spentMinutes = 0;
            for (exchange::PlanItem& item : skill.checklist) {
                item = { item.id, item.text, {}, {}, {} };
            }
        }
    }
}

} // namespace

QString writePlans(session::Workspace& workspace, const QString& folder)
{
    if (!QDir().mkpath(folder)) {
        qFatal("gallery: no folder");
    }
    constexpr qint64 week = 7 * 86'400'000LL;
    exchange::PlanDocument plan = must(session::planOf(workspace));
    plan.learner = u"Ada Example"_s;
    for (exchange::PlanSkill& skill : plan.skills) {
        if (skill.id == u"vcs-git-basics"_s) {
            skill.submitted = true;
            skill.question
                = domain::MentorQuestion { u"When do I rebase, and when do I merge? I did both and could not say which is better."_s,
                      plan.created };
            skill.rubric[0].self = 2;
            skill.checklist[1].evidence.push_back({ u"long"_s,
                { domain::EvidenceKind::Output, u"$ git log --oneline\n"_s + u"4f2a9c1 Undo the price change\n"_s.repeated(14),
                    plan.created },
                {} });
        }
    }
    const QString answered = write(folder, u"ada"_s, plan);
    exchange::PlanDocument before = plan;
    before.created -= 2 * week;
    takeBack(before, { u"vcs-git-basics"_s, u"lang-basics"_s, u"db-relational-model"_s });
    write(folder, u"ada-before"_s, before);
    int number = 0;
    for (const QString& name :
        { u"Ben Beispiel"_s, u"Chidi Okafor"_s, u"Dana Novakova of the evening class in the old library"_s, QString() }) {
        exchange::PlanDocument other = plan;
        other.learner = name;
        other.lastReview = number == 0 ? 0 : plan.created - number * week;
        for (exchange::PlanMilestone& milestone : other.milestones) {
            milestone.done = std::min(milestone.total, milestone.done + 9 * number);
        }
        for (exchange::PlanSkill& skill : other.skills) {
            skill.submitted = skill.submitted && number < 2;
            skill.question.reset();
        }
        write(folder, u"other-%1"_s.arg(++number), other);
    }
    must(domain::writeFileAtomically(QDir(folder).filePath(u"holiday.html"_s), "<html><p>Greetings</p></html>"));
    return answered;
}

void chooseLearner(const QWidget& window, const QString& learner)
{
    const auto* list = window.findChild<QAbstractItemView*>(u"plans.list"_s);
    const QAbstractItemModel& rows = *list->model();
    for (int row = 0; row < rows.rowCount(); ++row) {
        if (rows.index(row, 0).data().toString() == learner) {
            list->selectionModel()->setCurrentIndex(rows.index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
            return;
        }
    }
    qFatal("gallery: a learner is missing");
}

void writeKey(const QString& path)
{
    must(domain::writeFileAtomically(path, exchange::SigningKey::fromSeed(QByteArray(32, 'w'), u"Grace Example"_s).sealed({})));
}

} // namespace waymark::gallery
