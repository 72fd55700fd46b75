// SPDX-License-Identifier: GPL-3.0-or-later
// One target as libFuzzer calls it. WAYMARK_TARGET is its function.
#include <Promise.h>
#include <Targets.h>

#include <QtGlobal>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace waymark::fuzz {

void broken(const char* promise, const QString& seen)
{
    std::fprintf(stderr, "BROKEN PROMISE: %s\n  %s\n", promise, qPrintable(seen));
    std::abort();
}

} // namespace waymark::fuzz

extern "C" int LLVMFuzzerInitialize(int* /*count*/, char*** /*arguments*/)
{
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext& /*where*/, const QString& text) {
        if (type == QtFatalMsg) {
            std::fprintf(stderr, "%s\n", qPrintable(text));
            std::abort();
        }
    });
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    waymark::fuzz::WAYMARK_TARGET(QByteArray(reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(size)));
    return 0;
}
