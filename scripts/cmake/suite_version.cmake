# What git says of this checkout. A tag vX.Y.Z is the version; between tags it is the coming one, with the
# commit beside it. A folder that is no git checkout says "unknown".

# describe_checkout(<source> <coming version>) sets checkout_version; checkout_commit; checkout_release, which
# names both unless the tag says all; and checkout_time, in seconds since 1970: SOURCE_DATE_EPOCH, or when the
# commit was made.
function(describe_checkout source coming_version)
  find_program(GIT_PROGRAM git)
  set(version "${coming_version}")
  set(commit unknown)
  # A build of sources that were fetched without git may set their commit.
  if(DEFINED ENV{WINSOCK_CONFORMANCE_COMMIT} AND NOT "$ENV{WINSOCK_CONFORMANCE_COMMIT}" STREQUAL "")
    set(commit "$ENV{WINSOCK_CONFORMANCE_COMMIT}")
  endif()
  set(release "${version}-${commit}")
  set(time 315532800)  # 1980, where zip's calendar begins
  if(GIT_PROGRAM)
    foreach(question IN ITEMS "tag describe --exact-match --tags --match v* --dirty"
        "described describe --always --dirty --abbrev=12 --exclude *" "committed log -1 --format=%ct")
      separate_arguments(question)
      list(POP_FRONT question answer)
      execute_process(COMMAND "${GIT_PROGRAM}" ${question} WORKING_DIRECTORY "${source}"
        OUTPUT_VARIABLE ${answer} OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    endforeach()
  endif()
  if(described)
    set(commit "${described}")
    set(time "${committed}")
    set(release "${version}-${commit}")
  endif()
  if(NOT tag MATCHES "-dirty$" AND tag MATCHES "^v([0-9].*)$")
    set(version "${CMAKE_MATCH_1}")
    set(release "${version}")
  endif()
  if(DEFINED ENV{SOURCE_DATE_EPOCH})
    set(time "$ENV{SOURCE_DATE_EPOCH}")
  endif()
  foreach(fact version commit release time)
    set(checkout_${fact} "${${fact}}" PARENT_SCOPE)
  endforeach()
endfunction()

# Run at each build, so that a program never reports an old version.
if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  describe_checkout("${SOURCE}" "${COMING_VERSION}")
  file(CONFIGURE OUTPUT "${OUTPUT}" CONTENT "#include \"suite_version/suite_version.hpp\"
namespace conformance {
const char* const suite_version = \"${checkout_version}\";
const char* const suite_commit = \"${checkout_commit}\";
}
")
  # Windows' numbers are four, of 16 bits each.
  string(REGEX MATCH "^([0-9]+)[.]([0-9]+)[.]([0-9]+)" found "${checkout_version}")
  string(REPLACE "." "," numbers "${found},0")
  file(CONFIGURE OUTPUT "${OUTPUT}.rc.h" CONTENT "#define SUITE_VERSION_NUMBERS ${numbers}
#define SUITE_VERSION_TEXT \"${checkout_release}\"
")
  return()
endif()

# write_suite_version(<file>): the target write_suite_version makes the source of
# suite_version/suite_version.hpp.
function(write_suite_version file)
  add_custom_target(write_suite_version BYPRODUCTS "${file}" "${file}.rc.h"
    COMMAND "${CMAKE_COMMAND}" "-DSOURCE=${CMAKE_SOURCE_DIR}" "-DCOMING_VERSION=${PROJECT_VERSION}"
      "-DOUTPUT=${file}" -P "${CMAKE_SOURCE_DIR}/scripts/cmake/suite_version.cmake"
    VERBATIM)
endfunction()

# add_version_resource(<target> <description> [DRIVER]): what Explorer shows of the file, and what tools that
# keep account of software read ("VERSIONINFO resource").
function(add_version_resource target description)
  enable_language(RC)
  set(kind "FILETYPE 1L")  # VFT_APP
  set(name "${target}.exe")
  if("${ARGN}" STREQUAL "DRIVER")
    set(kind "FILETYPE 3L\n FILESUBTYPE 7L")  # VFT_DRV, VFT2_DRV_SYSTEM
    set(name "${target}.sys")
  endif()
  set(header "${CMAKE_BINARY_DIR}/harness/suite_version/suite_version.cpp.rc.h")
  set(source "${CMAKE_CURRENT_BINARY_DIR}/${target}.rc")
  file(CONFIGURE OUTPUT "${source}" CONTENT "#include \"${header}\"
1 VERSIONINFO
 FILEVERSION SUITE_VERSION_NUMBERS
 PRODUCTVERSION SUITE_VERSION_NUMBERS
 FILEOS 0x40004L
 ${kind}
BEGIN
  BLOCK \"StringFileInfo\"
  BEGIN
    BLOCK \"040904b0\"
    BEGIN
      VALUE \"CompanyName\", \"The Winsock Conformance project\\0\"
      VALUE \"FileDescription\", \"${description}\\0\"
      VALUE \"FileVersion\", SUITE_VERSION_TEXT \"\\0\"
      VALUE \"InternalName\", \"${target}\\0\"
      VALUE \"LegalCopyright\", \"MIT licence\\0\"
      VALUE \"OriginalFilename\", \"${name}\\0\"
      VALUE \"ProductName\", \"Winsock Conformance\\0\"
      VALUE \"ProductVersion\", SUITE_VERSION_TEXT \"\\0\"
    END
  END
  BLOCK \"VarFileInfo\"
  BEGIN
    VALUE \"Translation\", 0x0409, 1200
  END
END
")
  set_property(SOURCE "${source}" APPEND PROPERTY OBJECT_DEPENDS "${header}")
  # By itself: the compilers' options are none of the resource compiler's.
  add_library(${target}_version OBJECT "${source}")
  add_dependencies(${target}_version write_suite_version)
  target_sources(${target} PRIVATE $<TARGET_OBJECTS:${target}_version>)
endfunction()
