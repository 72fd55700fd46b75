// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <initializer_list>

namespace waymark::fuzz {

/// A promise of the code under test does not hold for this input. Defined by what runs the targets: the fuzzer ends there and keeps the
/// input, the test throws.
[[noreturn]] void broken(const char* promise, const QString& seen = {});

inline void require(bool holds, const char* promise, const QString& seen = {})
{
    if (!holds) {
        broken(promise, seen);
    }
}

/// A refusal is one of these codes, and its sentence is short and hides nothing: no controls, no overrides of the direction.
void requireRefusal(const domain::Error& error, std::initializer_list<domain::ErrorCode> codes);

} // namespace waymark::fuzz
