// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace waymark::app {

/// While it lives, the terminal of this process does not show what is typed. Does nothing where standard input is no terminal. One
/// source file a system.
class HiddenTyping
{
public:
    HiddenTyping();
    ~HiddenTyping();
    HiddenTyping(const HiddenTyping&) = delete;
    HiddenTyping& operator=(const HiddenTyping&) = delete;

    [[nodiscard]] bool isHiding() const { return m_before != nullptr; }

private:
    struct Before;
    std::unique_ptr<Before> m_before;
};

} // namespace waymark::app
