// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVariantMap>
#include <QWidget>

namespace waymark::session {
struct DraftPlace;
}

namespace waymark::ui {

enum class PageId { Today, Map, Skill, Recall, Questions, Placement, Plan, Progress, Mentor };

/// Where a person can be: a page, and on it a skill and a section of its lesson, or another part of the page. History and settings keep
/// places.
struct Place
{
    PageId page = PageId::Today;
    QString skill;
    QString section; ///< heading inside the lesson, or the name that the page has for a part of it; empty for the top

    bool operator==(const Place&) const = default;
};

/// What a notice says and how.
enum class NoticeTone { Info, Success, Warning, Error };

/// A page of the window. It takes the Workspace in its constructor, knows no other page, and asks for them through placeRequested().
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString title() const = 0;
    /// Goes to a place on this page. `place.page` is this page.
    virtual void show(const Place& place) = 0;
    /// The same place in full: where it names no part of the page, the part that was shown last. History keeps that.
    [[nodiscard]] virtual Place inFull(const Place& place) const { return place; }
    using QWidget::show;
    /// Scroll, zoom, open filters: what a restart brings back. Keys are stable.
    [[nodiscard]] virtual QVariantMap view() const { return {}; }
    virtual void restoreView(const QVariantMap& view) { Q_UNUSED(view); }
    /// The widget that has the keys when one comes to the page by them; null for the first one of the page.
    [[nodiscard]] virtual QWidget* firstFocus() { return nullptr; }
    /// The widget that Ctrl+F goes to; null where the page has no search of its own.
    [[nodiscard]] virtual QWidget* searchField() { return nullptr; }
    /// The skill that the Skill menu acts on; empty for none.
    [[nodiscard]] virtual QString currentSkill() const { return {}; }
    /// Actions of this page for the palette and the shortcut sheet; each has an objectName and a text.
    [[nodiscard]] virtual QList<QAction*> pageActions() const { return m_actions; }
    /// Saves what stands unsaved in editors; called before the window closes and before another place is shown.
    virtual void commitDrafts() { }
    /// Goes to the editor in which this was written and not saved, on the place of it that is shown; modal ones open.
    virtual void openDraft(const session::DraftPlace& draft) { Q_UNUSED(draft); }
    /// What has a text that commitDrafts() could neither save nor keep as a draft, by its name; it would be lost with the page.
    [[nodiscard]] virtual QStringList unsaved() const { return {}; }

Q_SIGNALS:
    void placeRequested(const waymark::ui::Place& place);
    void noticeRequested(const QString& text, waymark::ui::NoticeTone tone);
    /// Something takes its time on a worker; `cancel` stops it. Every beginning has its end.
    void waitingBegan(const QString& text, QAction* cancel);
    void waitingEnded();
    void titleChanged();
    void currentSkillChanged();

protected:
    /// Adds to pageActions(). The keys work while the focus is on the page; `id` is stable.
    QAction* makeAction(const QString& id, const QString& text, const QKeySequence& keys);

private:
    QList<QAction*> m_actions;
};

} // namespace waymark::ui
