# Dependencies: an installed package first, else the pinned release. A copy that is already on the
# machine serves through FETCHCONTENT_SOURCE_DIR_<NAME>: scripts/lib/configure passes the same versions as
# Debian has them, so that what a build on Windows downloads is what is tested here.
include(FetchContent)
set(FETCHCONTENT_QUIET ON)

# The release's licence notices say the version of the property VERSION_OF_<name>.
function(declare_dependency name url hash)
  string(REGEX MATCH "[0-9]+[.][0-9.]*[0-9]" version "${url}")
  set_property(GLOBAL PROPERTY VERSION_OF_${name} "${version}")
  FetchContent_Declare(${name} URL "${url}" URL_HASH "SHA256=${hash}" DOWNLOAD_EXTRACT_TIMESTAMP OFF ${ARGN})
endfunction()

# Header-only libraries are taken as headers alone, so that their own build scripts do not matter.
function(use_header_library name target package_version include_folder url hash)
  find_package(${name} ${package_version} QUIET)
  if(TARGET ${target})
    set_property(GLOBAL PROPERTY VERSION_OF_${name} "${${name}_VERSION}")
    return()
  endif()
  declare_dependency(${name} "${url}" ${hash} SOURCE_SUBDIR headers-only)
  FetchContent_MakeAvailable(${name})
  string(TOLOWER ${name} lower_name)
  string(REPLACE "::" "_" plain_target ${target})
  add_library(${plain_target} INTERFACE)
  target_include_directories(${plain_target} SYSTEM INTERFACE
    "${${lower_name}_SOURCE_DIR}/${include_folder}")
  add_library(${target} ALIAS ${plain_target})
endfunction()

use_header_library(nlohmann_json nlohmann_json::nlohmann_json 3.11 include
  https://github.com/nlohmann/json/archive/refs/tags/v3.11.3.tar.gz
  0d8ef5af7f9794e3263480193c491549b2ba6cc74bb018906202ada498a79406)

use_header_library(CLI11 CLI11::CLI11 2.1 include
  https://github.com/CLIUtils/CLI11/archive/refs/tags/v2.4.1.tar.gz
  73b7ec52261ce8fe980a29df6b4ceb66243bb0b779451dbd3d014cfec9fdbb58)

use_header_library(valijson ValiJSON::valijson 1.0 include
  https://github.com/tristanpenman/valijson/archive/refs/tags/v1.0.3.tar.gz
  0fbd3cd2312b441c6373ee116e9a162c400f9e3cd79f6b32665cdd22fa11ac3f)
if(TARGET ValiJSON_valijson)
  # Without it an error of valijson's ends the program by abort().
  target_compile_definitions(ValiJSON_valijson INTERFACE VALIJSON_USE_EXCEPTIONS=1)
endif()

find_package(Catch2 3.7 QUIET)
set_property(GLOBAL PROPERTY VERSION_OF_Catch2 "${Catch2_VERSION}")
if(NOT TARGET Catch2::Catch2)
  # Catch2's own handler of structured exceptions would answer a crash before ours does.
  set(CATCH_CONFIG_NO_WINDOWS_SEH ON CACHE BOOL "" FORCE)
  declare_dependency(Catch2 https://github.com/catchorg/Catch2/archive/refs/tags/v3.7.1.tar.gz
    c991b247a1a0d7bb9c39aa35faf0fe9e19764213f28ffba3109388e62ee0269c)
  FetchContent_MakeAvailable(Catch2)
  # Its amalgamated release shows that its sources may share translation units: a third of the time.
  set_target_properties(Catch2 PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 16)
  foreach(target Catch2 Catch2WithMain)
    # Its own map of paths gets lost where the folder's name has blanks.
    if(NOT MSVC)
      target_compile_options(${target} PRIVATE "-ffile-prefix-map=${catch2_SOURCE_DIR}/=")
    endif()
    get_target_property(folders ${target} INTERFACE_INCLUDE_DIRECTORIES)
    set_target_properties(${target} PROPERTIES INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "${folders}")
  endforeach()
endif()

# The few files of zlib that compress and decompress in memory; its own build scripts would do much more.
set(ZLIB_USE_STATIC_LIBS ON)
find_package(ZLIB 1.2.11 QUIET)
set_property(GLOBAL PROPERTY VERSION_OF_zlib "${ZLIB_VERSION}")
if(NOT TARGET ZLIB::ZLIB)
  enable_language(C)
  declare_dependency(zlib https://github.com/madler/zlib/archive/refs/tags/v1.3.1.tar.gz
    17e88863f3600672ab49182f217281b6fc4d3c762bde361935e436a95214d05c SOURCE_SUBDIR sources-only)
  FetchContent_MakeAvailable(zlib)
  set(sources adler32 crc32 deflate inffast inflate inftrees trees zutil)
  list(TRANSFORM sources PREPEND "${zlib_SOURCE_DIR}/")
  list(TRANSFORM sources APPEND .c)
  add_library(zlib_in_memory STATIC ${sources})
  set_target_properties(zlib_in_memory PROPERTIES UNITY_BUILD OFF)
  target_include_directories(zlib_in_memory SYSTEM PUBLIC "${zlib_SOURCE_DIR}")
  add_library(ZLIB::ZLIB ALIAS zlib_in_memory)
endif()

find_package(Threads REQUIRED)
