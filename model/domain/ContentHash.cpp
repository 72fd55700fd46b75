// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Edit.h>
#include <domain/Progress.h>

#include <QCryptographicHash>

namespace waymark::domain {

QByteArray contentHash(const Progress& progress)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto& [key, record] : progress.records()) {
        if (key.kind == RecordKind::Absorbed) {
            continue;
        }
        hash.addData(changesToJson({ RecordChange { key, std::nullopt, record } }));
        hash.addData("\n");
    }
    return hash.result();
}

} // namespace waymark::domain
