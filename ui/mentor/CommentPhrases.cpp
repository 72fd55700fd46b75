// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/CommentPhrases.h>

#include <QMenu>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int longestEntry = 60; ///< characters of a menu entry

QString entryOf(const QString& phrase)
{
    const QString line = phrase.simplified();
    QString entry = line.size() > longestEntry ? line.left(longestEntry - 1) + u'…' : line;
    return entry.replace(u'&', u"&&"_s);
}

} // namespace

QStringList CommentPhrases::ours()
{
    return { tr("Good work: this is how it should be."), tr("Show the case that goes wrong, too."),
        tr("Say in your own words why this works."), tr("Add a test that fails without the change."),
        tr("The evidence does not show this. Add the commit or the output.") };
}

void CommentPhrases::setKept(const QStringList& phrases)
{
    m_kept = phrases.mid(0, mostKept);
}

bool CommentPhrases::canKeep(const QString& phrase) const
{
    const QString text = phrase.trimmed();
    return !text.isEmpty() && m_kept.size() < mostKept && !m_kept.contains(text) && !ours().contains(text);
}

void CommentPhrases::keep(const QString& phrase)
{
    if (canKeep(phrase)) {
        m_kept.append(phrase.trimmed());
    }
}

void CommentPhrases::forget(const QString& phrase)
{
    m_kept.removeAll(phrase);
}

void CommentPhrases::fill(QMenu& menu, const std::function<void(const QString&)>& insert, const std::function<QString()>& text)
{
    menu.clear();
    for (const QString& phrase : ours() + m_kept) {
        connect(menu.addAction(entryOf(phrase)), &QAction::triggered, &menu, [insert, phrase] { insert(phrase); });
    }
    menu.addSeparator();
    QAction* keeping = menu.addAction(tr("Keep as template"));
    keeping->setObjectName(u"phrases.keep"_s);
    keeping->setEnabled(canKeep(text()));
    connect(keeping, &QAction::triggered, this, [this, text] { keep(text()); });
    if (!m_kept.isEmpty()) {
        QMenu* forgetting = menu.addMenu(tr("Remove a template"));
        for (const QString& phrase : m_kept) {
            connect(forgetting->addAction(entryOf(phrase)), &QAction::triggered, this, [this, phrase] { forget(phrase); });
        }
    }
}

} // namespace waymark::ui
