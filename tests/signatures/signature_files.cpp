// SPDX-License-Identifier: GPL-3.0-or-later
// signature_files VECTORS FOLDER: signs the review of each vector and writes what other programs need to check it,
// as 1.signed, 1.signature, 1.key (the 32 bytes), 1.fingerprint, 1.wayreview, 1.wayreview.minisig and 1.pub.
#include <exchange/ReviewReader.h>
#include <exchange/ReviewSignature.h>
#include <exchange/ReviewWriter.h>
#include <exchange/SigningKey.h>

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::exchange;

namespace {

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool writeVector(const nlohmann::json& vector, const QString& stem)
{
    const auto text = [&vector](const char* key) { return QByteArray::fromStdString(vector.at(key).get<std::string>()); };
    const SigningKey key = SigningKey::fromSeed(QByteArray::fromHex(text("seed")), u"Vector"_s);
    const auto review = readReview(QByteArray::fromStdString(vector.at("review").dump()));
    const auto made = review ? signedReview(*review, key) : review;
    if (!made) {
        std::fprintf(stderr, "%s\n", qPrintable(made.error().detail));
        return false;
    }
    const QByteArray file = reviewToJson(*made);
    // The bytes are those of the vector, not ours: so the check is of the vector and of our signature at once.
    return write(stem + u".signed"_s, text("signedBytes")) && write(stem + u".signature"_s, made->signature->value)
        && write(stem + u".key"_s, made->signature->key) && write(stem + u".fingerprint"_s, text("fingerprint"))
        && write(stem + u".wayreview"_s, file)
        && write(stem + u".wayreview.minisig"_s, minisignature(file, key, u"plan %1"_s.arg(made->plan)).value())
        && write(stem + u".pub"_s, minisignPublicKey(key.publicKey()));
}

} // namespace

int main(int argc, char** argv)
{
    QFile file(argc == 3 ? QFile::decodeName(argv[1]) : QString());
    if (argc != 3 || !file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "usage: signature_files VECTORS FOLDER\n");
        return 2;
    }
    const nlohmann::json root = nlohmann::json::parse(file.readAll().toStdString());
    int number = 0;
    for (const nlohmann::json& vector : root.at("vectors")) {
        if (!writeVector(vector, QDir(QFile::decodeName(argv[2])).filePath(QString::number(++number)))) {
            return 1;
        }
    }
    return number == 0 ? 1 : 0;
}
