// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Passphrase.h>

#include <app/MentorPlaces.h>

#include <domain/AtomicFile.h>
#include <session/KeyRing.h>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::ErrorCode;
using domain::Result;
using exchange::SigningKey;

std::optional<Result<QString>> Passphrase::given() const
{
    if (const QString file = m_call.invocation.values.value(u"passphrase-file"_s); !file.isEmpty()) {
        constexpr qint64 most = 4096;
        const Result<QByteArray> bytes = domain::readFile(file, most);
        if (!bytes) {
            return Result<QString>(tl::unexpected(bytes.error()));
        }
        QString line = QString::fromUtf8(*bytes).section(u'\n', 0, 0);
        line.remove(u'\r');
        return line;
    }
    if (qEnvironmentVariableIsSet("WAYMARK_PASSPHRASE")) {
        return qEnvironmentVariable("WAYMARK_PASSPHRASE");
    }
    return std::nullopt;
}

Result<QString> Passphrase::asked() const
{
    const std::optional<QString> line = m_call.console.askSecret(tr("Passphrase of your key: "));
    if (!line) {
        return domain::failure(ErrorCode::Usage, {}, tr("There is no passphrase: give --passphrase-file FILE"));
    }
    return *line;
}

Result<QString> Passphrase::chosen() const
{
    m_call.console.line(tr("You have no key yet. One is made now; it lies in %1 and is yours alone.").arg(signingKeyPath()));
    while (true) {
        const std::optional<QString> first = m_call.console.askSecret(tr("A passphrase for it (empty for none): "));
        const std::optional<QString> second = first ? m_call.console.askSecret(tr("The same again: ")) : std::nullopt;
        if (!second) {
            return domain::failure(ErrorCode::Usage, {}, tr("There is no passphrase: give --passphrase-file FILE"));
        }
        if (*first == *second) {
            return *first;
        }
        m_call.console.line(tr("The two are not the same."));
    }
}

Result<SigningKey> Passphrase::keyOf(const QString& name) const
{
    const session::KeyRing ring(signingKeyPath());
    std::optional<Result<QString>> passphrase = given();
    if (ring.hasKey()) {
        const Result<exchange::KeyFileHead> head = ring.head();
        if (!head) {
            return tl::unexpected(head.error());
        }
        if (!passphrase) {
            passphrase = head->hasPassphrase ? asked() : Result<QString>(QString());
        }
    } else if (!passphrase) {
        passphrase = chosen();
    }
    if (!*passphrase) {
        return tl::unexpected(passphrase->error());
    }
    return ring.hasKey() ? ring.unlock(**passphrase) : ring.make(name, **passphrase);
}

} // namespace waymark::app
