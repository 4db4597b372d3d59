# Run by CPack: the zip of what was installed, in one folder of the package's name, in the order of the names;
# the README is at its top, too. By zip(1), where there is one, each file is as old as the commit; CMake's own
# writes down when each was made and read last.
include("${CPACK_RELEASE_SOURCE}/scripts/cmake/suite_version.cmake")
describe_checkout("${CPACK_RELEASE_SOURCE}" "${CPACK_PACKAGE_VERSION}")
set(zip "${CPACK_PACKAGE_DIRECTORY}/${CPACK_PACKAGE_FILE_NAME}.zip")
file(COPY_FILE "${CPACK_TEMPORARY_DIRECTORY}/${CPACK_RELEASE_SHARE}/README.md"
  "${CPACK_TEMPORARY_DIRECTORY}/README.md")
file(SHA256 "${CPACK_TEMPORARY_DIRECTORY}/README.md" sum)
file(APPEND "${CPACK_TEMPORARY_DIRECTORY}/${CPACK_RELEASE_SHARE}/SHA256SUMS" "${sum}  README.md\n")
get_filename_component(above "${CPACK_TEMPORARY_DIRECTORY}" DIRECTORY)
get_filename_component(name "${CPACK_TEMPORARY_DIRECTORY}" NAME)
if(NOT name STREQUAL CPACK_PACKAGE_FILE_NAME)
  message(FATAL_ERROR "the staging folder is ${name}: expected ${CPACK_PACKAGE_FILE_NAME}")
endif()
file(GLOB_RECURSE files RELATIVE "${above}" "${CPACK_TEMPORARY_DIRECTORY}/*")
list(SORT files)
find_program(ZIP_PROGRAM zip)
find_program(TOUCH_PROGRAM touch)
file(REMOVE "${zip}")
if(ZIP_PROGRAM AND TOUCH_PROGRAM)
  set(ENV{TZ} UTC)
  execute_process(COMMAND "${TOUCH_PROGRAM}" "--date=@${checkout_time}" ${files}
    WORKING_DIRECTORY "${above}" COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND "${ZIP_PROGRAM}" -X -q "${zip}" ${files}
    WORKING_DIRECTORY "${above}" COMMAND_ERROR_IS_FATAL ANY)
else()
  execute_process(COMMAND "${CMAKE_COMMAND}" -E tar cf "${zip}" --format=zip ${files}
    WORKING_DIRECTORY "${above}" COMMAND_ERROR_IS_FATAL ANY)
endif()
set(CPACK_EXTERNAL_BUILT_PACKAGES "${zip}")
