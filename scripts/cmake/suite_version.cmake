# What git says of this checkout. A tag vX.Y.Z is the version; between tags it is the coming one, with the
# commit beside it. A folder that is no git checkout says "unknown".

# describe_checkout(<source> <coming version>) sets checkout_version; checkout_commit; checkout_release, which
# names both unless the tag says all; and checkout_time, in seconds since 1970: SOURCE_DATE_EPOCH, or when the
# commit was made.
function(describe_checkout source coming_version)
  find_program(GIT_PROGRAM git)
  set(version "${coming_version}")
  set(commit unknown)
  # Who fetched the sources without git may know their commit.
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

# Run at each build, so that what a program says is never stale.
if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  describe_checkout("${SOURCE}" "${COMING_VERSION}")
  file(CONFIGURE OUTPUT "${OUTPUT}" CONTENT "#include \"suite_version/suite_version.hpp\"
namespace conformance {
const char* const suite_version = \"${checkout_version}\";
const char* const suite_commit = \"${checkout_commit}\";
}
")
  return()
endif()

# write_suite_version(<file>): the target write_suite_version makes the source of suite_version/suite_version.hpp.
function(write_suite_version file)
  add_custom_target(write_suite_version BYPRODUCTS "${file}"
    COMMAND "${CMAKE_COMMAND}" "-DSOURCE=${CMAKE_SOURCE_DIR}" "-DCOMING_VERSION=${PROJECT_VERSION}"
      "-DOUTPUT=${file}" -P "${CMAKE_SOURCE_DIR}/scripts/cmake/suite_version.cmake"
    VERBATIM)
endfunction()
