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

if(BUILD_TESTING AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # The compiler may keep what it has read: cleaning up after itself would take it a twentieth of its time, an eighth of that of a test.
  # Who builds Waymark only to run it may have little memory, so not there.
  string(APPEND CMAKE_CXX_FLAGS " --param ggc-min-heapsize=400000")
endif()

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
# What an attacker would need is made as hard as the compiler can; tests/architecture/hardening looks at the program that comes out. What
# the tests add to the layers is not shipped and is spared these flags, a tenth of its compile time; the checks of the library stay.
define_property(TARGET PROPERTY WAYMARK_IS_SHIPPED INITIALIZE_FROM_VARIABLE WAYMARK_IS_SHIPPED)
set(WAYMARK_IS_SHIPPED ON)
set(WAYMARK_IF_SHIPPED "$<BOOL:$<TARGET_PROPERTY:WAYMARK_IS_SHIPPED>>")
if(WAYMARK_HARDENING)
  include(CheckCXXCompilerFlag)
  foreach(flag IN ITEMS -fstack-protector-strong -fstack-clash-protection -fcf-protection -ftrivial-auto-var-init=zero)
    string(MAKE_C_IDENTIFIER "WAYMARK_HAS${flag}" has)
    check_cxx_compiler_flag(${flag} ${has})
    if(${has})
      target_compile_options(waymark_options INTERFACE "$<${WAYMARK_IF_SHIPPED}:${flag}>")
    endif()
  endforeach()
  # Fortified calls need an optimising build. The checks of the standard library end the program where it would read beside a container.
  target_compile_options(waymark_options INTERFACE "$<$<AND:$<CONFIG:Release>,${WAYMARK_IF_SHIPPED}>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=3>" -D_GLIBCXX_ASSERTIONS)
  target_link_options(waymark_options INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack "$<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-pie>")
endif()
target_compile_definitions(waymark_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_KEYWORDS QT_NO_FOREACH QT_STRICT_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)
