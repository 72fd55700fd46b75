// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/LibraryDoor.h>
#include <app/MentorPlaces.h>
#include <app/Passphrase.h>
#include <app/ReviewTalk.h>
#include <app/VerbTable.h>

#include <domain/AtomicFile.h>
#include <domain/PersonNames.h>
#include <exchange/Credentials.h>
#include <exchange/ExportFormats.h>
#include <exchange/ReviewLimits.h>
#include <exchange/ReviewReader.h>
#include <exchange/ReviewSignature.h>
#include <exchange/ReviewWriter.h>
#include <session/KeyRing.h>
#include <ui/print/PlanExports.h>
#include <ui/words/Isolated.h>
#include <ui/words/ReviewWords.h>

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::ErrorCode;
using domain::Result;
using domain::SignatureState;
using exchange::ReviewDocument;
using ui::ReviewWords;

namespace {

/// The mentor's verbs: they work on files and on the mentor's own key, and open no library.
class Reviewing
{
    Q_DECLARE_TR_FUNCTIONS(Reviewing)

public:
    static int create(const VerbCall& call);
    static int sign(const VerbCall& call);
    static int verify(const VerbCall& call);

private:
    static Result<ReviewDocument> read(const QString& path);
    static int written(const VerbCall& call, const QString& file, const ReviewDocument& review);
    static int kept(const VerbCall& call, const session::ReviewDesk& desk);
    static Result<QString> targetOf(const VerbCall& call, const exchange::PlanDocument& plan);
    static Result<void> requireNew(const QString& file);
    static Result<void> requireSignature(const QString& file);
    static Result<std::optional<exchange::KeyFileHead>> expectedKey(const VerbCall& call);
    static Result<void> detach(const QString& file, const exchange::SigningKey& key);
};

Result<ReviewDocument> Reviewing::read(const QString& path)
{
    const Result<QByteArray> bytes = domain::readFile(path, exchange::limits::reviewBytes);
    return bytes ? exchange::readReview(*bytes, path) : Result<ReviewDocument>(tl::unexpected(bytes.error()));
}

int Reviewing::written(const VerbCall& call, const QString& file, const ReviewDocument& review)
{
    const QString fingerprint = review.reviewer.fingerprint;
    if (call.console.isJson()) {
        call.console.json(QJsonObject { { u"file"_s, file }, { u"review"_s, review.review }, { u"plan"_s, review.plan },
            { u"revision"_s, review.revision }, { u"comments"_s, static_cast<int>(review.comments.size()) },
            { u"decisions"_s, static_cast<int>(review.decisions.size()) }, { u"signed"_s, review.signature.has_value() } });
        return 0;
    }
    call.console.line(tr("Wrote %1.").arg(file));
    if (review.signature) {
        call.console.line(tr("Signed. Your key reads: %1").arg(ReviewWords::fingerprint(fingerprint)));
    } else {
        call.console.line(tr("It is not signed yet. \"waymark review sign %1\" signs it.").arg(file));
    }
    return 0;
}

int Reviewing::kept(const VerbCall& call, const session::ReviewDesk& desk)
{
    for (const session::ReviewGap& gap : desk.gaps()) {
        call.console.line(ui::unisolated(ReviewWords::gap(gap, desk.plan())));
    }
    if (desk.failure()) {
        return call.console.fail(*desk.failure());
    }
    call.console.line(tr("Your answer is kept. Say \"waymark review new\" with the same plan to go on."));
    return 0;
}

Result<void> Reviewing::requireNew(const QString& file)
{
    if (domain::pathExists(file)) {
        return domain::failure(ErrorCode::Refused, file, tr("there is a file of this name already"));
    }
    return {};
}

/// A signature made before is made anew; what is none stays.
Result<void> Reviewing::requireSignature(const QString& file)
{
    constexpr qint64 most = 4 * exchange::limits::kibibyte; // the format has one long line of comment
    if (!domain::pathExists(file) || domain::readFile(file, most).value_or(QByteArray()).startsWith("untrusted comment: ")) {
        return {};
    }
    return requireNew(file);
}

/// Asked before the talk begins. An earlier round's answer keeps its name, the next one gets a number.
Result<QString> Reviewing::targetOf(const VerbCall& call, const exchange::PlanDocument& plan)
{
    if (const QString named = call.invocation.values.value(u"output"_s); !named.isEmpty()) {
        return requireNew(named).map([&named] { return named; });
    }
    const QString suffix = u"wayreview"_s;
    const QString first = exchange::exportFileName(plan.learner.isEmpty() ? u"plan"_s : plan.learner, suffix);
    QString file = first;
    for (int number = 2; domain::pathExists(file); ++number) {
        file = u"%1-%2.%3"_s.arg(first.chopped(suffix.size() + 1)).arg(number).arg(suffix);
    }
    return file;
}

int Reviewing::create(const VerbCall& call)
{
    const QString planFile = call.invocation.argument(0);
    auto desk = session::ReviewDesk::open(planFile, reviewDraftsPath(), systemClock());
    if (!desk) {
        return call.console.fail(desk.error());
    }
    session::ReviewDesk& answer = **desk;
    const QString name = call.invocation.values.value(u"reviewer"_s, answer.draft().reviewer.name);
    const bool isPeer = call.invocation.flags.contains(u"peer"_s);
    const domain::ReviewerRole role = isPeer ? domain::ReviewerRole::Peer : answer.draft().reviewer.role;
    Result<QString> target = targetOf(call, answer.plan());
    if (!target) {
        return call.console.fail(target.error());
    }
    if (call.console.isJson()) { // for a script, which fills the file in itself
        ReviewDocument begun = answer.draft();
        begun.review = answer.empty().review; // each file is a review of its own
        begun.reviewer.name = name;
        begun.reviewer.role = role;
        if (const Result<void> made = ui::writeExport(*target, exchange::reviewToJson(begun), false); !made) {
            return call.console.fail(made.error());
        }
        return written(call, *target, begun);
    }
    answer.setReviewer(name, role);
    if (!ReviewTalk(call, answer).run() || !answer.gaps().empty()) {
        return kept(call, answer);
    }
    const Result<ReviewDocument> review = answer.finished(nullptr);
    if (!review) {
        return call.console.fail(review.error());
    }
    target = targetOf(call, answer.plan()); // a file may have come there during the talk
    if (!target) {
        return call.console.fail(target.error());
    }
    if (const Result<void> sent = answer.send(*target, nullptr); !sent) {
        return call.console.fail(sent.error());
    }
    return written(call, *target, *review);
}

Result<void> Reviewing::detach(const QString& file, const exchange::SigningKey& key)
{
    constexpr qint64 most = exchange::limits::reviewBytes * 2; // indented
    const Result<QByteArray> bytes = domain::readFile(file, most);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    const Result<QByteArray> signature = exchange::minisignature(*bytes, key, QFileInfo(file).fileName());
    if (!signature) {
        return tl::unexpected(signature.error());
    }
    if (Result<void> made = domain::writeFileAtomically(file + u".minisig"_s, *signature); !made) {
        return made;
    }
    return domain::writeFileAtomically(file + u".pub"_s, exchange::minisignPublicKey(key.publicKey()));
}

int Reviewing::sign(const VerbCall& call)
{
    const QString file = call.invocation.argument(0);
    Result<ReviewDocument> review = read(file);
    if (!review) {
        return call.console.fail(review.error());
    }
    const QString target = call.invocation.values.value(u"output"_s, file);
    if (domain::fileIdentity(target) != domain::fileIdentity(file)) {
        if (const Result<void> isNew = requireNew(target); !isNew) {
            return call.console.fail(isNew.error());
        }
    }
    if (call.invocation.flags.contains(u"minisign"_s)) {
        for (const QString& beside : { target + u".minisig"_s, target + u".pub"_s }) {
            if (const Result<void> isSignature = requireSignature(beside); !isSignature) {
                return call.console.fail(isSignature.error());
            }
        }
    }
    const Result<exchange::SigningKey> key = Passphrase(call).keyOf(review->reviewer.name);
    if (!key) {
        return call.console.fail(key.error());
    }
    const Result<ReviewDocument> signedOne = exchange::signedReview(exchange::endorsed(std::move(*review), *key), *key);
    if (!signedOne) {
        return call.console.fail(signedOne.error());
    }
    if (const Result<void> made = domain::writeFileAtomically(target, exchange::reviewToJson(*signedOne)); !made) {
        return call.console.fail(made.error());
    }
    if (call.invocation.flags.contains(u"minisign"_s)) {
        if (const Result<void> detached = detach(target, *key); !detached) {
            return call.console.fail(detached.error());
        }
    }
    return written(call, target, *signedOne);
}

/// The key that --key names; none without the option.
Result<std::optional<exchange::KeyFileHead>> Reviewing::expectedKey(const VerbCall& call)
{
    const QString file = call.invocation.values.value(u"key"_s);
    if (file.isEmpty()) {
        return std::nullopt;
    }
    const Result<QByteArray> bytes = domain::readFile(file, exchange::limits::keyFileBytes);
    const Result<exchange::KeyFileHead> key
        = bytes ? exchange::readPublicKey(*bytes, file) : Result<exchange::KeyFileHead>(tl::unexpected(bytes.error()));
    return key.map([](const exchange::KeyFileHead& head) { return std::optional(head); });
}

int Reviewing::verify(const VerbCall& call)
{
    const QString file = call.invocation.argument(0);
    const Result<ReviewDocument> review = read(file);
    if (!review) {
        return call.console.fail(review.error());
    }
    const auto expected = expectedKey(call);
    if (!expected) {
        return call.console.fail(expected.error());
    }
    const std::optional<exchange::KeyFileHead>& known = *expected;
    const QString fingerprint = review->signature ? exchange::fingerprintOf(review->signature->key) : QString();
    const bool isKnown = known && review->signature && known->publicKey == review->signature->key;
    const SignatureState state = exchange::signatureOf(*review, isKnown);
    if (state == SignatureState::Bad) {
        return call.console.fail({ ErrorCode::BadSignature, file, {} });
    }
    if (known && state == SignatureState::Verified && !domain::isSameName(known->name, review->reviewer.name)) {
        return call.console.fail({ ErrorCode::Refused, file,
            tr("the key is that of %1, and the review bears the name %2").arg(known->name, review->reviewer.name) });
    }
    if (known && state != SignatureState::Verified) {
        return call.console.fail({ ErrorCode::Refused, file,
            state == SignatureState::None ? tr("it is not signed")
                                          : tr("it is signed with another key: %1").arg(ReviewWords::fingerprint(fingerprint)) });
    }
    if (call.console.isJson()) {
        call.console.json(QJsonObject { { u"signature"_s, domain::toString(state) }, { u"reviewer"_s, review->reviewer.name },
            { u"fingerprint"_s, fingerprint.isEmpty() ? QJsonValue() : QJsonValue(fingerprint) },
            { u"words"_s, ReviewWords::fingerprint(fingerprint) } });
        return 0;
    }
    call.console.line(ui::unisolated(ReviewWords::signature(state, review->reviewer.name)));
    if (!fingerprint.isEmpty()) {
        call.console.line(tr("The key reads: %1").arg(ReviewWords::fingerprint(fingerprint)));
        call.console.line(fingerprint);
    }
    return 0;
}

} // namespace

std::vector<Verb> reviewVerbs()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Verbs", text); };
    const OptionSpec passphrase { u"passphrase-file"_s, u"FILE"_s, tr("read the passphrase from the first line of this file") };
    return {
        { u"review new"_s, u"PLAN"_s, tr("answer a learner's plan; with --json an empty answer for a script"), 1, 1, LibraryNeed::None,
            { { u"output"_s, u"FILE"_s, tr("the review to write (default: the learner's name)"), u"o"_s },
                { u"reviewer"_s, u"NAME"_s, tr("your name") }, { u"peer"_s, {}, tr("answer as a fellow learner") } },
            Reviewing::create },
        { u"review sign"_s, u"FILE"_s, tr("sign a review with your key, which is made the first time"), 1, 1, LibraryNeed::None,
            { { u"output"_s, u"FILE"_s, tr("write the signed review here (default: the same file)"), u"o"_s }, passphrase,
                { u"minisign"_s, {}, tr("also write a detached signature in the form of minisign, and the public key") } },
            Reviewing::sign },
        { u"review verify"_s, u"FILE"_s, tr("say whether the signature of a review holds"), 1, 1, LibraryNeed::None,
            { { u"key"_s, u"FILE"_s, tr("the public key that it should be signed with") } }, Reviewing::verify },
    };
}

} // namespace waymark::app
