// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlainSearch.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace waymark::support {

namespace {

/// Words without case and accents.
QStringList tokens(const QString& text)
{
    QStringList words(QString {});
    const QString plain = text.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : plain) {
        if (c.isLetterOrNumber()) {
            words.last() += c;
        } else if (!c.isMark() && !words.last().isEmpty()) {
            words.append(QString());
        }
    }
    words.removeAll(QString());
    return words;
}

QString marked(const QString& text, const QStringList& wanted)
{
    QStringList words = text.simplified().split(u' ');
    for (QString& shown : words) {
        const QStringList inside = tokens(shown);
        const bool isMatch = std::any_of(wanted.begin(), wanted.end(), [&inside](const QString& word) {
            return std::any_of(inside.begin(), inside.end(), [&word](const QString& w) { return w.startsWith(word); });
        });
        if (isMatch) {
            shown = QChar(2) + shown + QChar(3);
        }
    }
    return words.join(u' ');
}

/// 0 unless every wanted word starts a word of some column; else the weights of the best columns. The snippet is made of the best one.
int scoreOf(const QStringList& wanted, const std::vector<std::pair<int, QString>>& columns, QString& snippet)
{
    int score = 0;
    int best = 0;
    for (const QString& word : wanted) {
        int weight = 0;
        for (const auto& [weightOfColumn, text] : columns) {
            const QStringList words = tokens(text);
            const bool isIn = std::any_of(words.begin(), words.end(), [&word](const QString& w) { return w.startsWith(word); });
            weight = isIn ? std::max(weight, weightOfColumn) : weight;
            if (isIn && weightOfColumn > best) {
                best = weightOfColumn;
                snippet = marked(text, wanted);
            }
        }
        if (weight == 0) {
            return 0;
        }
        score += weight;
    }
    return score;
}

} // namespace

std::vector<domain::SearchHit> plainSearch(
    const std::optional<domain::CourseContent>& content, const domain::Progress& progress, const QString& words, int limit)
{
    const QStringList wanted = tokens(words);
    if (wanted.isEmpty() || limit <= 0) {
        return std::vector<domain::SearchHit>();
    }
    std::vector<std::pair<int, domain::SearchHit>> found;
    const auto add = [&](domain::SearchHit hit, const std::vector<std::pair<int, QString>>& columns) {
        const int score = scoreOf(wanted, columns, hit.snippet);
        if (score > 0) {
            found.emplace_back(score, std::move(hit));
        }
    };
    domain::eachSkillAndProject(content ? content->course : domain::Course {}, [&add](const domain::Skill& skill) {
        add({ skill.id, {}, {}, false }, { { 2000, skill.title }, { 1000, skill.outcome } });
    });
    for (const domain::Lesson& lesson : content ? content->lessons : std::vector<domain::Lesson>()) {
        for (const auto& [heading, text] : lesson.sections) {
            add({ lesson.skill, heading, {}, false }, { { 200, heading }, { 1, text } });
        }
    }
    for (auto skill = progress.skills().cbegin(); skill != progress.skills().cend(); ++skill) {
        add({ skill.key(), {}, {}, true }, { { 500, skill->note.value_or(domain::Note {}).text } });
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<domain::SearchHit> hits;
    for (auto& [score, hit] : found) {
        if (hits.size() < static_cast<std::size_t>(limit)) {
            hits.push_back(std::move(hit));
        }
    }
    return hits;
}

} // namespace waymark::support
