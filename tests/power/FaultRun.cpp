// SPDX-License-Identifier: GPL-3.0-or-later
#include "Operation.h"

#include <ChildProcess.h>

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <cerrno>
#include <numeric>

namespace waymark::power {

using domain::Error;
using domain::ErrorCode;

namespace {

/// One way in which a call can fail, and what the user may be told then.
struct Failing
{
    DiskCall call;
    int error;
    bool isShort;
    std::vector<ErrorCode> codes;
};

const std::vector<Failing>& failings()
{
    static const std::vector<Failing> all {
        { DiskCall::Write, ENOSPC, false, { ErrorCode::DiskFull } },
        { DiskCall::Write, ENOSPC, true, { ErrorCode::DiskFull } },
        { DiskCall::Write, EIO, false, { ErrorCode::Io } },
        { DiskCall::Sync, EIO, false, { ErrorCode::Io } },
        { DiskCall::Sync, ENOSPC, false, { ErrorCode::DiskFull } },
        { DiskCall::Truncate, EIO, false, { ErrorCode::Io } },
        { DiskCall::Create, ENOSPC, false, { ErrorCode::DiskFull } },
        { DiskCall::Create, EACCES, false, { ErrorCode::ReadOnly, ErrorCode::Io } },
        { DiskCall::Create, EMFILE, false, { ErrorCode::Io } },
        { DiskCall::Open, EACCES, false, { ErrorCode::ReadOnly, ErrorCode::Io } },
        { DiskCall::Open, EMFILE, false, { ErrorCode::Io } },
        { DiskCall::Open, EIO, false, { ErrorCode::Io, ErrorCode::NothingRecovered } }, // the latter where all of it is lost for ever
        { DiskCall::MakeFolder, ENOSPC, false, { ErrorCode::DiskFull } },
        { DiskCall::MakeFolder, EACCES, false, { ErrorCode::ReadOnly } },
        { DiskCall::Rename, ENOSPC, false, { ErrorCode::DiskFull } },
        { DiskCall::Rename, EIO, false, { ErrorCode::Io } },
        // SQLite does not say why it has left its log where it was, so that is taken for somebody who uses it.
        { DiskCall::Remove, EACCES, false, { ErrorCode::ReadOnly, ErrorCode::Io, ErrorCode::LibraryBusy } },
        { DiskCall::Remove, EIO, false, { ErrorCode::Io, ErrorCode::LibraryBusy } },
    };
    return all;
}

QString wrongIn(const Error& error, const std::vector<ErrorCode>& codes)
{
    const bool isMeant = std::find(codes.begin(), codes.end(), error.code) != codes.end();
    const bool isNamed = !error.subject.isEmpty() && !error.subject.contains(QLatin1String(".waymark-"));
    return isMeant && isNamed ? QString()
                              : QStringLiteral("error %1 of \"%2\": %3").arg(static_cast<int>(error.code)).arg(error.subject, error.detail);
}

/// Files that nobody would ever remove, where they could be removed.
QString leftIn(const QString& folder, const DiskFault& fault)
{
    const QStringList left = QDir(folder).entryList({ QStringLiteral(".waymark-*") }, QDir::Files | QDir::Hidden);
    return left.isEmpty() || fault.call == DiskCall::Remove ? QString() : QStringLiteral("left behind: ") + left.join(u' ');
}

/// Whether the nth of `all` is one of about `most`, evenly chosen; the last is.
bool isOneOf(int most, int nth, int all)
{
    return most == 0 || all <= most || nth == all || nth * most / all != (nth - 1) * most / all;
}

class Bench
{
public:
    explicit Bench(OperationMaker make)
        : m_make(make)
    {
    }

    /// How often the operation makes each call where nothing fails.
    std::array<int, diskCalls> count()
    {
        std::array<int, diskCalls> calls {};
        start();
        const FaultyDisk disk(m_folder, {});
        if (const auto done = m_operation->act(); !done) {
            qFatal("the operation fails by itself: %s", qPrintable(done.error().detail));
        }
        m_operation->close();
        for (int call = 0; call < diskCalls; ++call) {
            calls[static_cast<std::size_t>(call)] = disk.calls(static_cast<DiskCall>(call));
        }
        return calls;
    }

    void fail(const DiskFault& fault, const std::vector<ErrorCode>& codes, FaultRun& run)
    {
        start();
        m_operation->expect(fault.call);
        domain::Result<void> done;
        {
            const FaultyDisk disk(m_folder, fault);
            done = m_operation->act();
            if (fault.forEver) {
                m_operation->close();
            }
        }
        const QuickDisk well(m_folder);
        QString wrong = done ? QString() : wrongIn(done.error(), codes) + leftIn(m_folder, fault);
        wrong += m_operation->judge(done.has_value());
        m_operation.reset();
        ++run.cases;
        run.failed += done ? 0 : 1;
        if (!wrong.isEmpty()) {
            ++run.bad;
            const QString where
                = QStringLiteral("%1 %2 fails%3 with %4: ")
                      .arg(QLatin1String(nameOf(fault.call)))
                      .arg(fault.nth)
                      .arg(fault.forEver ? QStringLiteral(" for ever") : QString(), QLatin1String(strerrorname_np(fault.error)));
            run.first = run.first.isEmpty() ? where + wrong : run.first;
            if (qEnvironmentVariableIsSet("WAYMARK_FAULTS_LIST")) {
                qInfo("%s", qPrintable(where + wrong));
            }
        }
    }

    void killAt(int nth, FaultRun& run)
    {
        start();
        const QString answer = support::inChild([this, nth]() -> QString {
            QRandomGenerator::global()->discard(1000); // else the next start would draw the same temporary names
            const FaultyDisk disk(m_folder, { DiskCall::Write, nth, 0, false, false, true });
            return m_operation->act() ? QStringLiteral("done") : QStringLiteral("failed");
        });
        const QuickDisk well(m_folder);
        const QString wrong = answer == QLatin1String("crashed") ? m_operation->judge(false) : QStringLiteral("not killed, but ") + answer;
        m_operation.reset();
        ++run.cases;
        if (!wrong.isEmpty()) {
            ++run.bad;
            run.first = run.first.isEmpty() ? QStringLiteral("killed before call %1: ").arg(nth) + wrong : run.first;
        }
    }

private:
    void start()
    {
        m_operation.reset();
        m_folder = m_home.filePath(QStringLiteral("folder"));
        const QuickDisk quick(m_folder);
        QDir(m_folder).removeRecursively();
        QDir().mkpath(m_folder);
        m_operation = m_make();
        m_operation->prepare(m_folder);
    }

    OperationMaker m_make;
    QTemporaryDir m_home { quickFolder() };
    QString m_folder;
    std::unique_ptr<Operation> m_operation;
};

} // namespace

int faultsOfEachCall()
{
    bool isNumber = false;
    const int number = qEnvironmentVariableIntValue("WAYMARK_FAULTS", &isNumber);
    return isNumber ? number : 6;
}

int killsOfEachOperation()
{
    bool isNumber = false;
    const int number = qEnvironmentVariableIntValue("WAYMARK_KILL_POINTS", &isNumber);
    return isNumber ? number : 12;
}

FaultRun failEveryCall(OperationMaker make, int most)
{
    FaultRun run;
    Bench bench(make);
    const auto calls = bench.count();
    for (const Failing& failing : failings()) {
        const int all = calls[static_cast<std::size_t>(failing.call)];
        for (int nth = 1; nth <= all; ++nth) {
            const bool isChosen = isOneOf(most, nth, all);
            for (const bool forEver : { false, true }) {
                if (isChosen) {
                    bench.fail({ failing.call, nth, failing.error, forEver, failing.isShort }, failing.codes, run);
                }
            }
        }
    }
    return run;
}

FaultRun killAtEveryCall(OperationMaker make, int most)
{
    FaultRun run;
    Bench bench(make);
    const auto calls = bench.count();
    const int all = std::accumulate(calls.begin(), calls.end(), 0);
    for (int nth = 1; nth <= all; ++nth) {
        if (isOneOf(most, nth, all)) {
            bench.killAt(nth, run);
        }
    }
    return run;
}

} // namespace waymark::power
