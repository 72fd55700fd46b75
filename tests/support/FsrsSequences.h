// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/Scheduling.h>

#include <QFile>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace waymark::support {

/// One sequence of recalls as tests/learning/fsrs/sequences.tsv holds it; its head says what made it.
struct FsrsSequence
{
    int line = 0; ///< of the file
    learning::RecallSettings settings; ///< without fuzz
    std::vector<learning::Grade> grades;
    std::vector<int> elapsed; ///< days before each recall
    std::vector<learning::Memory> memory; ///< after each
    std::vector<learning::CardSchedule::Phase> phases; ///< after each
    std::vector<QStringList> previews; ///< at each, by grade: minutes such as "10m" or days such as "46d"
    int reps = 0;
    int lapses = 0;
};

struct FsrsFuzz
{
    int days = 0;
    int elapsed = 0;
    int maximum = 0;
    learning::FuzzRange range;
};

struct FsrsFile
{
    std::vector<FsrsSequence> sequences;
    std::vector<FsrsFuzz> fuzz;
};

/// Equal to 1e-4, absolute below 1 and relative above.
inline bool isNear(double found, double expected)
{
    return std::abs(found - expected) <= 1e-4 * std::max(1.0, std::abs(expected));
}

inline FsrsSequence fsrsSequence(const QStringList& columns, const std::vector<learning::FsrsWeights>& weights)
{
    using namespace Qt::StringLiterals;
    const auto words = [&columns](int column) { return columns[column].split(u' ', Qt::SkipEmptyParts); };
    const auto numbers = [&words](int column) {
        std::vector<int> all;
        for (const QString& word : words(column)) {
            all.push_back(word.toInt());
        }
        return all;
    };
    FsrsSequence sequence;
    sequence.settings = { weights[columns[1].toUInt()], columns[2].toDouble(), learning::longestInterval, false, numbers(3), numbers(4) };
    sequence.elapsed = numbers(6);
    const QStringList stabilities = words(7);
    const QStringList difficulties = words(8);
    for (qsizetype i = 0; i < columns[5].size(); ++i) {
        sequence.grades.push_back(static_cast<learning::Grade>(columns[5][i].digitValue()));
        sequence.memory.push_back({ stabilities[i].toDouble(), difficulties[i].toDouble() });
        sequence.phases.push_back(static_cast<learning::CardSchedule::Phase>(columns[9][i].digitValue()));
    }
    for (const QString& word : words(10)) {
        sequence.previews.push_back(word.split(u'/'));
    }
    sequence.reps = columns[11].toInt();
    sequence.lapses = columns[12].toInt();
    return sequence;
}

/// Empty where the file cannot be read.
inline FsrsFile readFsrsFile(const QString& path)
{
    using namespace Qt::StringLiterals;
    FsrsFile all;
    std::vector<learning::FsrsWeights> weights;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text)) {
        return all;
    }
    for (int line = 1; !file.atEnd(); ++line) {
        const QStringList columns = QString::fromUtf8(file.readLine().chopped(1)).split(u'\t');
        if (columns.front() == u"weights") {
            learning::FsrsWeights& each = weights.emplace_back();
            std::transform(columns.begin() + 2, columns.end(), each.w.begin(), [](const QString& word) { return word.toDouble(); });
        } else if (columns.front() == u"sequence") {
            all.sequences.push_back(fsrsSequence(columns, weights));
            all.sequences.back().line = line;
        } else if (columns.front() == u"fuzz") {
            all.fuzz.push_back({ columns[1].toInt(), columns[2].toInt(), columns[3].toInt(), { columns[4].toInt(), columns[5].toInt() } });
        }
    }
    return all;
}

} // namespace waymark::support
