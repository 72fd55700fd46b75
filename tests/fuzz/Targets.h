// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>

/// What a stranger's bytes can reach, one function each in targets/. A function takes any bytes, asks of what was accepted that it can be
/// written and read back, and of a refusal that it has a code; it calls broken() where that does not hold. It keeps nothing between calls.
namespace waymark::fuzz {

void calendar(const QByteArray& bytes);
void changes(const QByteArray& bytes);
void commandLine(const QByteArray& bytes);
void course(const QByteArray& bytes);
void crashReport(const QByteArray& bytes);
void credentials(const QByteArray& bytes);
void csv(const QByteArray& bytes);
void drafts(const QByteArray& bytes);
void entries(const QByteArray& bytes);
void frontMatter(const QByteArray& bytes);
void keptCourse(const QByteArray& bytes);
void keyFile(const QByteArray& bytes);
void lesson(const QByteArray& bytes);
void libraryFile(const QByteArray& bytes);
void manifest(const QByteArray& bytes);
void markdown(const QByteArray& bytes);
void mergedCopy(const QByteArray& bytes);
void package(const QByteArray& bytes);
void pictures(const QByteArray& bytes);
void planJson(const QByteArray& bytes);
void planMarkdown(const QByteArray& bytes);
void planPage(const QByteArray& bytes);
void quizAnswers(const QByteArray& bytes);
void reviewJson(const QByteArray& bytes);
void search(const QByteArray& bytes);
void settings(const QByteArray& bytes);

struct Target
{
    const char* name; ///< of its folder in corpus/
    void (*run)(const QByteArray& bytes);
};

inline constexpr std::array targets {
    Target { "calendar", calendar },
    Target { "changes", changes },
    Target { "commandLine", commandLine },
    Target { "course", course },
    Target { "crashReport", crashReport },
    Target { "credentials", credentials },
    Target { "csv", csv },
    Target { "drafts", drafts },
    Target { "entries", entries },
    Target { "frontMatter", frontMatter },
    Target { "keptCourse", keptCourse },
    Target { "keyFile", keyFile },
    Target { "lesson", lesson },
    Target { "libraryFile", libraryFile },
    Target { "manifest", manifest },
    Target { "markdown", markdown },
    Target { "mergedCopy", mergedCopy },
    Target { "package", package },
    Target { "pictures", pictures },
    Target { "planJson", planJson },
    Target { "planMarkdown", planMarkdown },
    Target { "planPage", planPage },
    Target { "quizAnswers", quizAnswers },
    Target { "reviewJson", reviewJson },
    Target { "search", search },
    Target { "settings", settings },
};

} // namespace waymark::fuzz
