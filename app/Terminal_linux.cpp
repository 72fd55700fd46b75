// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Terminal.h>

#include <array>
#include <csignal>

#include <termios.h>
#include <unistd.h>

namespace waymark::app {

namespace {

constexpr std::array<int, 2> endings { SIGINT, SIGTERM };

termios shown {}; ///< for a handler, which sees nothing else; set before there is one

/// The terminal is as it was before the process goes the way it would have gone.
extern "C" void showAndEnd(int signal)
{
    (void)::tcsetattr(STDIN_FILENO, TCSANOW, &shown);
    (void)::raise(signal); // taken when this returns, by the default action: see SA_RESETHAND
}

} // namespace

struct HiddenTyping::Before
{
    termios settings {};
    std::array<struct sigaction, endings.size()> actions {};
};

HiddenTyping::HiddenTyping()
{
    termios now {};
    if (::isatty(STDIN_FILENO) == 0 || ::tcgetattr(STDIN_FILENO, &now) != 0) {
        return;
    }
    m_before = std::make_unique<Before>();
    m_before->settings = shown = now;
    struct sigaction ending
    {
    };
    ending.sa_handler = showAndEnd;
    ending.sa_flags = static_cast<int>(SA_RESETHAND);
    for (std::size_t i = 0; i < endings.size(); ++i) {
        (void)::sigaction(endings.at(i), &ending, &m_before->actions.at(i));
        if (m_before->actions.at(i).sa_handler == SIG_IGN) {
            (void)::sigaction(endings.at(i), &m_before->actions.at(i), nullptr);
        }
    }
    now.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    (void)::tcsetattr(STDIN_FILENO, TCSAFLUSH, &now);
}

HiddenTyping::~HiddenTyping()
{
    if (m_before) {
        (void)::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before->settings);
        for (std::size_t i = 0; i < endings.size(); ++i) {
            (void)::sigaction(endings.at(i), &m_before->actions.at(i), nullptr);
        }
    }
}

} // namespace waymark::app
