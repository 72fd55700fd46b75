// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/SigningKey.h>

#include <exchange/JsonReading.h>
#include <exchange/KeyWords.h>

#include <QCryptographicHash>

namespace waymark::exchange {

namespace {

constexpr qsizetype spokenBytes = 10;

} // namespace

QString fingerprintOf(const QByteArray& publicKey)
{
    return QString::fromLatin1(QCryptographicHash::hash(publicKey, QCryptographicHash::Sha256).toHex());
}

QStringList fingerprintWords(const QString& fingerprint)
{
    QStringList words;
    if (isSha256(fingerprint)) {
        for (const char byte : QByteArray::fromHex(fingerprint.toLatin1()).left(spokenBytes)) {
            words.append(QString::fromLatin1(keyWords.at(static_cast<unsigned char>(byte))));
        }
    }
    return words;
}

} // namespace waymark::exchange
