# SPDX-License-Identifier: GPL-3.0-or-later
# waymark_check_headers(<name> <target> <headers>): adds the build target <name>, which compiles every header by itself, against what
# <target> lends its users.
#
# To read the headers of Qt takes most of that time, so headers that read the same ones anyway, themselves or by what they include,
# share one precompiled reading of just those. A header is never given what it does not read, so one that forgot an include still fails;
# that includes stand before all code is what makes this hold, and a header whose includes do not is compiled with nothing before it.

set(WAYMARK_READ_VALUES <QDate> <QHash> <QMap> <QString> <QStringList> <QTimeZone> <optional> <span> <stop_token> <tuple> <variant> <vector>)
set(WAYMARK_READ_SERVICES ${WAYMARK_READ_VALUES} <QObject> <array> <functional> <memory> <tl/expected.hpp>)
set(WAYMARK_READ_PAGES ${WAYMARK_READ_SERVICES} <QWidget>)
set(WAYMARK_READ_WORKSPACES ${WAYMARK_READ_SERVICES} <session/Workspace.h>) # the header of ours that takes longest, and a hundred read it
set(WAYMARK_READ_DESKS ${WAYMARK_READ_PAGES} <session/Workspace.h>)
set(WAYMARK_READ_SCREENS <QWidget>)
set(WAYMARK_READ_OUTCOMES <tl/expected.hpp> <QString>)
set(WAYMARK_READ_WORDS <QString>)
set(WAYMARK_READINGS DESKS WORKSPACES PAGES SCREENS SERVICES VALUES OUTCOMES WORDS) # who reads more comes first
set(WAYMARK_READ_BY_FEWER_THAN 6) # then reading it in advance costs more than it saves
# Headers of widgets, each of which reads that of QWidget, as that one reads those of QObject and QString.
set(WAYMARK_WIDGET_HEADERS <QDialog> <QFrame> <QGraphicsView> <QLabel> <QLineEdit> <QListView> <QListWidget> <QMainWindow> <QMenu>
  <QMessageBox> <QPlainTextEdit> <QPushButton> <QScrollArea> <QStackedWidget> <QTableView> <QTextBrowser> <QToolButton> <QTreeView>)

# waymark_headers_read(<variable> <header>): the headers, of libraries and of ours, in angle brackets, that a header of ours reads in any case.
function(waymark_headers_read variable header)
  get_property(is_known GLOBAL PROPERTY "waymark_headers_read_by_${header}" SET)
  if(NOT is_known)
    set_property(GLOBAL PROPERTY "waymark_headers_read_by_${header}" "") # for a ring, which reads no more than this
    file(READ "${header}" text)
    string(REGEX MATCH "^((//[^\n]*|#(pragma once|include <[^>\n]+>[^\n]*))?\n)*" beginning "${text}")
    string(REPLACE "${beginning}" "" rest "${text}")
    set(read)
    if(NOT "${rest}" MATCHES "\n *# *(if|include)" AND NOT "${rest}" MATCHES "^ *#")
      string(REGEX MATCHALL "<[^>\n]+>" names "${beginning}")
      foreach(name IN LISTS names)
        string(REGEX REPLACE "[<>]" "" path "${name}")
        if(EXISTS "${PROJECT_SOURCE_DIR}/model/${path}")
          waymark_headers_read(below "${PROJECT_SOURCE_DIR}/model/${path}")
          list(APPEND below "${name}")
        elseif(EXISTS "${PROJECT_SOURCE_DIR}/${path}")
          waymark_headers_read(below "${PROJECT_SOURCE_DIR}/${path}")
          list(APPEND below "${name}")
        else()
          set(below "${name}")
          if(name IN_LIST WAYMARK_WIDGET_HEADERS)
            list(APPEND below <QWidget>)
          endif()
          if("<QWidget>" IN_LIST below)
            list(APPEND below <QObject> <QString>)
          endif()
        endif()
        list(APPEND read ${below})
      endforeach()
      list(REMOVE_DUPLICATES read)
    endif()
    set_property(GLOBAL PROPERTY "waymark_headers_read_by_${header}" "${read}")
  endif()
  get_property(read GLOBAL PROPERTY "waymark_headers_read_by_${header}")
  set(${variable} "${read}" PARENT_SCOPE)
endfunction()

# waymark_compile_headers(<name> <target> <headers>): an object of each header.
function(waymark_compile_headers name target)
  set(sources)
  foreach(header IN LISTS ARGN)
    cmake_path(RELATIVE_PATH header BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" OUTPUT_VARIABLE relative)
    string(REPLACE "../" "" relative "${relative}")
    set(source "${CMAKE_CURRENT_BINARY_DIR}/${name}/${relative}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "#include \"${header}\"\n")
    list(APPEND sources "${source}")
  endforeach()
  add_library(${name} OBJECT EXCLUDE_FROM_ALL ${sources})
  set_target_properties(${name} PROPERTIES AUTOMOC OFF)
  target_link_libraries(${name} PRIVATE ${target})
  target_compile_options(${name} PRIVATE -O0) # nobody runs it
endfunction()

function(waymark_check_headers name target)
  add_custom_target(${name})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${ARGN}) # what a header reads decides what it shares
  set(rest ${ARGN})
  if(WAYMARK_PRECOMPILED)
    foreach(reading IN LISTS WAYMARK_READINGS)
      set(readers)
      foreach(header IN LISTS rest)
        waymark_headers_read(read "${header}")
        set(wanted ${WAYMARK_READ_${reading}})
        list(REMOVE_ITEM wanted "" ${read})
        if(NOT wanted)
          list(APPEND readers "${header}")
        endif()
      endforeach()
      list(LENGTH readers count)
      if(count LESS WAYMARK_READ_BY_FEWER_THAN)
        continue()
      endif()
      list(REMOVE_ITEM rest ${readers})
      string(TOLOWER "${name}_reading_${reading}" object)
      waymark_compile_headers(${object} ${target} ${readers})
      target_precompile_headers(${object} PRIVATE ${WAYMARK_READ_${reading}})
      add_dependencies(${name} ${object})
    endforeach()
  endif()
  if(rest)
    waymark_compile_headers(${name}_alone ${target} ${rest})
    add_dependencies(${name} ${name}_alone)
  endif()
endfunction()
