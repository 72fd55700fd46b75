// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/LibraryComparison.h>

#include <QTimeZone>
#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace waymark::ui {

/// What the restore of a backup would change: the figures of now beside those of the backup, the skills that differ, and the edits that
/// would be lost or come back. It only shows.
class RestorePreview : public QWidget
{
    Q_OBJECT

public:
    explicit RestorePreview(QTimeZone zone, QWidget* parent = nullptr);

    /// `roadmap` is that of the present course, by which edits are named.
    void show(const learning::LibraryComparison& comparison, const domain::Roadmap& roadmap);

private:
    void addVerdict(const learning::LibraryComparison& comparison);
    [[nodiscard]] QWidget* makeFigures(const learning::LibraryFigures& now, const learning::LibraryFigures& then);
    void addSkills(const std::vector<learning::SkillDifference>& skills);
    void addEdits(const QString& heading, const std::vector<domain::Edit>& edits, const domain::Roadmap& roadmap);
    void addMore(int more);

    QTimeZone m_zone;
    QVBoxLayout* m_whole;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_column = nullptr; ///< of m_content
};

} // namespace waymark::ui
