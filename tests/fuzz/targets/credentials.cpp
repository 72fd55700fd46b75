// SPDX-License-Identifier: GPL-3.0-or-later
// Signed credentials inside reviews and plans, and bare signatures.
#include <Promise.h>
#include <Targets.h>

#include <exchange/Credentials.h>
#include <exchange/DidKey.h>
#include <exchange/SigningKey.h>

namespace waymark::fuzz {

void credentials(const QByteArray& bytes)
{
    static const exchange::SigningKey key = exchange::SigningKey::fromSeed(QByteArray(32, '\1'), QStringLiteral("Grace Example"));
    const QString jws = QString::fromUtf8(bytes);
    const QByteArray payload = exchange::payloadOf(jws);
    require(payload.size() <= bytes.size(), "a payload is a part of its text");
    if (exchange::isJwsOf(key.publicKey(), jws)) {
        require(exchange::compactJws(payload, key) == jws, "only what the key has signed is signed by the key");
    }
    require(exchange::isJwsOf(key.publicKey(), exchange::compactJws(bytes, key)), "what was signed is found signed");
    require(exchange::payloadOf(exchange::compactJws(bytes, key)) == bytes, "a payload comes back as it was");
    require(!exchange::isSignedBy(bytes.left(32), bytes, bytes.right(64)) || bytes.size() >= 64, "a short text is no signature");
    (void)exchange::base58(bytes.left(200));
}

} // namespace waymark::fuzz
