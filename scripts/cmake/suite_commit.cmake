# The commit that a report names as the suite's, read at each build so that it is never stale.
# A folder that is no git checkout says "unknown".
if(CMAKE_SCRIPT_MODE_FILE)
  set(commit "unknown")
  if(GIT)
    execute_process(COMMAND "${GIT}" describe --always --dirty --abbrev=12
      WORKING_DIRECTORY "${SOURCE}"
      OUTPUT_VARIABLE described OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE status)
    if(status EQUAL 0 AND described)
      set(commit "${described}")
    endif()
  endif()
  file(CONFIGURE OUTPUT "${OUTPUT}" CONTENT
    "#pragma once\nnamespace conformance { inline constexpr const char* suite_commit = \"${commit}\"; }\n")
  return()
endif()

find_package(Git QUIET)
# target_suite_commit(<target>): the target may include suite_commit.hpp.
function(target_suite_commit target)
  set(header "${CMAKE_CURRENT_BINARY_DIR}/commit/suite_commit.hpp")
  add_custom_target(${target}_commit BYPRODUCTS "${header}"
    COMMAND "${CMAKE_COMMAND}" "-DGIT=${GIT_EXECUTABLE}" "-DSOURCE=${CMAKE_SOURCE_DIR}"
      "-DOUTPUT=${header}" -P "${CMAKE_SOURCE_DIR}/scripts/cmake/suite_commit.cmake")
  target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/commit")
  add_dependencies(${target} ${target}_commit)
endfunction()
