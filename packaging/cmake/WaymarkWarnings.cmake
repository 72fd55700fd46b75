# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target carries what every translation unit of ours is compiled with.
option(WAYMARK_WERROR "Treat warnings as errors" OFF)
option(WAYMARK_HARDENING "Compile with the hardening flags of a release" ON)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Precompiled headers are found again by their content.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime "${CCACHE_PROGRAM}")
endif()

add_library(waymark_options INTERFACE)
add_library(waymark::options ALIAS waymark_options)
target_compile_options(waymark_options INTERFACE -Wall -Wextra -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
if(WAYMARK_WERROR)
  target_compile_options(waymark_options INTERFACE -Werror)
endif()
if(WAYMARK_HARDENING)
  target_compile_options(waymark_options INTERFACE -fstack-protector-strong "$<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2>")
  target_link_options(waymark_options INTERFACE -Wl,-z,relro,-z,now)
endif()
target_compile_definitions(waymark_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_KEYWORDS QT_NO_FOREACH QT_STRICT_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)
