// SPDX-License-Identifier: GPL-3.0-or-later
// crash_writer LIBRARY SEED FIRST: opens or creates the library and runs the commands FIRST, FIRST + 1, ... of the stream until it is
// killed. Each number is written to standard output when its command has come back: that is what a person would have seen as saved.
#include "CommandStream.h"

#include <storage/SqliteStore.h>

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

#include <unistd.h>

using namespace waymark;

namespace {

bool say(quint64 number)
{
    return ::write(STDOUT_FILENO, &number, sizeof number) == sizeof number;
}

int complain(const domain::Error& error)
{
    std::fprintf(stderr, "crash_writer: error %d, %s\n", static_cast<int>(error.code), qPrintable(error.detail));
    return 1;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4) {
        return 2;
    }
    const QString path = arguments.at(1);
    const quint64 seed = arguments.at(2).toULongLong();
    const quint64 first = arguments.at(3).toULongLong();
    auto store = QFile::exists(path) ? storage::SqliteStore::open(path, {}) : storage::SqliteStore::create(path, {});
    if (!store) {
        return complain(store.error());
    }
    // The number before the first says that the library is open.
    bool goesOn = say(first - 1);
    for (quint64 number = first; goesOn; ++number) {
        if (!crash::runCommand(**store, seed, number)) {
            std::fprintf(stderr, "crash_writer: command %llu failed\n", static_cast<unsigned long long>(number));
            return 1;
        }
        goesOn = say(number);
    }
    return 1;
}
