// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/Verb.h>

#include <exchange/SigningKey.h>

namespace waymark::app {

/// How a verb comes to the person's signing key: the passphrase from --passphrase-file, else from WAYMARK_PASSPHRASE, else asked for
/// on the terminal, which does not show it.
class Passphrase
{
    Q_DECLARE_TR_FUNCTIONS(Passphrase)

public:
    explicit Passphrase(const VerbCall& call)
        : m_call(call)
    {
    }

    /// The key, made on first use under this name. The errors of KeyRing; Usage where there is neither a passphrase nor anybody to ask.
    [[nodiscard]] domain::Result<exchange::SigningKey> keyOf(const QString& name) const;

private:
    [[nodiscard]] std::optional<domain::Result<QString>> given() const; ///< none where it has to be asked for
    [[nodiscard]] domain::Result<QString> asked() const;
    [[nodiscard]] domain::Result<QString> chosen() const; ///< for a new key: twice the same

    const VerbCall& m_call;
};

} // namespace waymark::app
