// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Terminal.h>

#include <termios.h>
#include <unistd.h>

namespace waymark::app {

struct HiddenTyping::Before
{
    termios settings {};
};

HiddenTyping::HiddenTyping()
{
    termios now {};
    if (::isatty(STDIN_FILENO) == 0 || ::tcgetattr(STDIN_FILENO, &now) != 0) {
        return;
    }
    m_before = std::make_unique<Before>(Before { now });
    now.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    (void)::tcsetattr(STDIN_FILENO, TCSAFLUSH, &now);
}

HiddenTyping::~HiddenTyping()
{
    if (m_before) {
        (void)::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before->settings);
    }
}

} // namespace waymark::app
