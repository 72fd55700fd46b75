// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/TimeEditor.h>

#include <domain/StudyEdits.h>
#include <learning/LocalTimes.h>
#include <ui/DraftKeeper.h>
#include <ui/theme/Controls.h>
#include <ui/words/DraftWords.h>
#include <ui/words/LocalTime.h>
#include <ui/words/ShortDate.h>
#include <ui/words/Words.h>

#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr qint64 msecsPerMinute = 60'000;

} // namespace

TimeEditor::TimeEditor(const QString& id, session::Workspace& workspace, const domain::TimeEntry& entry, QWidget* parent)
    : Card(parent)
    , m_workspace(workspace)
    , m_id(id)
    , m_entry(entry)
    , m_zone(learning::zoneOf(entry, workspace.zone()))
    , m_shown(fieldsOf(entry.start, m_zone))
    , m_start(new QDateTimeEdit(this))
    , m_minutes(new QSpinBox(this))
    , m_about(wrapped(TextRole::Caption, {}, this))
    , m_fault(wrapped(TextRole::Caption, {}, this))
    , m_draft(new DraftKeeper(
          workspace.drafts(), { session::DraftKind::Time, entry.skill, id }, [this] { return written(); }, this))
{
    m_start->setObjectName(nameOf(u"start"_s));
    m_start->setAccessibleName(tr("When it began"));
    m_start->setAccessibleDescription(placeText(entry, workspace.zone()));
    m_start->setTimeSpec(Qt::UTC);
    m_start->setCalendarPopup(true);
    m_start->setDisplayFormat(shortDateTimeFormat());
    m_start->setDateTime(m_shown);
    m_minutes->setObjectName(nameOf(u"minutes"_s));
    m_minutes->setAccessibleName(tr("Minutes of study"));
    m_minutes->setRange(1, domain::longestEntry);
    m_minutes->setValue(entry.minutes);
    m_minutes->setSuffix(tr(" min", "minutes behind a number"));
    m_about->setObjectName(nameOf(u"about"_s));
    m_about->hide();
    m_fault->setObjectName(nameOf(u"fault"_s));
    m_fault->setForegroundRole(QPalette::BrightText);
    m_fault->hide();
    for (QAbstractSpinBox* field : std::initializer_list<QAbstractSpinBox*> { m_start, m_minutes }) {
        field->findChild<QLineEdit*>()->setAccessibleName(field->accessibleName());
        field->installEventFilter(this);
    }
    arrange();
    m_base = stored();
    offerDraft();
    connect(m_start, &QDateTimeEdit::dateTimeChanged, m_draft, &DraftKeeper::noticeKey);
    connect(m_minutes, &QSpinBox::valueChanged, m_draft, &DraftKeeper::noticeKey);
}

QString TimeEditor::nameOf(const QString& field) const
{
    return u"time.%1.%2"_s.arg(field, m_id.isEmpty() ? u"new"_s : m_id);
}

void TimeEditor::arrange()
{
    auto* accept = pushButton(nameOf(u"accept"_s), tr("Save"), this);
    auto* dismiss = pushButton(nameOf(u"cancel"_s), tr("Cancel"), this, ButtonKind::Quiet);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(accept);
    buttons->addWidget(dismiss);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    setContentsMargins(space::m, space::m, space::m, space::m);
    m_about->setContentsMargins(0, 0, 0, space::s);
    column->addWidget(m_about);
    for (const auto& [words, field] : { std::pair<QString, QWidget*>(startCaption(), m_start), { tr("Minutes"), m_minutes } }) {
        auto* caption = new TextLabel(TextRole::Caption, words, this);
        caption->setBuddy(field);
        column->addWidget(caption);
        column->addWidget(field, 0, Qt::AlignLeft);
        column->addSpacing(space::xs);
    }
    column->addLayout(buttons);
    column->addWidget(m_fault);
    connect(accept, &QPushButton::clicked, this, &TimeEditor::accept);
    connect(dismiss, &QPushButton::clicked, this, &TimeEditor::dismissed);
    connect(this, &TimeEditor::dismissed, m_draft, &DraftKeeper::end);
}

/// As the fields show it; of an entry that is not there, nothing.
session::TimeFields TimeEditor::stored() const
{
    return m_workspace.progress().time().contains(m_id) ? session::TimeFields { m_shown, m_entry.minutes } : session::TimeFields();
}

std::optional<session::DraftValue> TimeEditor::written() const
{
    return isTouched() ? std::optional<session::DraftValue>(session::TimeDraft { { m_start->dateTime(), m_minutes->value() }, m_base })
                       : std::nullopt;
}

/// Nothing is taken over unasked: the entry may be another one by now, or gone.
void TimeEditor::offerDraft()
{
    const auto draft = m_draft->found<session::TimeDraft>();
    if (!draft) {
        return;
    }
    m_start->setDateTime(draft->now.start);
    m_minutes->setValue(draft->now.minutes);
    QString about = DraftWords::left();
    if (const session::TimeFields now = stored(); !m_id.isEmpty() && now == session::TimeFields()) {
        about = DraftWords::ofGone();
    } else if (now != draft->base) {
        about = DraftWords::replacing(tr("%1, %2", "when a time of study began, and its minutes")
                                          .arg(startText(m_entry, m_workspace.zone()), Words::minutes(m_entry.minutes)));
    }
    m_base = draft->base;
    m_about->setText(about);
    m_about->show();
}

QString TimeEditor::startCaption() const
{
    const QString place = placeText(m_entry, m_workspace.zone());
    return place.isEmpty() ? tr("Began") : tr("Began (%1)", "a time zone").arg(place);
}

bool TimeEditor::isTouched() const
{
    return m_start->dateTime() != m_shown || m_minutes->value() != m_entry.minutes;
}

void TimeEditor::focusFirst()
{
    m_start->setFocus(Qt::OtherFocusReason);
}

void TimeEditor::say(const QString& fault)
{
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
}

QString TimeEditor::faultOf(std::optional<qint64> start) const
{
    if (!start) {
        return tr("The clocks skipped this time on that day. Give another one.");
    }
    if (*start > m_workspace.now()) {
        return tr("This begins after now. Give the time when you began.");
    }
    if (*start + m_minutes->value() * msecsPerMinute > m_workspace.now() + msecsPerMinute) {
        return tr("This ends after now. Give fewer minutes or an earlier start.");
    }
    return *start < 0 ? tr("This begins before 1970. Give a later day.") : QString();
}

/// A start that was not touched stays as it is: the field shows whole minutes, and of an hour that is there twice it cannot tell which.
void TimeEditor::accept()
{
    const bool isTouched = m_start->dateTime() != m_shown;
    const std::optional<qint64> start = isTouched ? momentOf(m_start->dateTime(), m_zone) : std::optional(m_entry.start);
    const QString fault = faultOf(start);
    say(fault);
    if (fault.isEmpty()) {
        const std::optional<int> offset = isTouched ? std::optional(domain::offsetMinutes(*start, m_zone)) : m_entry.offset;
        Q_EMIT accepted({ m_entry.skill, *start, m_minutes->value(), offset });
    } else {
        focusFirst();
    }
}

bool TimeEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            Q_EMIT dismissed();
            return true;
        }
        if (isEnter(*key)) {
            static_cast<QAbstractSpinBox*>(watched)->interpretText();
            accept();
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

} // namespace waymark::ui
