# SPDX-License-Identifier: GPL-3.0-or-later
# waymark_layer(<name> BASE <include root> PRECOMPILES <set of headers> [USES <targets>] [PRIVATE_USES <targets>] [MUST_NOT_SEE <modules>])
#
# Declares the layer of the current folder: a static library waymark_<name> (alias waymark::<name>) of every source below the
# folder, compiled under three of the four layer checks; the fourth, the order of includes, is a test.
#   link probe      an empty main that links the whole archive of the layer and what the layer declares, nothing else
#   module ban      the include guard of each forbidden module's global header is predefined, so its first header fails to compile
#   header check    every header is compiled with nothing before it: alone, or as the first include of one that is

# The guards of the header that every header of a module includes first.
set(WAYMARK_BAN_Gui QTGUIGLOBAL_H QTGUI_EXPORTS_H)
set(WAYMARK_BAN_Widgets QTWIDGETSGLOBAL_H QTWIDGETS_EXPORTS_H)
set(WAYMARK_BAN_Sql QTSQLGLOBAL_H QTSQL_EXPORTS_H)
set(WAYMARK_BAN_SQLite SQLITE3_H)
set(WAYMARK_BAN_QObject QOBJECT_H)

function(waymark_ban target)
  foreach(module IN LISTS ARGN)
    if(NOT DEFINED WAYMARK_BAN_${module})
      message(FATAL_ERROR "waymark_ban: unknown module ${module}")
    endif()
    target_compile_definitions(${target} PRIVATE ${WAYMARK_BAN_${module}})
  endforeach()
endfunction()

function(waymark_link_probe name library)
  set(source "${CMAKE_BINARY_DIR}/probes/empty_main.cpp")
  if(NOT EXISTS "${source}")
    file(WRITE "${source}" "int main() { return 0; }\n")
  endif()
  add_executable(probe_${name} "${source}")
  set_target_properties(probe_${name} PROPERTIES AUTOMOC OFF RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/probes")
  target_link_libraries(probe_${name} PRIVATE "$<LINK_LIBRARY:WHOLE_ARCHIVE,${library}>")
endfunction()

# waymark_headers_to_compile(<variable> <base> <headers>): the headers that none of the others includes before anything else. What a header
# names first is read there as it would be alone: compiling the end of such a chain compiles all of it. A ring has no end and stays whole.
function(waymark_headers_to_compile variable base)
  set(ends ${ARGN})
  foreach(header IN LISTS ARGN)
    file(STRINGS "${header}" lines REGEX "^ *#" LIMIT_COUNT 2)
    if("${lines}" MATCHES "^#pragma once;#include <([^>]+)>$" AND "${base}/${CMAKE_MATCH_1}" IN_LIST ARGN)
      set("first_of_${header}" "${base}/${CMAKE_MATCH_1}")
      list(REMOVE_ITEM ends "${base}/${CMAKE_MATCH_1}")
    endif()
  endforeach()
  set(unread ${ARGN})
  foreach(header IN LISTS ends)
    while(header AND header IN_LIST unread)
      list(REMOVE_ITEM unread "${header}")
      set(header "${first_of_${header}}")
    endwhile()
  endforeach()
  set(${variable} ${ends} ${unread} PARENT_SCOPE)
endfunction()

function(waymark_layer name)
  cmake_parse_arguments(LAYER "" "BASE;PRECOMPILES" "USES;PRIVATE_USES;MUST_NOT_SEE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.h")

  add_library(waymark_${name} STATIC ${sources})
  add_library(waymark::${name} ALIAS waymark_${name})
  target_sources(waymark_${name} PUBLIC FILE_SET HEADERS BASE_DIRS "${LAYER_BASE}" FILES ${headers})
  waymark_headers_to_compile(compiled_headers "${LAYER_BASE}" ${headers})
  target_sources(waymark_${name} PUBLIC FILE_SET compiled_headers TYPE HEADERS BASE_DIRS "${LAYER_BASE}" FILES ${compiled_headers})
  set_target_properties(waymark_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON INTERFACE_HEADER_SETS_TO_VERIFY compiled_headers)
  target_link_libraries(waymark_${name} PUBLIC ${LAYER_USES} PRIVATE waymark::options ${LAYER_PRIVATE_USES})
  waymark_ban(waymark_${name} ${LAYER_MUST_NOT_SEE})
  if("QObject" IN_LIST LAYER_MUST_NOT_SEE)
    set_target_properties(waymark_${name} PROPERTIES AUTOMOC OFF) # there is nothing for moc
  endif()
  waymark_precompile(waymark_${name} ${LAYER_PRECOMPILES})
  if(BUILD_TESTING) # someone who only wants to run Waymark waits for neither
    waymark_link_probe(${name} waymark_${name})
    add_custom_target(headers_${name} ALL)
    add_dependencies(headers_${name} waymark_${name}_verify_interface_header_sets)
  endif()
endfunction()
