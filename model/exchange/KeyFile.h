// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/SigningKey.h>

namespace waymark::exchange {

/// The format that is written (resources/schemas/key.schema.json); a later one is another number.
inline constexpr QLatin1StringView keySchema { "urn:waymark:key:1" };

/// A sealed key as it lies in its file. A value; SigningKey seals and unseals.
struct KeyFile
{
    static constexpr qsizetype publicKeyBytes = 32;
    static constexpr qsizetype saltBytes = 16;
    static constexpr qsizetype nonceBytes = 24;
    static constexpr qsizetype sealedBytes = 48; ///< the seed and its authentication
    static constexpr int leastOperations = 1;
    static constexpr qint64 leastMemory = 8'192;

    KeyFileHead head;
    SealingCost cost;
    QByteArray salt;
    QByteArray nonce;
    QByteArray sealed;
};

[[nodiscard]] QByteArray keyFileToJson(const KeyFile& file);

/// InvalidFile, FormatNewer, UnknownFormat; what the file asks for is within limits::keyMemory and limits::keyOperations.
[[nodiscard]] domain::Result<KeyFile> readKeyFile(const QByteArray& bytes, const QString& subject);

} // namespace waymark::exchange
