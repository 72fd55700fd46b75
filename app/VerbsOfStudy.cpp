// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/PlacementTalk.h>
#include <app/QuizTalk.h>
#include <app/Unknown.h>
#include <app/VerbTable.h>

#include <session/RecallDesk.h>
#include <ui/words/Words.h>

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::CardSchedule;
using domain::Grade;
using session::AskedCard;
using session::RecallDesk;
using ui::Words;

namespace {

/// What a person typed at a card.
struct Reply
{
    enum class What { Grade, Undo, End, Unclear };
    What what = What::Unclear;
    Grade grade = Grade::Good;
};

Reply replyFrom(const std::optional<QString>& typed)
{
    const QString word = typed.value_or(u"q"_s).trimmed().toLower();
    if (word == u"q"_s) {
        return { Reply::What::End, {} };
    }
    if (word == u"u"_s) {
        return { Reply::What::Undo, {} };
    }
    const int number = word.toInt();
    if (number >= 1 && number <= 4) {
        return { Reply::What::Grade, static_cast<Grade>(number) };
    }
    const auto grade = learning::gradeFrom(word);
    return grade ? Reply { Reply::What::Grade, *grade } : Reply {};
}

/// A recall session on a terminal: one card after the other, until nothing is due, the minutes are over or the learner ends it.
class RecallTalk
{
    Q_DECLARE_TR_FUNCTIONS(RecallTalk)

public:
    RecallTalk(const VerbCall& call, int minutes)
        : m_call(call)
        , m_desk(*call.workspace)
        , m_minutes(minutes)
        , m_until(call.workspace->now() + qint64 { minutes } * 60'000)
    {
    }

    int run()
    {
        while (!m_ended) {
            // A clock that is set back meanwhile makes the session no longer than it was to be.
            const qint64 left = (m_until - m_call.workspace->now() + 59'999) / 60'000;
            const session::RecallTurn turn = m_desk.next(static_cast<int>(std::clamp<qint64>(left, 0, m_minutes)));
            if (!turn.card) {
                break;
            }
            if (const int code = ask(*turn.card, turn.asked); code != 0) {
                return code;
            }
        }
        say();
        return 0;
    }

private:
    int ask(const AskedCard& card, int left)
    {
        const domain::Skill* skill = m_call.workspace->roadmap().find(card.skill);
        m_call.console.line(tr("%1 · %n card(s) left", "skill", left).arg(skill == nullptr ? card.skill : skill->title));
        m_call.console.line(exchange::plainText(card.front));
        QElapsedTimer clock;
        clock.start();
        const auto shown = m_call.console.ask(tr("Enter shows the back, u takes the last grade back, q ends: "));
        if (const Reply reply = replyFrom(shown); reply.what == Reply::What::End || reply.what == Reply::What::Undo) {
            return follow(reply);
        }
        m_call.console.line(exchange::plainText(card.back));
        Reply reply;
        while (reply.what == Reply::What::Unclear) {
            reply = replyFrom(m_call.console.ask(choices(card)));
        }
        if (reply.what != Reply::What::Grade) {
            return follow(reply);
        }
        const auto graded = m_call.workspace->apply(m_desk.graded(card, reply.grade, static_cast<int>(clock.elapsed())));
        if (!graded) {
            return m_call.console.fail(graded.error());
        }
        m_grades.push_back(reply.grade);
        return 0;
    }

    int follow(const Reply& reply)
    {
        m_ended = reply.what == Reply::What::End;
        if (reply.what == Reply::What::Undo && m_grades.empty()) {
            m_call.console.line(tr("There is no grade of this session to take back."));
        } else if (reply.what == Reply::What::Undo) {
            if (const auto undone = m_call.workspace->undo(); !undone) {
                return m_call.console.fail(undone.error());
            }
            m_grades.pop_back();
        }
        return 0;
    }

    QString choices(const AskedCard& card) const
    {
        const auto next = m_desk.preview(card);
        QStringList parts;
        for (std::size_t i = 0; i < next.size(); ++i) {
            parts.append(tr("%1 %2 (%3)", "key, grade, interval")
                             .arg(i + 1)
                             .arg(Words::grade(learning::allGrades[i]), Words::interval(next[i], m_call.workspace->now())));
        }
        return parts.join(u"  "_s) + u": "_s;
    }

    void say() const
    {
        if (const int count = static_cast<int>(m_grades.size()); count > 0) {
            const auto forgotten = std::count(m_grades.begin(), m_grades.end(), Grade::Again);
            m_call.console.line(tr("%n card(s) recalled, %1 of them forgotten.", nullptr, count).arg(forgotten));
        }
        const session::RecallDue due = m_desk.due();
        if (due.asked > 0) {
            m_call.console.line(tr("%n card(s) still wait.", nullptr, due.asked + due.left));
        } else if (m_desk.cards().empty()) {
            m_call.console.line(tr("There are no cards yet: they come with the skills that you start."));
        } else {
            m_call.console.line(tr("Nothing more is due today."));
        }
    }

    const VerbCall& m_call;
    RecallDesk m_desk;
    int m_minutes;
    qint64 m_until;
    std::vector<Grade> m_grades; ///< of this session
    bool m_ended = false;
};

class Study
{
    Q_DECLARE_TR_FUNCTIONS(Study)

public:
    static int recall(const VerbCall& call);
    static int quiz(const VerbCall& call);
    static int place(const VerbCall& call);

private:
    static domain::Result<int> minutes(const VerbCall& call);
    static int listed(const VerbCall& call, int minutes);
};

domain::Result<int> Study::minutes(const VerbCall& call)
{
    if (!call.invocation.values.contains(u"minutes"_s)) {
        return call.workspace->progress().recallOptions().minutes;
    }
    constexpr int most = 240;
    bool isNumber = false;
    const int minutes = call.invocation.values[u"minutes"_s].toInt(&isNumber);
    if (!isNumber || minutes < 1 || minutes > most) {
        return domain::failure(domain::ErrorCode::Usage, {}, tr("--minutes takes a number from 1 to %1").arg(most));
    }
    return minutes;
}

/// For a script: the session as it would be asked, and nothing is asked.
int Study::listed(const VerbCall& call, int minutes)
{
    const RecallDesk desk(*call.workspace);
    const std::vector<learning::QueueCard> cards = desk.cards();
    const learning::RecallSession session = desk.session(cards, minutes);
    QJsonArray asked;
    for (const int index : session.cards) {
        const learning::QueueCard& each = cards[static_cast<std::size_t>(index)];
        const auto card = desk.card(each.skill, each.card);
        if (!card) {
            continue; // its text is gone from the lesson
        }
        const qint64 due = each.schedule.due;
        asked.append(QJsonObject { { u"skill"_s, card->skill }, { u"card"_s, card->card }, { u"front"_s, exchange::plainText(card->front) },
            { u"back"_s, exchange::plainText(card->back) }, { u"phase"_s, domain::toString(each.schedule.phase) },
            { u"due"_s, due == 0 ? QJsonValue() : QJsonValue(QDateTime::fromMSecsSinceEpoch(due, Qt::UTC).toString(Qt::ISODateWithMs)) } });
    }
    call.console.json(QJsonObject { { u"due"_s, session.due }, { u"putOff"_s, session.putOff }, { u"left"_s, session.left },
        { u"minutes"_s, minutes }, { u"cards"_s, asked } });
    return 0;
}

int Study::recall(const VerbCall& call)
{
    const domain::Result<int> minutes = Study::minutes(call);
    if (!minutes) {
        return call.console.fail(minutes.error());
    }
    return call.console.isJson() ? listed(call, *minutes) : RecallTalk(call, *minutes).run();
}

int Study::quiz(const VerbCall& call)
{
    const QString skill = call.invocation.argument(0);
    const bool again = call.invocation.flags.contains(u"again"_s);
    if (again != skill.isEmpty()) {
        return call.console.fail({ domain::ErrorCode::Usage, {}, tr("\"quiz\" needs a SKILL or --again") });
    }
    if (!again && call.workspace->roadmap().find(skill) == nullptr) {
        return call.console.fail(unknownSkill(call.workspace->roadmap(), skill).value());
    }
    auto questions = again ? questionsAgain(*call.workspace) : questionsOf(*call.workspace, skill);
    if (!questions) {
        return call.console.fail(questions.error());
    }
    const bool isEmpty = questions->empty();
    QuizTalk talk(call, std::move(*questions));
    if (isEmpty && !call.console.isJson()) {
        call.console.line(again ? tr("No question waits for another try.") : tr("This skill has no quiz yet."));
        return 0;
    }
    return call.console.isJson() ? talk.listed() : talk.run();
}

int Study::place(const VerbCall& call)
{
    if (call.console.isJson()) {
        return call.console.fail({ domain::ErrorCode::Usage, {}, tr("\"place\" asks a person and prints no JSON") });
    }
    return PlacementTalk(call).run();
}

} // namespace

std::vector<Verb> studyVerbs()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Verbs", text); };
    return {
        { u"place"_s, {}, tr("questions that find out what you know already; stores nothing before you agree; no --json"), 0, 0,
            LibraryNeed::Write, {}, Study::place },
        { u"quiz"_s, u"[SKILL]"_s, tr("the questions of a skill, one by one; with --json without their keys"), 0, 1, LibraryNeed::Write,
            { { u"again"_s, {}, tr("instead those to try again, mixed across skills") } }, Study::quiz },
        { u"recall"_s, {}, tr("cards that are due, one by one; with --json what would be asked"), 0, 0, LibraryNeed::Write,
            { { u"minutes"_s, u"N"_s, tr("how long the session may take, 1 to 240") } }, Study::recall },
    };
}

} // namespace waymark::app
