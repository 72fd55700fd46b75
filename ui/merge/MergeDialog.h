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
    MergeDialog(const session::MergePreview& preview, const session::Workspace& workspace, const QString& path, QWidget* parent = nullptr);

private:
    void addKept(QVBoxLayout& column, const session::MergePreview& preview, const session::Workspace& workspace);
    void addConflicts(QVBoxLayout& column, const session::MergePreview& preview, const session::Workspace& workspace);
};

} // namespace waymark::ui
