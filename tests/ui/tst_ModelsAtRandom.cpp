// SPDX-License-Identifier: GPL-3.0-or-later
#include <DrivenLearnerModels.h>
#include <DrivenMentorModels.h>
#include <DrivenPlanModels.h>
#include <DrivenReviewModels.h>
#include <ModelMirror.h>

#include <QAbstractItemModelTester>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::support;

namespace {

using Maker = std::unique_ptr<Driven> (*)(RandomEdits&);
template <class T> std::unique_ptr<Driven> make(RandomEdits& random)
{
    return std::make_unique<T>(random);
}

const QList<std::pair<const char*, Maker>>& table()
{
    static const QList<std::pair<const char*, Maker>> all { { "outline", &make<Outline> }, { "cards", &make<Cards> },
        { "palette", &make<Finder> }, { "days off", &make<DaysOff> }, { "schedule", &make<Schedule> }, { "board", &make<Board> },
        { "figures", &make<Figures> }, { "plans", &make<Plans> }, { "comparison", &make<Comparison> }, { "reviews", &make<Reviews> },
        { "answers", &make<Answers> }, { "backups", &make<Backups> } };
    return all;
}

/// Of all models together, in one run.
int operations()
{
    const int asked = qEnvironmentVariableIntValue("WAYMARK_MODEL_OPERATIONS");
    return asked > 0 ? asked : 10'000;
}

} // namespace

/// Each model tells its views what became of its rows, whatever happens to the library under it.
class tst_ModelsAtRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aViewThatBelievesWhatItIsToldSeesWhatIs_data()
    {
        QTest::addColumn<int>("row");
        for (int row = 0; row < table().size(); ++row) {
            QTest::newRow(table().at(row).first) << row;
        }
    }
    void aViewThatBelievesWhatItIsToldSeesWhatIs()
    {
        QFETCH(const int, row);
        RandomEdits random(static_cast<quint64>(row) + 1);
        const std::unique_ptr<Driven> driven = table().at(row).second(random);
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        std::vector<std::unique_ptr<ModelMirror>> mirrors;
        for (QAbstractItemModel* model : driven->models()) {
            testers.push_back(std::make_unique<QAbstractItemModelTester>(model, QAbstractItemModelTester::FailureReportingMode::Fatal));
            mirrors.push_back(std::make_unique<ModelMirror>(*model));
        }
        const int share = operations() / static_cast<int>(table().size()) + 1;
        for (int operation = 0; operation < share; ++operation) {
            driven->step();
            if (QTest::currentTestFailed()) {
                return;
            }
            for (int i = 0; i < driven->models().size(); ++i) {
                const QString difference = mirrors[static_cast<std::size_t>(i)]->difference();
                QVERIFY2(difference.isEmpty(),
                    qPrintable(u"operation %1, %2: %3"_s.arg(operation).arg(
                        QLatin1String(driven->models().at(i)->metaObject()->className()), difference)));
            }
        }
    }

    /// A model that nobody drives would be one of which nothing is known.
    void everyModelOfTheWindowIsDriven()
    {
        QSet<QString> driven;
        RandomEdits random(0);
        for (const auto& [name, maker] : table()) {
            const auto made = maker(random);
            for (const QAbstractItemModel* model : made->models()) {
                driven.insert(QString::fromLatin1(model->metaObject()->className()).section(u"::"_s, -1));
            }
        }
        static const QRegularExpression declared(
            u"class (\\w+) (?:final )?: public (?:QAbstract\\w*Model|QSortFilterProxyModel|WordsFilter)\\b"_s);
        QSet<QString> there;
        QDirIterator headers(QStringLiteral(WAYMARK_SOURCE "/ui"), { u"*.h"_s, u"*.cpp"_s }, QDir::Files, QDirIterator::Subdirectories);
        while (headers.hasNext()) {
            QFile file(headers.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (auto match = declared.globalMatch(text); match.hasNext();) {
                there.insert(match.next().captured(1));
            }
        }
        QVERIFY(there.remove(u"WordsFilter"_s)); // what the filters stand on
        QCOMPARE(driven, there);
    }
};

QTEST_MAIN(tst_ModelsAtRandom)
#include "tst_ModelsAtRandom.moc"
