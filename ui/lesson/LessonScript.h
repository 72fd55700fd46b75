// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/lesson/QuizCards.h>

#include <exchange/LessonDocument.h>

#include <QSet>

#include <functional>
#include <memory>

namespace waymark::ui {

/// One small step of writing a lesson; none takes long, whatever the lesson is.
using LessonPiece = std::function<void(LessonWriter&)>;

/// An entry of the list of sections beside the text.
struct LessonSectionLink
{
    QString title;
    QString place; ///< as search and Place name it: "Quiz", or "Unit title: Quiz"
    bool isUnit = false;

    bool operator==(const LessonSectionLink&) const = default;
};

/// A lesson as steps in reading order. The pieces share the document they were made from.
struct LessonScript
{
    std::vector<LessonPiece> pieces;
    std::vector<LessonSectionLink> sections;
};

/// What the steps are made for.
struct LessonScriptOptions
{
    const LessonLook& look;
    const QSet<QString>& unfolded; ///< keys of the cards whose back or answer is shown; has to outlive the pieces
    std::function<QuestionStage(const exchange::QuizQuestion&)> stageOf = {}; ///< none: questions stand without their answers
};

[[nodiscard]] LessonScript scriptOf(const std::shared_ptr<const exchange::LessonDocument>& lesson, const LessonScriptOptions& options);

/// One question alone: the first of the lesson.
[[nodiscard]] LessonScript scriptOfQuestion(
    const std::shared_ptr<const exchange::LessonDocument>& lesson, const LessonScriptOptions& options);

/// A text that is not in the shape of a lesson, as it stands.
[[nodiscard]] LessonScript scriptOf(const std::shared_ptr<const exchange::Blocks>& blocks, const LessonScriptOptions& options);

/// The steps of some blocks, for the parts of cards.
void addBlocks(std::vector<LessonPiece>& pieces, const exchange::Blocks& blocks, const Nesting& nesting, const LessonLook& look);

} // namespace waymark::ui
