// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/recall/RecallOptionsDialog.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Tokens.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/Percent.h>

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int dialogWidth = 560;
constexpr int numberWidth = 112;
constexpr int mostMinutes = 240; // the bounds of domain::setRecall
constexpr int mostNewCards = 200;
constexpr int exampleDays = 30; ///< an interval by which the price of a retention is shown
constexpr double usualRetention = domain::RecallOptions {}.retention;

int percent(double chance)
{
    return static_cast<int>(std::lround(chance * 100));
}

/// The sign stands as percentText() writes it, before the number or behind it.
void putPercentSign(QSpinBox& box)
{
    const QStringList around = percentText(0).split(QLocale().zeroDigit());
    box.setPrefix(around.front());
    box.setSuffix(around.back());
}

/// As a person counts: whole from ten up, else with one decimal.
QString aDay(double recalls)
{
    return QLocale().toString(recalls, 'f', recalls < 10 ? 1 : 0);
}

} // namespace

RecallOptionsDialog::RecallOptionsDialog(session::Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_desk(workspace)
    , m_cost(wrapped(TextRole::Caption, {}, this))
    , m_load(wrapped(TextRole::Caption, {}, this))
    , m_pace(wrapped(TextRole::Caption, {}, this))
    , m_fresh(wrapped(TextRole::Caption, {}, this))
    , m_fault(wrapped(TextRole::Caption, {}, this))
{
    setObjectName(u"recallOptions"_s);
    setWindowTitle(tr("How recall asks"));
    setMinimumWidth(dialogWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::l);
    column->addWidget(wrapped(TextRole::Title, tr("How recall asks"), this));

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::xl);
    grid->setColumnStretch(1, 1);
    m_retention = addRow(*grid, u"options.retention"_s, tr("How sure"), { m_cost, m_load });
    m_retention->setRange(percent(learning::lowestRetention), percent(learning::highestRetention));
    putPercentSign(*m_retention);
    m_minutes = addRow(*grid, u"options.minutes"_s, tr("Minutes of a session"), { m_pace });
    m_minutes->setRange(1, mostMinutes);
    m_minutes->setSingleStep(5);
    m_newPerDay = addRow(*grid, u"options.newPerDay"_s, tr("New cards a day"), { m_fresh });
    m_newPerDay->setRange(0, mostNewCards);
    column->addLayout(grid);
    m_load->setObjectName(u"options.load"_s);
    m_cost->setObjectName(u"options.cost"_s);
    m_pace->setObjectName(u"options.pace"_s);
    m_fault->setObjectName(u"options.fault"_s);
    m_fault->hide();
    column->addWidget(m_fault);
    column->addStretch(1);

    column->addWidget(makeButtons());
    showOptions(m_workspace.progress().recallOptions());
    for (QSpinBox* box : { m_retention, m_minutes, m_newPerDay }) {
        connect(box, &QSpinBox::valueChanged, this, &RecallOptionsDialog::follow);
    }
}

/// A number, and under it in small what it costs.
QSpinBox* RecallOptionsDialog::addRow(QGridLayout& grid, const QString& name, const QString& title, const QList<TextLabel*>& costs)
{
    auto* box = new QSpinBox(this);
    box->setObjectName(name);
    box->setAccessibleName(title);
    box->setFixedWidth(numberWidth);
    auto* label = new TextLabel(TextRole::Strong, title, this);
    label->setBuddy(box);
    label->setMinimumHeight(size::control);
    auto* column = new QVBoxLayout;
    column->setSpacing(space::xs);
    column->addWidget(box);
    for (TextLabel* cost : costs) {
        column->addWidget(cost);
    }
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0, Qt::AlignTop);
    grid.addLayout(column, row, 1);
    return box;
}

QDialogButtonBox* RecallOptionsDialog::makeButtons()
{
    auto* buttons = new QDialogButtonBox(this);
    auto* save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    save->setObjectName(u"options.save"_s);
    save->setEnabled(!m_workspace.isReadOnly());
    setButtonKind(*save, ButtonKind::Primary);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"options.cancel"_s);
    auto* usual = buttons->addButton(tr("Usual values"), QDialogButtonBox::ResetRole);
    usual->setObjectName(u"options.usual"_s);
    setButtonKind(*usual, ButtonKind::Quiet);
    connect(usual, &QPushButton::clicked, this, [this] { showOptions({}); });
    connect(buttons, &QDialogButtonBox::accepted, this, &RecallOptionsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &RecallOptionsDialog::reject);
    return buttons;
}

void RecallOptionsDialog::showOptions(const domain::RecallOptions& options)
{
    m_retention->setValue(percent(options.retention));
    m_minutes->setValue(options.minutes);
    m_newPerDay->setValue(options.newPerDay);
    follow();
}

/// A retention between two whole per cents, as an import may bring it, stays what it is until another is chosen.
domain::RecallOptions RecallOptionsDialog::wanted() const
{
    const double present = m_workspace.progress().recallOptions().retention;
    const bool isSame = m_retention->value() == percent(present);
    return { isSame ? present : m_retention->value() / 100.0, m_minutes->value(), m_newPerDay->value() };
}

void RecallOptionsDialog::follow()
{
    const domain::RecallOptions options = wanted();
    const int chosen = m_retention->value();
    QString cost = tr("Of 100 cards that come back you should still know about %1.").arg(chosen);
    if (chosen != percent(usualRetention)) {
        const double stability = exampleDays; // the interval at the usual retention
        const int days = learning::wholeIntervalDays(stability, options.retention);
        cost += u' '
            + (chosen > percent(usualRetention)
                    ? tr("The price: a card that waits %1 days at %2 comes back after %n day(s).", nullptr, days)
                    : tr("The gain: a card that waits %1 days at %2 comes back only after %n day(s).", nullptr, days))
                  .arg(QLocale().toString(exampleDays), shareText(usualRetention));
    }
    m_cost->setText(cost + u' ' + tr("A change holds for each card from its next recall on."));

    const session::RecallLoad load = m_desk.loadAt(options.retention);
    const double present = m_workspace.progress().recallOptions().retention;
    QString sentence = tr("Your %n card(s) in review, as well as you know them now, ask for about %1 recalls a day.", nullptr, load.cards)
                           .arg(aDay(load.recallsADay));
    if (percent(present) != chosen) {
        sentence += u' '
            + tr("With %1 as until now: about %2.", "percent, a number").arg(shareText(present), aDay(m_desk.loadAt(present).recallsADay));
    }
    m_load->setText(sentence + u' ' + tr("New and forgotten cards come on top."));
    m_load->setVisible(load.cards > 0);

    const int cards = std::max(1, static_cast<int>(options.minutes * 60 / m_desk.secondsPerCard()));
    m_pace->setText(tr("About %n card(s) at your pace of %1 seconds each.", nullptr, cards).arg(std::lround(m_desk.secondsPerCard())));
    m_fresh->setText(options.newPerDay == 0 ? tr("No new cards: only what you have met comes back.")
                                            : tr("Fewer when the session is full: what you have met comes first."));
    if (isVisible()) { // the sentences may have grown
        layout()->activate(); // or the inner layouts tell their old heights
        resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
    }
}

void RecallOptionsDialog::accept()
{
    const auto saved = m_workspace.apply(domain::setRecall(m_workspace.context(), wanted()));
    if (!saved) {
        m_fault->setText(ErrorSentence::of(saved.error()));
        m_fault->show();
        return;
    }
    QDialog::accept();
}

} // namespace waymark::ui
