// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/MentorPlaces.h>
#include <app/VerbTable.h>

#include <domain/AtomicFile.h>
#include <domain/PersonNames.h>
#include <domain/ReviewEdits.h>
#include <exchange/ReviewLimits.h>
#include <session/KeyRing.h>
#include <session/Workspace.h>
#include <ui/print/PlanExports.h>
#include <ui/words/Isolated.h>
#include <ui/words/ReviewWords.h>
#include <ui/words/Words.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::Edit;
using domain::ErrorCode;
using domain::Result;
using ui::ReviewWords;

namespace {

/// One's own key, and the keys of reviewers that the library knows.
class Keys
{
    Q_DECLARE_TR_FUNCTIONS(Keys)

public:
    static int show(const VerbCall& call);
    static int exportKey(const VerbCall& call);
    static int list(const VerbCall& call);
    static int import(const VerbCall& call);
    static int confirm(const VerbCall& call) { return act(call, domain::confirmKey); }
    static int forget(const VerbCall& call) { return act(call, domain::forgetKey); }

private:
    static int act(const VerbCall& call, Result<Edit> (*act)(const domain::EditContext&, const QString&));
    static Result<QString> named(const VerbCall& call);
    static int report(const VerbCall& call, const Result<Edit>& applied);
    static QJsonObject json(const QString& name, const QString& fingerprint);
};

QJsonObject Keys::json(const QString& name, const QString& fingerprint)
{
    return { { u"name"_s, name }, { u"fingerprint"_s, fingerprint }, { u"words"_s, ReviewWords::fingerprint(fingerprint) } };
}

int Keys::show(const VerbCall& call)
{
    const Result<exchange::KeyFileHead> head = session::KeyRing(signingKeyPath()).head();
    if (!head) {
        return call.console.fail(head.error());
    }
    const QString fingerprint = exchange::fingerprintOf(head->publicKey);
    if (call.console.isJson()) {
        QJsonObject object = json(head->name, fingerprint);
        object.insert(u"passphrase"_s, head->hasPassphrase);
        call.console.json(object);
        return 0;
    }
    call.console.line(head->name);
    call.console.line(ReviewWords::fingerprint(fingerprint));
    call.console.line(fingerprint);
    if (!head->hasPassphrase) {
        call.console.line(tr("It has no passphrase: whoever can read the file can sign in your name."));
    }
    return 0;
}

int Keys::exportKey(const VerbCall& call)
{
    const Result<exchange::KeyFileHead> head = session::KeyRing(signingKeyPath()).head();
    if (!head) {
        return call.console.fail(head.error());
    }
    const QString file = call.invocation.argument(0);
    if (const Result<void> written = ui::writeExport(file, exchange::publicKeyFile(head->name, head->publicKey), false); !written) {
        return call.console.fail(written.error());
    }
    if (call.console.isJson()) {
        call.console.json(QJsonObject { { u"file"_s, file } });
    } else {
        call.console.line(tr("Wrote %1. It holds the public half alone; anyone may have it.").arg(file));
    }
    return 0;
}

int Keys::list(const VerbCall& call)
{
    const auto& keys = call.workspace->progress().keys();
    QJsonArray array;
    for (auto key = keys.cbegin(); key != keys.cend(); ++key) {
        if (call.console.isJson()) {
            QJsonObject object = json(key->name, key.key());
            object.insert(u"confirmed"_s, key->confirmed);
            array.append(object);
        } else {
            call.console.line(
                tr("%1: %2 (%3)", "name, words, whether it was compared")
                    .arg(key->name, ReviewWords::fingerprint(key.key()), key->confirmed ? tr("compared") : tr("not compared")));
            call.console.line(u"  "_s + key.key());
        }
    }
    if (call.console.isJson()) {
        call.console.json(array);
    } else if (keys.isEmpty()) {
        call.console.line(tr("No key is known yet. One comes with the first signed review."));
    }
    return 0;
}

int Keys::report(const VerbCall& call, const Result<Edit>& applied)
{
    if (!applied) {
        return call.console.fail(applied.error());
    }
    const bool changed = !applied->changes.empty();
    if (call.console.isJson()) {
        call.console.json(QJsonObject { { u"edit"_s, changed ? QJsonValue(applied->id) : QJsonValue() },
            { u"kind"_s, domain::toString(applied->kind) }, { u"changed"_s, changed } });
    } else {
        call.console.line(changed
                ? tr("%1 (edit %2)").arg(ui::unisolated(ui::Words::edit(*applied, call.workspace->roadmap())), applied->id)
                : tr("Nothing to change: it is so already."));
    }
    return 0;
}

int Keys::import(const VerbCall& call)
{
    const QString file = call.invocation.argument(0);
    const Result<QByteArray> bytes = domain::readFile(file, exchange::limits::keyFileBytes);
    const Result<exchange::KeyFileHead> key
        = bytes ? exchange::readPublicKey(*bytes, file) : Result<exchange::KeyFileHead>(tl::unexpected(bytes.error()));
    if (!key) {
        return call.console.fail(key.error());
    }
    const QString fingerprint = exchange::fingerprintOf(key->publicKey);
    const auto& known = call.workspace->progress().keys();
    if (const auto found = known.constFind(fingerprint); found != known.cend() && !domain::isSameName(found->name, key->name)) {
        return call.console.fail({ ErrorCode::Refused, file,
            tr("you know this key as that of %1; \"waymark key forget\" makes room for the name %2").arg(found->name, key->name) });
    }
    domain::PinnedKey pinned;
    pinned.name = key->name;
    pinned.key = key->publicKey;
    return report(call, call.workspace->apply(domain::pinKey(call.workspace->context(), fingerprint, pinned)));
}

/// Trust hangs on it: all the words, or so many digits that nobody makes another key that begins with them.
Result<QString> Keys::named(const VerbCall& call)
{
    constexpr qsizetype fewestDigits = 16;
    static const QRegularExpression digits(u"\\A[0-9a-f]*\\z"_s);
    const QString named = call.invocation.words.mid(1).join(u' ').simplified().toLower(); // quoted or not
    const bool isDigits = digits.match(named).hasMatch();
    if (isDigits && named.size() < fewestDigits) {
        return domain::failure(ErrorCode::Usage, {},
            tr("\"%1\" is too short for a key: give all its words, or at least %n digits of its fingerprint", nullptr, fewestDigits)
                .arg(named));
    }
    QStringList found;
    for (const QString& fingerprint : call.workspace->progress().keys().keys()) {
        if (isDigits ? fingerprint.startsWith(named) : ReviewWords::fingerprint(fingerprint) == named) {
            found.append(fingerprint);
        }
    }
    if (found.isEmpty()) {
        return domain::failure(ErrorCode::UnknownEvidence, named);
    }
    if (found.size() > 1) {
        return domain::failure(ErrorCode::Usage, {}, tr("\"%1\" names more than one key: %2").arg(named, found.join(u", "_s)));
    }
    return found.front();
}

int Keys::act(const VerbCall& call, Result<Edit> (*act)(const domain::EditContext&, const QString&))
{
    const Result<QString> fingerprint = named(call);
    if (!fingerprint) {
        return call.console.fail(fingerprint.error());
    }
    return report(call, call.workspace->apply(act(call.workspace->context(), *fingerprint)));
}

} // namespace

std::vector<Verb> keyVerbs()
{
    constexpr int wordsOfKey = 10;
    const auto tr = [](const char* text) { return QCoreApplication::translate("Verbs", text); };
    return {
        { u"key show"_s, {}, tr("your own key, as words to be read out"), 0, 0, LibraryNeed::None, {}, Keys::show },
        { u"key export"_s, u"FILE"_s, tr("write the public half of your key"), 1, 1, LibraryNeed::None, {}, Keys::exportKey },
        { u"key list"_s, {}, tr("keys of reviewers that the library knows"), 0, 0, LibraryNeed::Read, {}, Keys::list },
        { u"key import"_s, u"FILE"_s, tr("know a reviewer's public key before a review comes"), 1, 1, LibraryNeed::Write, {},
            Keys::import },
        { u"key confirm"_s, u"KEY"_s, tr("you compared a key, its words or 16 digits of its fingerprint, with its owner"), 1, wordsOfKey,
            LibraryNeed::Write, {}, Keys::confirm },
        { u"key forget"_s, u"KEY"_s, tr("do not know a key any more, by its words or 16 digits of its fingerprint"), 1, wordsOfKey,
            LibraryNeed::Write, {}, Keys::forget },
    };
}

} // namespace waymark::app
