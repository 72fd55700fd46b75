// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/setup/LibraryProblem.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Tokens.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/Isolated.h>
#include <ui/words/RecoveryWords.h>

#include <QFileDialog>
#include <QFileInfo>
#include <QFrame>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <vector>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::ErrorCode;

LibraryProblem::LibraryProblem(const QString& path, const domain::Error& error, Damage damage, QWidget* parent)
    : QDialog(parent)
    , m_path(path)
{
    setObjectName(u"libraryProblem"_s);
    setWindowTitle(tr("Waymark"));
    const bool isDamaged = damage == Damage::Recoverable;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->setSpacing(space::s);
    auto* title = wrapped(TextRole::Title, isDamaged ? tr("The library is damaged") : tr("The library cannot be opened"), this);
    const QString text = isDamaged
        ? tr("%1 cannot be opened (%2). It was not changed. Whatever you choose, it is kept: recovering gives it another name beside the "
             "recovered library.")
              .arg(isolated(path), isolated(error.detail))
        : ErrorSentence::of(error);
    auto* sentence = wrapped(TextRole::Body, text, this);
    sentence->setObjectName(u"problemText"_s);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(title);
    column->addWidget(sentence);
    column->addSpacing(space::m);
    if (isDamaged) {
        offerRecovery(*column);
    }
    offerRest(*column, error.code, damage);
    auto* quit = pushButton(u"problemQuit"_s, tr("Quit"), this, ButtonKind::Quiet);
    connect(quit, &QPushButton::clicked, this, &QDialog::reject);
    column->addWidget(quit);
    column->addStretch(); // what wrapped lines leave over goes here, not between a button and its words
    const int width = isDamaged ? 560 : 460;
    setMinimumWidth(width);
    resize(width, column->totalHeightForWidth(width)); // Qt's own guess is for narrower lines
}

void LibraryProblem::offerRecovery(QVBoxLayout& column)
{
    using Way = domain::RecoveryWay;
    offerWay(column, Way::Both, u"problemRecover"_s, tr("Recover (recommended)"));
    offerWay(column, Way::Backup, u"problemNewestBackup"_s, tr("Open the newest backup"));
    offerWay(column, Way::Salvage, u"problemSalvage"_s, tr("Only what can still be read"));
}

void LibraryProblem::offerWay(QVBoxLayout& column, domain::RecoveryWay way, const QString& objectName, const QString& text)
{
    const bool isAdvised = way == domain::RecoveryWay::Both;
    auto* button = pushButton(objectName, text, this, isAdvised ? ButtonKind::Primary : ButtonKind::Standard);
    button->setDefault(isAdvised);
    button->setAccessibleDescription(RecoveryWords::promise(way));
    connect(button, &QPushButton::clicked, this, [this, way] {
        m_way = way;
        choose(Answer::Recover);
    });
    column.addWidget(button);
    column.addWidget(wrapped(TextRole::Caption, RecoveryWords::promise(way), this));
    column.addSpacing(space::s);
}

/// Where something better is offered above, the rest stands in two columns below a line.
void LibraryProblem::offerRest(QVBoxLayout& column, ErrorCode code, Damage damage)
{
    const bool isDamaged = damage == Damage::Recoverable;
    std::vector<QPushButton*> rest { offer(Answer::Retry, u"problemRetry"_s, tr("Try again"), !isDamaged) };
    if (code == ErrorCode::LibraryLocked || code == ErrorCode::ReadOnly) {
        rest.push_back(offer(Answer::ReadOnly, u"problemReadOnly"_s, tr("Open it for reading only")));
    }
    rest.push_back(offer(Answer::OpenOther, u"problemLocate"_s, tr("Locate the library…")));
    const bool isLost = code == ErrorCode::LibraryMissing || code == ErrorCode::LibraryCorrupt || code == ErrorCode::NotALibrary;
    if (isLost || isDamaged) {
        rest.push_back(offer(Answer::Restore, u"problemRestore"_s, tr("Restore a backup…")));
    }
    rest.push_back(offer(Answer::Create, u"problemCreate"_s, tr("Make a new library…")));
    auto* grid = new QGridLayout;
    grid->setSpacing(space::s);
    const int columns = isDamaged ? 2 : 1;
    for (int i = 0; i < static_cast<int>(rest.size()); ++i) {
        grid->addWidget(rest[static_cast<std::size_t>(i)], i / columns, i % columns);
    }
    if (isDamaged) {
        auto* line = new QFrame(this);
        line->setFrameShape(QFrame::HLine);
        column.addWidget(line);
        column.addSpacing(space::xs);
    }
    column.addLayout(grid);
}

QPushButton* LibraryProblem::offer(Answer answer, const QString& objectName, const QString& text, bool isAdvised)
{
    auto* button = pushButton(objectName, text, this, isAdvised ? ButtonKind::Primary : ButtonKind::Standard);
    button->setDefault(isAdvised);
    connect(button, &QPushButton::clicked, this, [this, answer] { choose(answer); });
    return button;
}

void LibraryProblem::choose(Answer answer)
{
    const QString folder = QFileInfo(m_path).absolutePath();
    const QString filter = tr("Waymark libraries (*.waymark)");
    if (answer == Answer::OpenOther) {
        m_file = QFileDialog::getOpenFileName(this, tr("Locate the library"), folder, filter);
    } else if (answer == Answer::Restore) {
        m_file = QFileDialog::getOpenFileName(this, tr("Choose a backup"), folder + u"/backups"_s, filter);
    } else if (answer == Answer::Create) {
        m_file = QFileDialog::getSaveFileName(this, tr("Make a new library"), m_path, filter);
    } else {
        m_file = m_path;
    }
    if (!m_file.isEmpty()) {
        m_answer = answer;
        accept();
    }
}

} // namespace waymark::ui
