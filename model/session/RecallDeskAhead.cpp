// SPDX-License-Identifier: GPL-3.0-or-later
// What the recall of today means for the days to come, and where a card is from.
#include <session/RecallDesk.h>

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace waymark::session {

using domain::CardSchedule;
using domain::CardState;

namespace {

constexpr qsizetype shortestWord = 4; ///< letters; shorter ones stand everywhere

QSet<QString> wordsOf(const QString& text)
{
    static const QRegularExpression separators(u"[^\\w]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    QSet<QString> words;
    for (const QString& word : text.toCaseFolded().split(separators, Qt::SkipEmptyParts)) {
        if (word.size() >= shortestWord) {
            words.insert(word);
        }
    }
    return words;
}

const exchange::LessonUnit* unitOf(const exchange::LessonDocument& document, const QString& card)
{
    const auto found = std::find_if(document.units.begin(), document.units.end(), [&card](const exchange::LessonUnit& unit) {
        return std::any_of(unit.cards.begin(), unit.cards.end(), [&card](const exchange::Flashcard& each) { return each.id == card; });
    });
    return found == document.units.end() ? nullptr : &*found;
}

/// The section of a body that has the most of the words and at least half of them; null for none.
const exchange::LessonSection* closestSection(const exchange::LessonUnit& unit, const QSet<QString>& words)
{
    const exchange::LessonSection* closest = nullptr;
    qsizetype most = 0;
    for (const exchange::LessonSection& section : unit.sections) {
        if (!exchange::isBody(section.kind)) {
            continue;
        }
        const qsizetype shared = wordsOf(exchange::plainText(section.blocks)).intersect(words).size();
        if (shared > most && 2 * shared >= words.size()) {
            most = shared;
            closest = &section;
        }
    }
    return closest;
}

} // namespace

std::optional<RecallAhead> RecallDesk::ahead() const
{
    const qint64 now = m_workspace.now();
    const QTimeZone& zone = m_workspace.zone();
    // With the next day come siblings that were put off and new cards.
    std::set<qint64> moments { learning::startOfLearningDay(learning::learningDay(now, zone).addDays(1), zone) };
    for (const domain::SkillProgress& skill : m_workspace.progress().skills()) {
        for (const CardState& card : skill.cards) {
            for (const qint64 moment : { card.schedule.due, card.buriedUntil }) {
                if (!card.suspended && moment > now) {
                    moments.insert(moment);
                }
            }
        }
    }
    learning::SessionLimits wide = limits({});
    for (const qint64 moment : moments) {
        wide.introducedToday = introducedOnDayOf(moment);
        const learning::RecallSession session = learning::recallSession(cards(moment), wide, moment, zone);
        if (!session.cards.empty()) {
            return RecallAhead { moment, static_cast<int>(session.cards.size()) + session.left };
        }
    }
    return std::nullopt;
}

RecallLoad RecallDesk::loadAt(double retention) const
{
    RecallLoad load;
    const QHash<QString, domain::SkillProgress>& skills = m_workspace.progress().skills();
    for (auto skill = skills.cbegin(); skill != skills.cend(); ++skill) {
        const bool isInCourse = m_workspace.roadmap().find(skill.key()) != nullptr;
        for (const CardState& card : isInCourse ? skill->cards : QMap<QString, CardState>()) {
            if (card.schedule.phase == CardSchedule::Phase::Review && card.schedule.memory && !card.suspended) {
                ++load.cards;
                load.recallsADay += 1.0 / learning::wholeIntervalDays(card.schedule.memory->stability, retention);
            }
        }
    }
    return load;
}

domain::Result<domain::Edit> RecallDesk::spread(int days) const
{
    const std::vector<learning::QueueCard> all = cards();
    const QTimeZone& zone = m_workspace.zone();
    const std::vector<QDate> dates = learning::spreadOver(all, days, m_workspace.now(), zone);
    const QDate today = learning::learningDay(m_workspace.now(), zone);
    std::vector<domain::PutOff> putOff;
    for (std::size_t i = 0; i < dates.size(); ++i) {
        if (dates[i].isValid() && dates[i] > today) {
            putOff.push_back({ all[i].skill, all[i].card, learning::startOfLearningDay(dates[i], zone) });
        }
    }
    return domain::spreadCards(m_workspace.context(), putOff);
}

QString RecallDesk::sectionOf(const QString& skill, const QString& card) const
{
    const auto document = m_workspace.document(skill);
    const auto asked = this->card(skill, card);
    const exchange::LessonUnit* unit = document ? unitOf(**document, card) : nullptr;
    if (unit == nullptr || !asked) {
        return {};
    }
    const QSet<QString> words = wordsOf(exchange::plainText(asked->front) + u' ' + exchange::plainText(asked->back));
    const exchange::LessonSection* section = closestSection(*unit, words);
    if (section == nullptr) {
        return unit->title;
    }
    const QString heading = exchange::headingOf(section->kind);
    return unit->title.isEmpty() ? heading : u"%1: %2"_s.arg(unit->title, heading);
}

} // namespace waymark::session
