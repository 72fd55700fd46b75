// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/CueCard.h>

#include <ui/plan/CalmWheel.h>
#include <ui/plan/DraftOffer.h>
#include <ui/theme/Layouts.h>
#include <ui/words/DraftWords.h>
#include <ui/words/PlanWords.h>

#include <domain/StudyEdits.h>
#include <exchange/CleanText.h>

#include <QGridLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int usualMinutes = 20;
constexpr int minutesADay = 24 * 60;
constexpr int fieldWidth = 360;

} // namespace

CueCard::CueCard(QWidget* parent)
    : Card(parent)
    , m_cue(new QLineEdit(this))
    , m_sentence(wrapped(TextRole::Caption, {}, this))
{
    m_cue->setObjectName(u"hours.cue"_s);
    m_cue->setAccessibleName(tr("After what you study"));
    m_cue->setPlaceholderText(tr("breakfast"));
    m_cue->setMaxLength(domain::longestCue);
    m_cue->setFixedWidth(fieldWidth);
    m_sentence->setObjectName(u"hours.sentence"_s);
    m_minutes = makeNumber(u"hours.cueMinutes"_s, tr("Minutes of study after the cue"), 1, minutesADay);
    m_minutes->setSuffix(tr(" min", "after a number"));
    m_minutes->setSingleStep(5);
    m_minutes->setValue(usualMinutes);
    m_doing = makeNumber(u"hours.doing"_s, tr("Skills in Doing at once"), 1, domain::mostInDoing);
    auto* form = new QGridLayout;
    form->setHorizontalSpacing(space::l);
    form->setVerticalSpacing(space::m);
    form->setColumnStretch(2, 1);
    const auto addRow = [this, form](const QString& title, QWidget* field) {
        auto* label = new TextLabel(TextRole::Body, title, this);
        label->setBuddy(field);
        const int row = form->rowCount();
        form->addWidget(label, row, 0);
        form->addWidget(field, row, 1);
    };
    addRow(tr("I study after"), m_cue);
    addRow(tr("For", "so many minutes"), m_minutes);
    form->addWidget(m_sentence, form->rowCount(), 1);
    addRow(tr("Skills in Doing at once"), m_doing);
    auto* column = bareColumn(this, space::s);
    column->addWidget(new TextLabel(TextRole::Heading, tr("Habit"), this));
    column->addWidget(wrapped(TextRole::Caption,
        tr("What follows something that you do every day anyway needs no resolve. Few skills at once get done sooner than many."), this));
    column->addSpacing(space::xs);
    column->addWidget(makeOffer());
    column->addLayout(form);
    connect(m_cue, &QLineEdit::textChanged, this, &CueCard::notice);
    connect(m_minutes, &QSpinBox::valueChanged, this, &CueCard::notice);
    connect(m_doing, &QSpinBox::valueChanged, this, &CueCard::notice);
    connect(m_cue, &QLineEdit::editingFinished, this, &CueCard::finished);
}

QWidget* CueCard::makeOffer()
{
    m_offer = new DraftOffer(u"hours.cue.draft"_s, this);
    connect(m_offer, &DraftOffer::accepted, this, [this] {
        stopOffering();
        Q_EMIT finished();
    });
    connect(m_offer, &DraftOffer::dropped, this, &CueCard::dropped);
    return m_offer;
}

QSpinBox* CueCard::makeNumber(const QString& id, const QString& name, int least, int most)
{
    auto* box = new QSpinBox(this);
    box->setObjectName(id);
    box->setAccessibleName(name);
    box->setRange(least, most);
    calmWheel(*box);
    box->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(box, &QSpinBox::editingFinished, this, &CueCard::finished);
    return box;
}

void CueCard::setRhythm(const domain::StudyRhythm& rhythm)
{
    const QSignalBlocker quietCue(m_cue);
    const QSignalBlocker quietMinutes(m_minutes);
    const QSignalBlocker quietDoing(m_doing);
    if (m_cue->text() != rhythm.cue) {
        m_cue->setText(rhythm.cue); // the cursor stays where nothing changes
    }
    m_minutes->setValue(rhythm.cueMinutes > 0 ? rhythm.cueMinutes : usualMinutes);
    m_doing->setValue(rhythm.doingLimit);
    m_shown = {};
    putInto(m_shown);
    m_base = fields();
    stopOffering();
    follow();
}

session::CueFields CueCard::fields() const
{
    domain::StudyRhythm now;
    putInto(now);
    return { now.cue, now.cueMinutes, now.doingLimit };
}

void CueCard::offer(const session::CueDraft& draft)
{
    const QString present = m_shown.cue.isEmpty() ? tr("no cue") : PlanWords::cue(m_shown);
    const bool isSame = draft.base == fields();
    m_cue->setText(draft.now.cue);
    m_minutes->setValue(draft.now.minutes > 0 ? draft.now.minutes : usualMinutes);
    m_doing->setValue(draft.now.doing);
    m_base = draft.base;
    m_isOffering = isChanged();
    if (m_isOffering) {
        m_offer->offer(isSame ? DraftWords::left() : DraftWords::replacing(present));
    }
}

void CueCard::stopOffering()
{
    m_isOffering = false;
    m_offer->hide();
}

std::optional<session::DraftValue> CueCard::written() const
{
    return isChanged() ? std::optional<session::DraftValue>(session::CueDraft { fields(), m_base }) : std::nullopt;
}

void CueCard::begin()
{
    m_cue->setFocus(Qt::OtherFocusReason);
}

/// Who writes on has taken the offer up.
void CueCard::notice()
{
    stopOffering();
    follow();
    Q_EMIT changed();
}

/// Without a cue its minutes say nothing.
void CueCard::putInto(domain::StudyRhythm& rhythm) const
{
    rhythm.cue = exchange::cleanLine(m_cue->text()).simplified();
    rhythm.cueMinutes = rhythm.cue.isEmpty() ? 0 : m_minutes->value();
    rhythm.doingLimit = m_doing->value();
}

bool CueCard::isChanged() const
{
    domain::StudyRhythm now;
    putInto(now);
    return now != m_shown;
}

void CueCard::follow()
{
    domain::StudyRhythm now;
    putInto(now);
    m_minutes->setEnabled(!now.cue.isEmpty());
    m_sentence->setText(now.cue.isEmpty() ? tr("No cue yet.") : PlanWords::cue(now));
}

} // namespace waymark::ui
