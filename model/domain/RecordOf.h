// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <type_traits>

namespace waymark::domain {

/// A record of one kind, const or not.
template <class R, class Kind>
concept RecordOf = std::same_as<std::remove_const_t<R>, Kind>;

} // namespace waymark::domain
