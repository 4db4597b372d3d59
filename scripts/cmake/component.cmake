# One target per folder, and a target sees only the folders it names: a wrong include does not
# compile, because every include path starts at a folder of its own.

add_library(project_options INTERFACE)
target_compile_features(project_options INTERFACE cxx_std_20)
# On in the presets of this project's own CI alone: a newer compiler has newer warnings.
option(CONFORMANCE_WARNINGS_AS_ERRORS "A warning ends the build" OFF)
if(MSVC)
  # C4702, unreachable code: the code generator reports it in instantiations of nlohmann/json and valijson,
  # where /external does not reach. C4459: a local name hides a parameter of the suites, as in `row[value]`.
  target_compile_options(project_options INTERFACE /W4 /permissive- /utf-8 /Zc:__cplusplus /EHsc /bigobj
    /wd4702 /wd4459 /MP2 $<$<BOOL:${CONFORMANCE_WARNINGS_AS_ERRORS}>:/WX>)
else()
  target_compile_options(project_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow
    $<$<BOOL:${CONFORMANCE_WARNINGS_AS_ERRORS}>:-Werror>
    # GCC 12 sees overlaps in std::string's operator+ that are not there (GCC bug 105651).
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)
endif()
if(WIN32)
  # Winsock 2 before windows.h, no min and max macros; 0x0A00 so that the headers declare what is
  # looked up at run time. Nothing newer than the oldest Windows is imported.
  target_compile_definitions(project_options INTERFACE
    WIN32_LEAN_AND_MEAN NOMINMAX UNICODE _UNICODE _WIN32_WINNT=0x0A00
    _WINSOCK_DEPRECATED_NO_WARNINGS _CRT_SECURE_NO_WARNINGS)
endif()
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# On in the presets whose compiler reads file after file by itself: the headers that most files include, read
# once. Only the standard's and the libraries', so that a file still has to include what it uses of this
# project.
option(CONFORMANCE_PRECOMPILED_HEADERS "Read the libraries' headers once for all files" OFF)
if(CONFORMANCE_PRECOMPILED_HEADERS)
  file(WRITE "${CMAKE_BINARY_DIR}/precompiled_headers.cpp.new" "")
  file(COPY_FILE "${CMAKE_BINARY_DIR}/precompiled_headers.cpp.new"
    "${CMAKE_BINARY_DIR}/precompiled_headers.cpp" ONLY_IF_DIFFERENT)
  add_library(precompiled_headers OBJECT "${CMAKE_BINARY_DIR}/precompiled_headers.cpp")
  target_link_libraries(precompiled_headers PRIVATE project_options nlohmann_json::nlohmann_json)
  target_precompile_headers(precompiled_headers PRIVATE
    <algorithm> <array> <chrono> <cstdint> <cstring> <filesystem> <functional> <map> <memory> <mutex>
    <optional> <set> <span> <string> <string_view> <utility> <vector> <nlohmann/json.hpp>)
  if(CMAKE_CXX_COMPILER_LAUNCHER STREQUAL ccache)
    set(launcher "${CMAKE_SOURCE_DIR}/scripts/lib/compile-headers")
    # What clang made of the headers in another checkout has that one's paths, and works only there.
    if(NOT CMAKE_CXX_COMPILER_ID STREQUAL Clang)
      list(APPEND launcher ccache)
    endif()
    set_target_properties(precompiled_headers PROPERTIES CXX_COMPILER_LAUNCHER "${launcher}")
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL Clang)
    # clang finds what is compiled of the header beside it. By CMake's own options, which are for clang's
    # front end alone, ccache would not see that this is a path.
    set(CMAKE_CXX_COMPILE_OPTIONS_USE_PCH -include <PCH_HEADER>)
  endif()
  if(WIN32)
    target_precompile_headers(precompiled_headers PRIVATE
      <winsock2.h> <ws2tcpip.h> <mswsock.h> <mstcpip.h> <windows.h>)
  endif()
endif()
function(use_precompiled_headers target)
  if(CONFORMANCE_PRECOMPILED_HEADERS)
    target_precompile_headers(${target} REUSE_FROM precompiled_headers)
  endif()
endfunction()

# conformance_component(<name> [OBJECT] SOURCES ... [DEPENDS ...])
# Headers are included as <name>/<file>.hpp.
function(conformance_component name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "OBJECT" "" "SOURCES;DEPENDS")
  if(arg_OBJECT)
    add_library(${name} OBJECT ${arg_SOURCES})
  else()
    add_library(${name} STATIC ${arg_SOURCES})
  endif()
  # A folder of links gives each target an include path that shows its own headers and no others.
  set(include_folder "${CMAKE_BINARY_DIR}/include/${name}")
  file(MAKE_DIRECTORY "${include_folder}/${name}")
  file(REAL_PATH "${include_folder}/${name}" real_folder)
  file(GLOB headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.hpp")
  foreach(header IN LISTS headers)
    get_filename_component(file_name "${header}" NAME)
    # Relative, so that the same checkout elsewhere has the same file.
    file(REAL_PATH "${header}" real_header)
    file(RELATIVE_PATH path "${real_folder}" "${real_header}")
    file(WRITE "${include_folder}/${name}/${file_name}.new" "#pragma once\n#include \"${path}\"\n")
    file(COPY_FILE "${include_folder}/${name}/${file_name}.new"
      "${include_folder}/${name}/${file_name}" ONLY_IF_DIFFERENT)
    file(REMOVE "${include_folder}/${name}/${file_name}.new")
  endforeach()
  target_include_directories(${name} PUBLIC "${include_folder}")
  target_link_libraries(${name} PRIVATE project_options PUBLIC ${arg_DEPENDS})
  use_precompiled_headers(${name})
endfunction()

# define_for_file(<source> <definition>...): for paths of this checkout. In a whole target's definitions they
# would keep a cache from knowing any of its files in another checkout.
function(define_for_file source)
  set_property(SOURCE "${source}" PROPERTY COMPILE_DEFINITIONS ${ARGN})
endfunction()

# optimize_with_sanitizers(<source>...): for the files that read and show reports of megabytes, in the build
# with sanitizers and without optimization (the preset native). What the optimizer removes is not checked
# there. The high limit is for functions of the standard library: the linker may take one that is not inlined
# from a file that is not optimized.
function(optimize_with_sanitizers)
  if(CMAKE_CXX_COMPILER_ID STREQUAL Clang AND CMAKE_BUILD_TYPE STREQUAL Debug
      AND CMAKE_CXX_FLAGS MATCHES "-fsanitize")
    set_source_files_properties(${ARGV} PROPERTIES COMPILE_OPTIONS "-O2;-mllvm;-inline-threshold=5000"
      SKIP_PRECOMPILE_HEADERS ON SKIP_UNITY_BUILD_INCLUSION ON)
  endif()
endfunction()

# conformance_tests(<name> SOURCES ... [DEPENDS ...] [ARGUMENTS ...]): one program of Catch2 tests.
function(conformance_tests name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS;ARGUMENTS;ENVIRONMENT")
  if(NOT BUILD_TESTING)
    return()
  endif()
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE project_options ${arg_DEPENDS} Catch2::Catch2WithMain)
  use_precompiled_headers(${name})
  add_test(NAME ${name} COMMAND ${name} ${arg_ARGUMENTS})
  # A refused connect takes two seconds on Windows, and hosted runners are slow.
  set(timeout 300)
  if(CMAKE_HOST_WIN32)
    set(timeout 900)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${timeout} ENVIRONMENT "${arg_ENVIRONMENT}")
endfunction()
