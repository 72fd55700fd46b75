// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>
#include <ui/progress/ProgressViews.h>

#include <session/Task.h>
#include <session/Workspace.h>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QButtonGroup;
class QLayout;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
QT_END_NAMESPACE

namespace waymark::ui {

class Chart;
class HeatMap;
class ListStandIn;
class RecordTable;
class TextLabel;

/// How far the learner has come: one chart at a time, with the same figures as a table beside it, both for export. Each chart is a part of
/// the page by its name. A row that is chosen in the table is marked in the chart, and what lies under the pointer is said in words. The
/// forecast is worked out by a worker and joins the chart when it is there.
class ProgressPage : public Page
{
    Q_OBJECT

public:
    explicit ProgressPage(session::Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void show(const Place& place) override;
    using QWidget::show;
    [[nodiscard]] Place inFull(const Place& place) const override;
    [[nodiscard]] QVariantMap view() const override;
    void restoreView(const QVariantMap& view) override;

Q_SIGNALS:
    void goalRequested();
    void courseRequested();
    /// A file was made and wants a place: what the dialog is to say, a name for it, and what is in it.
    void fileMade(const QString& title, const QString& name, const QByteArray& bytes);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QLayout* makeHead();
    [[nodiscard]] QLayout* makeSwitch();
    [[nodiscard]] QWidget* makeFigures();
    [[nodiscard]] QWidget* makeStandIn();
    [[nodiscard]] QWidget* makePicture();
    void makeTable();
    void refresh();
    void foretell();
    void showView();
    void showPicture();
    [[nodiscard]] int tableWidth() const;
    void arrange();
    void mark(int row);
    void read(int row);
    void choose(int row);
    void takeStep();
    void exportSvg();
    void exportCsv();

    session::Workspace& m_workspace;
    ProgressChart m_chart = ProgressChart::Way;
    ProgressOutlook m_outlook;
    ProgressView m_view;
    FiguresModel* m_figures = nullptr;
    session::Task<learning::Forecast> m_forecasting;
    QSortFilterProxyModel* m_sorted = nullptr;
    QButtonGroup* m_switch = nullptr;
    QStackedWidget* m_stack = nullptr; ///< figures, or the stand-in
    QBoxLayout* m_body = nullptr;
    Chart* m_plot = nullptr;
    HeatMap* m_heat = nullptr;
    RecordTable* m_table = nullptr;
    TextLabel* m_summary = nullptr;
    TextLabel* m_readout = nullptr;
    ListStandIn* m_standIn = nullptr;
    QPushButton* m_step = nullptr; ///< beside the summary
    QPushButton* m_firstStep = nullptr; ///< in the stand-in
    QAction* m_exportSvg = nullptr;
    QAction* m_exportCsv = nullptr;
    int m_marked = -1;
};

} // namespace waymark::ui
