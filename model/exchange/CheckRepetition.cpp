// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/WholeCourseChecks.h>

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

constexpr int shortestSentence = 8; ///< words that are not code; below that, two lessons may well say the same
constexpr QChar codeBegins(0xE000); ///< marks in a text: error messages and commands repeat by right
constexpr QChar codeEnds(0xE001);
constexpr qsizetype shingleWords = 8;
constexpr double mostAlike = 0.05;

struct Place
{
    const SkillSource* skill = nullptr;
    int line = 0;
};

QString markedText(const Inlines& inlines)
{
    QString text;
    for (const Inline& run : inlines) {
        const QString words = plainText({ run });
        text += run.code ? codeBegins + words + codeEnds : words;
    }
    return text;
}

/// Texts of a lesson with their lines, but not what repeats by its nature: the checklist, the cards, which say again what the lesson
/// says, the rubric and the sources.
template <class Visit> void eachOwnText(const LessonDocument& lesson, Visit visit)
{
    for (const LessonUnit& unit : lesson.units) {
        for (const LessonSection& section : unit.sections) {
            if (isBody(section.kind) || section.kind == SectionKind::Quiz) {
                eachText(section.blocks, [&visit](const Block&, const Inlines& inlines, int line) { visit(markedText(inlines), line); });
            }
        }
    }
}

QStringList wordsOf(const QString& text)
{
    static const QRegularExpression gap(u"[^\\p{L}\\p{N}_]+"_s); // the marks are no letters
    return text.toLower().split(gap, Qt::SkipEmptyParts);
}

void checkSentences(const CourseSource& source, CourseFaults& faults)
{
    static const QRegularExpression end(uR"((?<=[.!?])["')\]”’]*\s+)"_s);
    static const QRegularExpression code(u"\uE000[^\uE001]*\uE001?"_s);
    static const QRegularExpression mark(u"[\uE000\uE001]"_s);
    QHash<QString, Place> seen;
    for (const SkillSource* skill : source.written()) {
        eachOwnText(*skill->lesson, [&](const QString& text, int line) {
            for (const QString& sentence : text.split(end, Qt::SkipEmptyParts)) {
                if (wordsOf(QString(sentence).remove(code)).size() < shortestSentence) {
                    continue;
                }
                const QString key = wordsOf(sentence).join(u' ');
                const auto first = seen.constFind(key);
                if (first == seen.constEnd()) {
                    seen.insert(key, { skill, line });
                } else if (first->skill != skill || first->line != line) {
                    faults.push_back({ skill->file, line, u"text-repeated"_s,
                        u"\"%1...\" stands in %2, line %3, too."_s
                            .arg(QString(sentence).remove(mark).simplified().left(60), first->skill->file)
                            .arg(first->line),
                        u"Say it once, or say here what is different."_s });
                }
            }
        });
    }
}

/// Jaccard's measure over all runs of eight words: what two lessons share, to what they have together.
void checkLikeness(const CourseSource& source, CourseFaults& faults)
{
    QHash<QString, std::vector<int>> lessonsOf;
    const std::vector<const SkillSource*> written = source.written();
    std::vector<int> counts(written.size(), 0);
    for (std::size_t i = 0; i < written.size(); ++i) {
        eachOwnText(*written[i]->lesson, [&](const QString& text, int) {
            const QStringList words = wordsOf(text);
            for (qsizetype first = 0; first + shingleWords <= words.size(); ++first) {
                std::vector<int>& lessons = lessonsOf[words.mid(first, shingleWords).join(u' ')];
                if (lessons.empty() || lessons.back() != static_cast<int>(i)) {
                    lessons.push_back(static_cast<int>(i));
                    ++counts[i];
                }
            }
        });
    }
    std::map<std::pair<int, int>, int> shared;
    for (const std::vector<int>& lessons : std::as_const(lessonsOf)) {
        for (std::size_t a = 0; a < lessons.size(); ++a) {
            for (std::size_t b = a + 1; b < lessons.size(); ++b) {
                ++shared[{ lessons[a], lessons[b] }];
            }
        }
    }
    for (const auto& [pair, both] : shared) {
        const auto [first, second] = std::pair(static_cast<std::size_t>(pair.first), static_cast<std::size_t>(pair.second));
        const double likeness = double(both) / (counts[first] + counts[second] - both);
        if (likeness > mostAlike) {
            const SkillSource& skill = *written[second];
            faults.push_back({ skill.file, skill.matter.bodyLine, u"text-alike"_s,
                u"%1 % of its runs of eight words stand in %2 too."_s.arg(likeness * 100, 0, 'f', 1).arg(written[first]->file),
                u"Keep the one that teaches it, and name that skill here."_s });
        }
    }
}

} // namespace

void checkRepetition(const CourseSource& source, CourseFaults& faults)
{
    checkSentences(source, faults);
    checkLikeness(source, faults);
}

} // namespace waymark::exchange
