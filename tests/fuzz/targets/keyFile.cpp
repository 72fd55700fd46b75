// SPDX-License-Identifier: GPL-3.0-or-later
// Key files, sealed and public.
#include <Promise.h>
#include <Targets.h>

#include <exchange/KeyFile.h>
#include <exchange/ReviewLimits.h>

namespace waymark::fuzz {

void keyFile(const QByteArray& bytes)
{
    using domain::ErrorCode;
    const auto codes = { ErrorCode::InvalidFile, ErrorCode::FormatNewer, ErrorCode::UnknownFormat, ErrorCode::TooLarge };
    const QString name = QStringLiteral("key.json");
    const auto file = exchange::readKeyFile(bytes, name);
    const auto shared = exchange::readPublicKey(bytes, name);
    require(!(file && shared), "a key file is sealed or public, not both");
    if (shared) {
        const auto again = exchange::readPublicKey(exchange::publicKeyFile(shared->name, shared->publicKey), name);
        require(again && again->publicKey == shared->publicKey, "a public key comes back as it was");
        require(exchange::fingerprintWords(exchange::fingerprintOf(shared->publicKey)).size() == 10, "a key can be read aloud");
    } else {
        requireRefusal(shared.error(), codes);
    }
    if (!file) {
        requireRefusal(file.error(), codes);
        return;
    }
    require(file->cost.memory <= exchange::limits::keyMemory && file->cost.operations <= exchange::limits::keyOperations,
        "a key file does not ask for more than it may");
    const auto again = exchange::readKeyFile(exchange::keyFileToJson(*file), name);
    require(again && again->salt == file->salt && again->nonce == file->nonce && again->sealed == file->sealed
            && again->head.publicKey == file->head.publicKey && again->head.name == file->head.name,
        "a key file comes back as it was");
}

} // namespace waymark::fuzz
