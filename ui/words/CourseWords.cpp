// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/CourseWords.h>

#include <ui/words/Isolated.h>
#include <ui/words/ShownText.h>

#include <QLocale>

namespace waymark::ui {

namespace {

constexpr qsizetype mostNamed = 5;

} // namespace

QStringList CourseWords::ofChange(const domain::Course& installed, const domain::Course& next, std::optional<domain::Keeping> keeping)
{
    if (installed.id.isEmpty()) {
        return {};
    }
    const domain::EditionChange change = domain::changeOf(installed, next);
    QStringList lines;
    if (!change.moved.empty()) {
        QStringList names;
        for (const auto& [from, to] : change.moved) {
            const bool isCalledTheSame = from.title == to.title;
            names.append(tr("%1 → %2", "a skill, and what it is called from now on")
                             .arg(isolated(shownLine(isCalledTheSame ? from.id : from.title)),
                                 isolated(shownLine(isCalledTheSame ? to.id : to.title))));
        }
        lines.append(tr("%n skill(s) move, and what you have recorded goes along: %1.", nullptr, static_cast<int>(change.moved.size()))
                         .arg(named(names)));
    }
    if (!change.archived.empty()) {
        QStringList names;
        for (const domain::Skill& skill : change.archived) {
            names.append(isolated(shownLine(skill.title)));
        }
        lines.append(tr("%n skill(s) are no longer part of it, and what you have recorded on them is kept: %1.", nullptr,
            static_cast<int>(change.archived.size()))
                         .arg(named(names)));
    }
    if (change.added > 0) {
        lines.append(tr("%n skill(s) are new.", nullptr, change.added));
    }
    if (keeping) {
        lines.append(ofKeeping(*keeping));
    }
    return lines;
}

QString CourseWords::ofKeeping(domain::Keeping keeping)
{
    switch (keeping) {
    case domain::Keeping::Sure:
        return tr("One step of undo brings back the course that it replaces.");
    case domain::Keeping::Unsure:
        return tr("The course that it replaces is large: undo may not be able to bring it back, so keep its file.");
    case domain::Keeping::Impossible:
        return tr("Undo cannot bring back the course that it replaces, which is too large or damaged: only its file can.");
    }
    return {};
}

/// The first of them, and how many more there are.
QString CourseWords::named(QStringList names)
{
    const qsizetype more = names.size() - mostNamed;
    if (more > 0) {
        names.resize(mostNamed);
        names.append(tr("%n more", "skills", static_cast<int>(more)));
    }
    return QLocale().createSeparatedList(names);
}

} // namespace waymark::ui
