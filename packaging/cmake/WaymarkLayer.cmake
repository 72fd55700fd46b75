# SPDX-License-Identifier: GPL-3.0-or-later
# waymark_layer(<name> BASE <include root> PRECOMPILES <set of headers> [USES <targets>] [PRIVATE_USES <targets>] [MUST_NOT_SEE <modules>])
#
# Declares the layer of the current folder: a static library waymark_<name> (alias waymark::<name>) of every source below the
# folder, compiled under three of the four layer checks; the fourth, the order of includes, is a test.
#   link probe      an empty main that links the whole archive of the layer and what the layer declares, nothing else
#   module ban      the include guard of each forbidden module's global header is predefined, so its first header fails to compile
#   header check    every header is compiled by itself (WaymarkHeaders.cmake)
include(WaymarkHeaders)

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

function(waymark_layer name)
  cmake_parse_arguments(LAYER "" "BASE;PRECOMPILES" "USES;PRIVATE_USES;MUST_NOT_SEE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.h")

  add_library(waymark_${name} STATIC ${sources})
  add_library(waymark::${name} ALIAS waymark_${name})
  target_sources(waymark_${name} PUBLIC FILE_SET HEADERS BASE_DIRS "${LAYER_BASE}" FILES ${headers})
  target_link_libraries(waymark_${name} PUBLIC ${LAYER_USES} PRIVATE waymark::options ${LAYER_PRIVATE_USES})
  waymark_ban(waymark_${name} ${LAYER_MUST_NOT_SEE})
  if("QObject" IN_LIST LAYER_MUST_NOT_SEE)
    set_target_properties(waymark_${name} PROPERTIES AUTOMOC OFF) # there is nothing for moc
  endif()
  waymark_precompile(waymark_${name} ${LAYER_PRECOMPILES})
  if(BUILD_TESTING) # someone who only wants to run Waymark waits for neither
    waymark_link_probe(${name} waymark_${name})
    waymark_check_headers(compiled_headers_${name} waymark_${name} ${headers})
    add_custom_target(headers_${name} ALL)
    add_dependencies(headers_${name} compiled_headers_${name})
  endif()
endfunction()
