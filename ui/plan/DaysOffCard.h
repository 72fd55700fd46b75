// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Controls.h>

#include <session/Workspace.h>

QT_BEGIN_NAMESPACE
class QCalendarWidget;
class QDateEdit;
class QLineEdit;
class QTreeView;
QT_END_NAMESPACE

namespace waymark::ui {

class DaysOffModel;
class DraftKeeper;
class DraftOffer;

/// The days off: a list, a form for a stretch of days with its reason, and a calendar in which one click takes a single day off or gives it
/// back. Each of these is an edit.
class DaysOffCard : public Card
{
    Q_OBJECT

public:
    explicit DaysOffCard(session::Workspace& workspace, QWidget* parent = nullptr);

    void begin(); ///< the focus to the list
    void goToForm(); ///< which offers what was written and not added
    void refresh();
    [[nodiscard]] DraftKeeper& draft() const { return *m_draft; }
    [[nodiscard]] QAction* removal() const { return m_remove; }

Q_SIGNALS:
    void refused(const QString& sentence); ///< what was to be added, and why

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeCalendar();
    void nameButton(const QString& id, const QString& name);
    QLayout* makeForm();
    void makeDraft();
    void offerDraft();
    void clearForm(QDate day);
    void keepOrder(const QDateEdit& moved);
    QWidget* makeList();
    [[nodiscard]] QDateEdit* makeDate(const QString& id, const QString& name);
    void add();
    void removeChosen();
    void remove(const std::vector<int>& rows);
    void choose(int row);
    void toggle(QDate day);
    bool take(QDate first, QDate last);
    void paintDays();

    session::Workspace& m_workspace;
    DaysOffModel* m_model = nullptr;
    QTreeView* m_list = nullptr;
    TextLabel* m_nothing = nullptr;
    QCalendarWidget* m_calendar = nullptr;
    QDateEdit* m_first = nullptr;
    QDateEdit* m_last = nullptr;
    QLineEdit* m_reason = nullptr;
    QPushButton* m_add = nullptr;
    QAction* m_remove = nullptr;
    QPushButton* m_removal = nullptr; ///< its button
    DraftOffer* m_offer = nullptr;
    DraftKeeper* m_draft = nullptr; ///< of the form
};

} // namespace waymark::ui
