// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FolderState.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace waymark::support {

/// What a library of each schema that was ever given out must come back as. The files are kept for ever and never made again: they are what
/// people have on their disks.
struct PastLibrary
{
    int schema = 0;
    QByteArray records; ///< domain::contentHash in hexadecimal, as today's schema gives it
    int edits = 0;

    /// The file as it was written then.
    [[nodiscard]] QByteArray bytes() const
    {
        return qUncompress(bytesOf(QStringLiteral(WAYMARK_TEST_DATA "/storage/libraries/schema-%1.waymark.z").arg(schema)));
    }
};

inline const QList<PastLibrary>& pastLibraries()
{
    static const QList<PastLibrary> all {
        { 1, "3a659caf154a27571e5110aa65d11e6d5a321b2ea5fe883b9cc36d5ab4a9037c", 60 },
        { 2, "9f5558446a8c2818aaad8f29017498ed634c2a4f309a52f93d3638c980c9cb61", 60 },
        { 3, "3a880ec98df49ae979214d96d82c2e8617193de385989fbfdac3057ee08c6aaf", 60 },
        { 4, "0d67a2af51ac670f491680dcea71e4f80a0ca80e835d6ef21cd2769467a917f0", 60 },
        { 5, "728cb83f172c481b0d2587d9e9cc62bbb30cc0bd037e15fe84d9241f11b0fa86", 60 },
        { 6, "6c1b2db46c1c69b21551c50553dba78b485c5275ce4abcacb9540cebdc3c7279", 60 },
        { 7, "6c8e6876a7f8b9610b01f2bb99dba4eb822e15776bd905f0fc2e8b8606f3eb15", 60 },
        { 8, "2dc1cfb9fdf3dd11678b65e0ec110507684d12f3ff194a2379b612a4c700f002", 60 },
    };
    return all;
}

} // namespace waymark::support
