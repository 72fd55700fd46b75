// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/Verb.h>

namespace waymark::app {

/// Every verb of this version, in the order of the help text.
[[nodiscard]] const std::vector<Verb>& verbTable();
[[nodiscard]] const Verb* findVerb(const QStringList& words); ///< by the first word, or the first two

[[nodiscard]] std::vector<Verb> statusVerbs();
[[nodiscard]] std::vector<Verb> readingVerbs();
[[nodiscard]] std::vector<Verb> editingVerbs();
[[nodiscard]] std::vector<Verb> planVerbs();
[[nodiscard]] std::vector<Verb> weekVerbs();
[[nodiscard]] std::vector<Verb> timeVerbs();
[[nodiscard]] std::vector<Verb> studyVerbs();
[[nodiscard]] std::vector<Verb> exchangeVerbs();
[[nodiscard]] std::vector<Verb> answerVerbs();
[[nodiscard]] std::vector<Verb> reviewVerbs();
[[nodiscard]] std::vector<Verb> keyVerbs();
[[nodiscard]] std::vector<Verb> courseVerbs();
[[nodiscard]] std::vector<Verb> mentorVerbs();
[[nodiscard]] std::vector<Verb> careVerbs();
[[nodiscard]] std::vector<Verb> backupVerbs();
[[nodiscard]] std::vector<Verb> mergeVerbs();

/// Options that every verb takes.
[[nodiscard]] const std::vector<OptionSpec>& globalOptions();
[[nodiscard]] const std::vector<OptionSpec>& windowOptions(); ///< without a verb

/// The text of `waymark --help` and of `waymark VERB --help`.
[[nodiscard]] QString helpText();
[[nodiscard]] QString helpText(const Verb& verb);

} // namespace waymark::app
