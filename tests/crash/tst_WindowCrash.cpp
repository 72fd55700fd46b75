// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window is killed while someone works in it; whatever it has shown as saved is still there.
#include <storage/Connection.h>
#include <storage/OpenLadder.h>
#include <storage/SqliteStore.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

constexpr int hashLength = 32;
constexpr int killsPerLibrary = 10;
constexpr int startTimeout = 60'000; // milliseconds

/// True if the library holds what was shown last, or exactly one change more.
bool holds(storage::SqliteStore& store, const QByteArray& shown, bool& oneMore)
{
    const auto hash = [&store] { return domain::contentHash(store.progress().value()); };
    oneMore = hash() != shown;
    if (!oneMore) {
        return true;
    }
    if (store.undo() && hash() == shown) {
        return true;
    }
    // The change that was not shown may have been an undo: doing it again, from where it left off, gives what was shown.
    static_cast<void>(store.redo());
    return store.redo() && hash() == shown;
}

} // namespace

class tst_WindowCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheWindowHasShownIsNeverLost()
    {
        bool isNumber = false;
        const int wanted = qEnvironmentVariableIntValue("WAYMARK_WINDOW_KILLS", &isNumber);
        const int kills = isNumber ? wanted : 200;
        std::mt19937_64 random(20'260'102);
        std::unique_ptr<QTemporaryDir> folder;
        QString path;
        int changes = 0;
        int more = 0;
        for (int kill = 0; kill < kills; ++kill) {
            if (kill % killsPerLibrary == 0) {
                folder = std::make_unique<QTemporaryDir>();
                path = folder->filePath(u"library.waymark"_s);
            }
            QProcess window;
            window.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            window.start(QStringLiteral(WAYMARK_WINDOW_WRITER), { path, QString::number(kill + 1) });
            QVERIFY(window.waitForStarted(startTimeout));
            // It works until a random number of changes has been heard, or some time has passed, whichever is first.
            const int target = 1 + static_cast<int>(random() % 8);
            QByteArray heard;
            while (heard.size() < target * hashLength && window.waitForReadyRead(heard.isEmpty() ? startTimeout : 2000)) {
                heard += window.readAllStandardOutput();
            }
            QCOMPARE(window.state(), QProcess::Running);
            window.kill();
            QVERIFY(window.waitForFinished(startTimeout));
            heard += window.readAllStandardOutput();
            QVERIFY2(heard.size() >= hashLength, "the window never came up");
            const qsizetype last = heard.size() / hashLength - 1;
            changes += static_cast<int>(last);

            auto store = storage::SqliteStore::open(path, {});
            QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
            bool oneMore = false;
            QVERIFY2(holds(**store, heard.mid(last * hashLength, hashLength), oneMore), qPrintable(u"kill %1"_s.arg(kill)));
            more += oneMore ? 1 : 0;
            store->reset();
            auto library = storage::Connection::open(path, storage::Connection::Mode::Immutable);
            QVERIFY(library.has_value());
            QVERIFY(storage::fullCheck(**library).has_value());
        }
        qInfo("%d kills of the window: 0 lost, 0 corrupt, 0 failed starts; %d changes shown, %d times one more than that", kills, changes,
            more);
    }
};

QTEST_GUILESS_MAIN(tst_WindowCrash)
#include "tst_WindowCrash.moc"
