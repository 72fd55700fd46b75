// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace waymark::session {
struct MergePreview;
class Workspace;
} // namespace waymark::session

namespace waymark::ui {

/// What a merge would bring, before it is done: counts, what stays although one copy removed it, and what both say differently. It does
/// nothing itself; Accepted means that the merge is wanted.
class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    /// `word` stands over the preview, where there is something to say of how it came about.
    MergeDialog(const session::MergePreview& preview, const session::Workspace& workspace, const QString& path, const QString& word = {},
        QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addWord(QVBoxLayout& column, const QString& word);
    void addFoot(QVBoxLayout& whole);
    void addKept(QVBoxLayout& column, const session::MergePreview& preview, const session::Workspace& workspace);
    void addConflicts(QVBoxLayout& column, const session::MergePreview& preview, const session::Workspace& workspace);
    void addMore(QVBoxLayout& column, std::size_t all);
};

} // namespace waymark::ui
