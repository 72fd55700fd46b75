// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/MapAccessible.h>

#include <ui/map/MapCanvas.h>
#include <ui/words/Isolated.h>
#include <ui/words/Words.h>

#include <QAccessibleWidget>
#include <QLocale>

#include <vector>

namespace waymark::ui {

namespace {

/// One node. Made when first asked for and owned by Qt's cache through its id.
class NodeAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    NodeAccessible(MapCanvas& canvas, int index)
        : m_canvas(&canvas)
        , m_index(index)
    {
    }

    [[nodiscard]] bool isValid() const override { return m_canvas && m_index < m_canvas->scene().size(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_canvas); }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override { }

    [[nodiscard]] QString text(QAccessible::Text which) const override
    {
        if (!isValid()) {
            return {};
        }
        const session::Workspace& workspace = m_canvas->workspace();
        const domain::Skill& skill = workspace.roadmap().skill(m_index);
        if (which == QAccessible::Name) {
            const MapScene::Node& node = m_canvas->scene().node(m_index);
            const QString name = MapCanvas::tr("%1, %2", "skill and state").arg(isolated(skill.title), Words::state(node.state));
            return node.word.isEmpty() ? name : MapCanvas::tr("%1, %2", "skill with state, and what was decided").arg(name, node.word);
        }
        return which == QAccessible::Description ? description(workspace, skill) : QString();
    }

    [[nodiscard]] QRect rect() const override
    {
        if (!isValid()) {
            return {};
        }
        const QRect inView = m_canvas->view().toView(m_canvas->scene().rect(m_index)).toRect();
        return { m_canvas->viewport()->mapToGlobal(inView.topLeft()), inView.size() };
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.selectable = true;
        state.focusable = true;
        state.selected = m_canvas->selected() == m_index;
        state.focused = state.selected && m_canvas->hasFocus();
        state.offscreen = !m_canvas->seen().intersects(m_canvas->scene().rect(m_index));
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }

    [[nodiscard]] QStringList actionNames() const override { return { pressAction(), setFocusAction() }; }
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }
    void doAction(const QString& name) override
    {
        if (isValid() && name == setFocusAction()) {
            m_canvas->reveal(m_index);
        } else if (isValid() && name == pressAction()) {
            Q_EMIT m_canvas->openRequested(m_index);
        }
    }

private:
    [[nodiscard]] QString description(const session::Workspace& workspace, const domain::Skill& skill) const
    {
        QStringList sentences { Words::outcome(skill) };
        if (!m_canvas->showsOther() && workspace.stateOf(skill.id) == learning::SkillState::Locked) {
            sentences.append(Words::lock(workspace.lockOf(skill.id), workspace.roadmap()));
        }
        QStringList unlocks;
        for (const domain::Roadmap::Edge& edge : workspace.roadmap().outOf(workspace.roadmap().indexOf(skill.id))) {
            unlocks.append(workspace.roadmap().skill(edge.to).title);
        }
        if (!unlocks.isEmpty()) {
            sentences.append(MapCanvas::tr("It unlocks %1.").arg(QLocale().createSeparatedList(isolated(unlocks))));
        }
        return sentences.join(u' ');
    }

    QPointer<MapCanvas> m_canvas;
    int m_index;
};

class CanvasAccessible : public QAccessibleWidget
{
public:
    explicit CanvasAccessible(MapCanvas& canvas)
        : QAccessibleWidget(&canvas, QAccessible::List)
        , m_canvas(canvas)
    {
    }

    ~CanvasAccessible() override
    {
        for (const QAccessible::Id id : m_ids) {
            if (id != 0) {
                QAccessible::deleteAccessibleInterface(id);
            }
        }
    }

    [[nodiscard]] int childCount() const override { return m_canvas.scene().size(); }

    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        m_ids.resize(std::max(m_ids.size(), static_cast<std::size_t>(childCount())), 0);
        QAccessible::Id& id = m_ids[static_cast<std::size_t>(index)];
        if (id == 0) {
            // The cache of Qt owns it. NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks)
            id = QAccessible::registerAccessibleInterface(new NodeAccessible(m_canvas, index));
        }
        return QAccessible::accessibleInterface(id);
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override
    {
        const QAccessible::Id id = QAccessible::uniqueId(const_cast<QAccessibleInterface*>(child));
        const auto found = std::find(m_ids.begin(), m_ids.end(), id);
        return found == m_ids.end() ? -1 : static_cast<int>(found - m_ids.begin());
    }

    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override
    {
        const QPoint inView = m_canvas.viewport()->mapFromGlobal(QPoint(x, y));
        return child(m_canvas.scene().nodeAt(m_canvas.view().toScene(QPointF(inView))));
    }

    [[nodiscard]] QAccessibleInterface* focusChild() const override { return m_canvas.hasFocus() ? child(m_canvas.selected()) : nullptr; }

private:
    MapCanvas& m_canvas;
    mutable std::vector<QAccessible::Id> m_ids; ///< 0 until asked for
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object)
{
    auto* canvas = qobject_cast<MapCanvas*>(object);
    return canvas == nullptr ? nullptr : new CanvasAccessible(*canvas);
}

} // namespace

void installMapAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed);
}

void notifyMapSelection(MapCanvas& canvas, int index)
{
    if (index < 0 || !QAccessible::isActive()) {
        return;
    }
    QAccessibleEvent event(&canvas, QAccessible::Focus);
    event.setChild(index);
    QAccessible::updateAccessibility(&event);
}

} // namespace waymark::ui
