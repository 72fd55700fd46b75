// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/setup/GoalDialog.h>

#include <ui/DraftKeeper.h>
#include <ui/theme/Controls.h>
#include <ui/words/DraftWords.h>
#include <ui/words/Isolated.h>
#include <ui/words/PlanWords.h>
#include <ui/words/Words.h>

#include <QButtonGroup>
#include <QCheckBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

/// What was entered and not finished.
namespace waymark::ui {

using session::GoalFields;

void GoalDialog::followEntries()
{
    m_about->setObjectName(u"goalAbout"_s);
    m_about->setContentsMargins(space::m, 0, space::m, 0); // over the text of the step
    m_about->hide();
    m_opened = entered();
    m_base = stored();
    const auto written = [this] {
        return entered() == m_opened ? std::nullopt : std::optional<session::DraftValue>(session::GoalDraft { entered(), m_base });
    };
    m_draft = new DraftKeeper(m_workspace.drafts(), { session::DraftKind::Goal }, written, this);
    offerDraft();
    connect(m_milestones, &QButtonGroup::buttonToggled, m_draft, &DraftKeeper::noticeKey);
    connect(m_hours, &QDoubleSpinBox::valueChanged, m_draft, &DraftKeeper::noticeKey);
    connect(m_hasDeadline, &QCheckBox::toggled, m_draft, &DraftKeeper::noticeKey);
    connect(m_deadline, &QDateEdit::dateChanged, m_draft, &DraftKeeper::noticeKey);
    connect(m_name, &QLineEdit::textChanged, m_draft, &DraftKeeper::noticeKey);
    for (const QCheckBox* member : std::as_const(m_members)) {
        connect(member, &QCheckBox::toggled, m_draft, &DraftKeeper::noticeKey);
    }
}

GoalFields GoalDialog::stored() const
{
    const domain::Progress& progress = m_workspace.progress();
    GoalFields fields { progress.goal(), progress.learnerName(), {} };
    for (const QCheckBox* member : m_members) {
        const domain::Choice chosen = progress.choices().value(groupOf(*member));
        if (chosen.members.contains(idOf(*member))) {
            fields.members.append(idOf(*member));
        }
    }
    return fields;
}

GoalFields GoalDialog::entered() const
{
    GoalFields fields;
    if (const QAbstractButton* picked = m_milestones->checkedButton(); picked != nullptr) {
        fields.goal.milestone = idOf(*picked);
    }
    fields.goal.hoursPerWeek = m_hours->value();
    fields.goal.deadline = m_hasDeadline->isChecked() ? m_deadline->date() : QDate();
    fields.name = m_name->text();
    for (const QCheckBox* member : m_members) {
        if (member->isChecked()) {
            fields.members.append(idOf(*member));
        }
    }
    return fields;
}

/// Nothing is taken over unasked: another goal may be set by now. What the course has no more is passed over.
void GoalDialog::offerDraft()
{
    const auto draft = m_draft->found<session::GoalDraft>();
    if (!draft) {
        return;
    }
    const QList<QAbstractButton*> stages = m_milestones->buttons();
    for (QAbstractButton* stage : stages) {
        if (idOf(*stage) == draft->now.goal.milestone) {
            stage->setChecked(true);
        }
    }
    m_hours->setValue(draft->now.goal.hoursPerWeek);
    m_hasDeadline->setChecked(draft->now.goal.deadline.isValid());
    if (draft->now.goal.deadline.isValid()) {
        m_deadline->setDate(draft->now.goal.deadline);
    }
    m_name->setText(draft->now.name);
    for (QCheckBox* member : std::as_const(m_members)) {
        member->setChecked(draft->now.members.contains(idOf(*member)));
    }
    const GoalFields present = std::exchange(m_base, draft->base);
    m_about->setText(present == draft->base ? DraftWords::left() : DraftWords::replacing(wordsFor(present, draft->base)));
    m_about->show();
}

/// What is stored by now, as far as it is another one than before.
QString GoalDialog::wordsFor(const GoalFields& present, const GoalFields& before) const
{
    QStringList words;
    if (present.goal != before.goal) {
        const domain::Milestone* stage = m_workspace.roadmap().milestone(present.goal.milestone);
        const QString title = stage == nullptr ? tr("no goal") : stage->title;
        const QString hours = Words::hours(present.goal.hoursPerWeek);
        words.append(present.goal.deadline.isValid()
                ? tr("%1, %2 a week, by %3", "milestone, hours, deadline")
                      .arg(isolated(title), hours, PlanWords::date(present.goal.deadline))
                : tr("%1, %2 a week, without a deadline", "milestone, hours").arg(isolated(title), hours));
    }
    if (present.name != before.name) {
        words.append(present.name.isEmpty() ? tr("no name") : present.name);
    }
    if (present.members != before.members) {
        for (const QString& id : present.members) {
            words.append(m_workspace.roadmap().find(id)->title);
        }
        words.append(present.members.isEmpty() ? QStringList(tr("no choice")) : QStringList());
    }
    return QLocale().createSeparatedList(words);
}

/// Finished or left.
void GoalDialog::done(int result)
{
    m_draft->end();
    QDialog::done(result);
}

} // namespace waymark::ui
