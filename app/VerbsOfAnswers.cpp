// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Unknown.h>
#include <app/VerbTable.h>

#include <domain/ReviewEdits.h>
#include <exchange/IsoMoment.h>
#include <exchange/Rubric.h>
#include <exchange/SigningKey.h>
#include <session/PlanMaking.h>
#include <session/ReviewShelf.h>
#include <ui/words/Isolated.h>
#include <ui/words/ReviewWords.h>
#include <ui/words/Words.h>

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::Edit;
using domain::ErrorCode;
using domain::Result;
using session::ReviewLetter;
using session::ReviewShelf;
using ui::ReviewWords;

namespace {

/// The learner's verbs of the round trip: what to ask a mentor, and what to do with the answers.
class Answering
{
    Q_DECLARE_TR_FUNCTIONS(Answering)

public:
    static int ask(const VerbCall& call);
    static int score(const VerbCall& call);
    static int reviews(const VerbCall& call);
    static int accept(const VerbCall& call) { return act(call, &ReviewShelf::accept); }
    static int reject(const VerbCall& call) { return act(call, &ReviewShelf::reject); }
    static int resolve(const VerbCall& call) { return act(call, &ReviewShelf::resolve); }
    static int reopen(const VerbCall& call) { return act(call, &ReviewShelf::reopen); }

private:
    using Act = Result<Edit> (ReviewShelf::*)(const QString&, const QString&);
    static int act(const VerbCall& call, Act act);
    static int report(const VerbCall& call, const Result<Edit>& applied);
    static QJsonObject json(const ReviewLetter& letter, const domain::Roadmap& roadmap);
    static QJsonObject json(const exchange::ReviewEntry& entry, const domain::Roadmap& roadmap);
    static void show(const VerbCall& call, const ReviewLetter& letter);
    static Result<QString> criterion(const VerbCall& call, const QString& skill, const QString& named);
    static Result<ReviewLetter> letterNamed(const ReviewShelf& shelf, const QString& review);
};

int Answering::report(const VerbCall& call, const Result<Edit>& applied)
{
    if (!applied) {
        return call.console.fail(withNearest(applied.error(), call.workspace->roadmap()));
    }
    const bool changed = !applied->changes.empty();
    const QString sentence
        = changed ? ui::unisolated(ui::Words::edit(*applied, call.workspace->roadmap())) : tr("Nothing to change: it is so already.");
    if (call.console.isJson()) {
        call.console.json(QJsonObject { { u"edit"_s, changed ? QJsonValue(applied->id) : QJsonValue() },
            { u"kind"_s, domain::toString(applied->kind) }, { u"changed"_s, changed }, { u"message"_s, sentence } });
    } else {
        call.console.line(changed ? tr("%1 (edit %2)").arg(sentence, applied->id) : sentence);
    }
    return 0;
}

int Answering::ask(const VerbCall& call)
{
    return report(call,
        call.workspace->apply(domain::askMentor(call.workspace->context(), call.invocation.argument(0), call.invocation.argument(1))));
}

/// The id of a criterion of the skill's rubric, named by it or by its number.
Result<QString> Answering::criterion(const VerbCall& call, const QString& skill, const QString& named)
{
    const Result<std::vector<exchange::RubricCriterion>> rubric = session::rubricOf(*call.workspace, skill);
    if (!rubric) {
        return tl::unexpected(rubric.error());
    }
    QStringList known;
    for (const exchange::RubricCriterion& each : *rubric) {
        known.append(each.id);
    }
    const int number = named.toInt();
    if (number >= 1 && number <= known.size()) {
        return known[number - 1];
    }
    if (!known.contains(named)) {
        return domain::failure(
            ErrorCode::Usage, {}, tr("There is no criterion \"%1\"; the rubric has: %2").arg(named, known.join(u", "_s)));
    }
    return named;
}

int Answering::score(const VerbCall& call)
{
    const QString skill = call.invocation.argument(0);
    const Result<QString> id = criterion(call, skill, call.invocation.argument(1));
    if (!id) {
        return call.console.fail(withNearest(id.error(), call.workspace->roadmap()));
    }
    const QString written = call.invocation.argument(2);
    bool isNumber = false;
    const int level = written.toInt(&isNumber);
    if (!isNumber && written != u"none") {
        return call.console.fail({ ErrorCode::Usage, {}, tr("A score is 0, 1, 2, 3 or none, not \"%1\"").arg(written) });
    }
    return report(call,
        call.workspace->apply(domain::scoreSkill(call.workspace->context(), skill, *id, isNumber ? std::optional(level) : std::nullopt)));
}

QJsonObject Answering::json(const exchange::ReviewEntry& entry, const domain::Roadmap& roadmap)
{
    const bool isComment = entry.kind == exchange::ReviewEntry::Kind::Comment;
    return { { u"entry"_s, entry.id }, { u"skill"_s, entry.skill }, { u"item"_s, entry.item },
        { u"comment"_s, isComment ? QJsonValue(exchange::toString(entry.comment)) : QJsonValue() },
        { u"decision"_s, entry.decision ? QJsonValue(domain::toString(*entry.decision)) : QJsonValue() }, { u"text"_s, entry.text },
        { u"answer"_s, entry.answer ? QJsonValue(domain::toString(entry.answer->kind)) : QJsonValue() }, { u"open"_s, entry.isOpen() },
        { u"changedSince"_s, entry.isChangedSince }, { u"title"_s, ui::unisolated(ReviewWords::entry(entry, roadmap)) } };
}

QJsonObject Answering::json(const ReviewLetter& letter, const domain::Roadmap& roadmap)
{
    QJsonArray entries;
    for (const exchange::ReviewEntry& entry : letter.entries) {
        entries.append(json(entry, roadmap));
    }
    const auto& signature = letter.review->signature; // what the reviewer says of a key without signing proves nothing
    const QString fingerprint = signature ? exchange::fingerprintOf(signature->key) : QString();
    return { { u"review"_s, letter.id }, { u"reviewer"_s, letter.review->reviewer.name },
        { u"role"_s, domain::toString(letter.review->reviewer.role) }, { u"created"_s, exchange::isoMoment(letter.review->created) },
        { u"signature"_s, domain::toString(letter.signature) }, { u"otherKey"_s, letter.hasOtherKey }, { u"keyOwner"_s, letter.keyOwner },
        { u"fromFuture"_s, letter.isFromFuture }, { u"fingerprint"_s, fingerprint.isEmpty() ? QJsonValue() : QJsonValue(fingerprint) },
        { u"words"_s, fingerprint.isEmpty() ? QJsonValue() : QJsonValue(ReviewWords::fingerprint(fingerprint)) },
        { u"open"_s, letter.open() }, { u"entries"_s, entries } };
}

void Answering::show(const VerbCall& call, const ReviewLetter& letter)
{
    const QString day = QLocale().toString(QDateTime::fromMSecsSinceEpoch(letter.review->created, call.workspace->zone()).date());
    call.console.line(tr("%1  %2, %3: %n open", "id, reviewer, date", letter.open()).arg(letter.id, letter.review->reviewer.name, day));
    call.console.line(u"  "_s + ui::unisolated(ReviewWords::signature(letter.signature, letter.review->reviewer.name, letter.keyOwner)));
    for (const exchange::ReviewEntry& entry : letter.entries) {
        call.console.line(u"  %1  %2 (%3)"_s.arg(
            entry.id, ui::unisolated(ReviewWords::entry(entry, call.workspace->roadmap())), ReviewWords::answer(entry)));
        if (!entry.text.isEmpty()) {
            call.console.line(u"      "_s + QString(entry.text).replace(u'\n', u"\n      "_s));
        }
    }
}

Result<ReviewLetter> Answering::letterNamed(const ReviewShelf& shelf, const QString& review)
{
    if (review.isEmpty()) {
        return domain::failure(ErrorCode::Usage, {}, tr("No review is named. \"waymark reviews\" lists them"));
    }
    std::vector<ReviewLetter> letters = shelf.letters();
    std::erase_if(letters, [&review](const ReviewLetter& letter) { return !letter.id.startsWith(review); });
    if (letters.empty()) {
        return domain::failure(ErrorCode::UnknownEvidence, review);
    }
    if (letters.size() > 1) {
        QStringList ids;
        std::ranges::transform(letters, std::back_inserter(ids), &ReviewLetter::id);
        return domain::failure(ErrorCode::Usage, {}, tr("\"%1\" names more than one review: %2").arg(review, ids.join(u", "_s)));
    }
    return std::move(letters.front());
}

int Answering::reviews(const VerbCall& call)
{
    const ReviewShelf shelf(*call.workspace);
    std::vector<ReviewLetter> letters;
    if (const QString named = call.invocation.argument(0); named.isEmpty()) {
        letters = shelf.letters();
    } else if (Result<ReviewLetter> letter = letterNamed(shelf, named)) {
        letters.push_back(std::move(*letter));
    } else {
        return call.console.fail(letter.error());
    }
    if (call.console.isJson()) {
        QJsonArray array;
        for (const ReviewLetter& letter : letters) {
            array.append(json(letter, call.workspace->roadmap()));
        }
        call.console.json(array);
        return 0;
    }
    for (const ReviewLetter& letter : letters) {
        show(call, letter);
    }
    if (letters.empty()) {
        call.console.line(tr("No review has come yet. \"waymark export --as plan\" makes the file for a mentor."));
    }
    return 0;
}

int Answering::act(const VerbCall& call, Act act)
{
    ReviewShelf shelf(*call.workspace);
    const Result<ReviewLetter> letter = letterNamed(shelf, call.invocation.argument(0));
    if (!letter) {
        return call.console.fail(letter.error());
    }
    return report(call, (shelf.*act)(letter->id, call.invocation.argument(1)));
}

} // namespace

std::vector<Verb> answerVerbs()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Verbs", text); };
    return {
        { u"ask"_s, u"SKILL TEXT"_s, tr("what to ask the mentor about a skill; an empty text takes it back"), 2, 2, LibraryNeed::Write, {},
            Answering::ask },
        { u"score"_s, u"SKILL CRITERION LEVEL"_s, tr("your own score on a criterion of the rubric: 0 to 3, or none"), 3, 3,
            LibraryNeed::Write, {}, Answering::score },
        { u"reviews"_s, u"[REVIEW]"_s, tr("the reviews that came, and what waits in them"), 0, 1, LibraryNeed::Read, {},
            Answering::reviews },
        { u"accept"_s, u"REVIEW ENTRY"_s, tr("take over a decision, or take up a comment"), 2, 2, LibraryNeed::Write, {},
            Answering::accept },
        { u"reject"_s, u"REVIEW ENTRY"_s, tr("do not take it over"), 2, 2, LibraryNeed::Write, {}, Answering::reject },
        { u"resolve"_s, u"REVIEW ENTRY"_s, tr("a comment is dealt with"), 2, 2, LibraryNeed::Write, {}, Answering::resolve },
        { u"reopen"_s, u"REVIEW ENTRY"_s, tr("as if it had not been answered"), 2, 2, LibraryNeed::Write, {}, Answering::reopen },
    };
}

} // namespace waymark::app
