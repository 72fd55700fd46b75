// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/WholeCourseChecks.h>

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

constexpr std::size_t fewestQuestions = 3; ///< of a skill, before its keys can give anything away
constexpr int stockPerThousand = 5;
constexpr int fourOptions = 4;
constexpr int fewestOfCourse = 40; ///< questions of four options, before the shares of positions mean anything

constexpr std::array stockWords { "crucial", "seamless", "seamlessly", "robust", "ever-evolving", "leverage", "leverages", "leveraging",
    "powerful", "simply", "easily", "basically", "essentially", "delve", "comprehensive", "cutting-edge", "landscape", "unlock", "harness",
    "empower", "vital", "myriad", "plethora", "holistic", "elevate", "streamline", "pivotal", "paramount", "game-changer",
    "state-of-the-art", "best-in-class", "world-class", "synergy", "effortlessly" };

void add(CourseFaults& faults, const SkillSource& skill, int line, const char* rule, const QString& message, const QString& mend)
{
    faults.push_back({ skill.file, line, QString::fromLatin1(rule), message, mend });
}

void checkStockWords(const SkillSource& skill, CourseFaults& faults)
{
    static const QRegularExpression word(u"[a-z]+(?:-[a-z]+)*"_s);
    for (const LessonUnit& unit : skill.lesson->units) {
        QStringList found;
        int words = 0;
        for (const LessonSection& section : unit.sections) {
            if (!isBody(section.kind)) {
                continue;
            }
            words += section.words;
            for (const Block* block : leavesOf(section.blocks)) {
                const QString text
                    = block->kind == Block::Kind::Code || block->kind == Block::Kind::Output ? QString() : plainText({ *block }).toLower();
                for (auto it = word.globalMatch(text); it.hasNext();) {
                    const QString one = it.next().captured();
                    const bool isStock = std::any_of(
                        stockWords.begin(), stockWords.end(), [&one](const char* stock) { return one == QLatin1StringView(stock); });
                    if (isStock) {
                        found.push_back(one);
                    }
                }
            }
        }
        if (words > 0 && found.size() * 1'000 > stockPerThousand * words) {
            add(faults, skill, unit.sections.front().line, "text-stock-words",
                u"%1 stock words in %2: %3."_s.arg(found.size()).arg(words).arg(found.join(u", "_s)),
                u"Say what is meant with a number, a name or code."_s);
        }
    }
}

/// Place of the right option from 0, and whether it is longer than every other.
struct Key
{
    std::size_t place = 0;
    std::size_t options = 0;
    bool isLongest = false;
};

Key keyOf(const QuizQuestion& question)
{
    Key key { 0, question.options.size(), true };
    const auto right
        = std::find_if(question.options.begin(), question.options.end(), [](const QuizOption& option) { return option.right; });
    key.place = static_cast<std::size_t>(right - question.options.begin());
    const qsizetype length = plainText(right->text).trimmed().size();
    for (const QuizOption& option : question.options) {
        key.isLongest = key.isLongest && (&option == &*right || plainText(option.text).trimmed().size() < length);
    }
    return key;
}

std::vector<Key> keysOf(const LessonDocument& lesson)
{
    std::vector<Key> keys;
    for (const LessonUnit& unit : lesson.units) {
        for (const QuizQuestion& question : unit.quiz) {
            const auto isRight = [](const QuizOption& option) { return option.right; };
            const auto rights = std::count_if(question.options.begin(), question.options.end(), isRight);
            if (question.kind == QuestionKind::Single && rights == 1 && question.options.size() >= 3) {
                keys.push_back(keyOf(question));
            }
        }
    }
    return keys;
}

void checkKeys(const SkillSource& skill, const std::vector<Key>& keys, CourseFaults& faults)
{
    if (keys.size() < fewestQuestions) {
        return;
    }
    const auto* quiz = skill.lesson->units.front().section(SectionKind::Quiz);
    const int line = quiz == nullptr ? skill.matter.bodyLine : quiz->line;
    const auto longest = static_cast<std::size_t>(std::count_if(keys.begin(), keys.end(), [](const Key& key) { return key.isLongest; }));
    if (longest * 2 > keys.size()) {
        add(faults, skill, line, "quiz-key-length",
            u"The right option is the longest in %1 of %2 questions."_s.arg(longest).arg(keys.size()),
            u"Shorten right options, or write wrong ones out."_s);
    }
    std::map<std::size_t, std::size_t> places;
    for (const Key& key : keys) {
        ++places[key.place];
    }
    for (const auto& [place, count] : places) {
        if (count * 2 > keys.size() + 1) {
            add(faults, skill, line, "quiz-key-place",
                u"Option %1 is right in %2 of %3 questions."_s.arg(place + 1).arg(count).arg(keys.size()),
                u"Move the right option in some of them."_s);
        }
    }
}

/// Over the whole course, each of four places holds between 15 and 35 in a hundred of the keys.
void checkAllKeys(const std::vector<Key>& keys, CourseFaults& faults)
{
    std::array<int, fourOptions> counts {};
    int all = 0;
    for (const Key& key : keys) {
        if (key.options == fourOptions) {
            ++counts[key.place];
            ++all;
        }
    }
    for (std::size_t place = 0; all >= fewestOfCourse && place < counts.size(); ++place) {
        if (const int share = counts[place] * 100 / all; share < 15 || share > 35) {
            faults.push_back({ u"course.yaml"_s, 1, u"quiz-key-place"_s,
                u"Over the course, option %1 of four is right in %2 % of %3 questions."_s.arg(place + 1).arg(share).arg(all),
                u"Move right options until each place has 15 to 35 %."_s });
        }
    }
}

void checkCards(const SkillSource& skill, QHash<QString, QString>& seen, CourseFaults& faults)
{
    QHash<QString, QString> own;
    for (const LessonUnit& unit : skill.lesson->units) {
        for (const Flashcard& card : unit.cards) {
            const QString front = plainText(card.front).simplified().toCaseFolded();
            if (const auto first = seen.constFind(front); first != seen.constEnd()) {
                add(faults, skill, card.line, "card-repeated", u"The front \"%1\" stands in %2 too."_s.arg(front, *first),
                    u"Ask from what this lesson adds, or remove one of the two."_s);
            }
            own.insert(front, skill.file);
        }
    }
    seen.insert(own);
}

} // namespace

void checkWholeCourse(const CourseSource& source, CourseFaults& faults)
{
    QHash<QString, QString> fronts;
    std::vector<Key> all;
    for (const SkillSource* skill : source.written()) {
        checkStockWords(*skill, faults);
        checkCards(*skill, fronts, faults);
        const std::vector<Key> keys = keysOf(*skill->lesson);
        checkKeys(*skill, keys, faults);
        all.insert(all.end(), keys.begin(), keys.end());
    }
    checkAllKeys(all, faults);
}

} // namespace waymark::exchange
