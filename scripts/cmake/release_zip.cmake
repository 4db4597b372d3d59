# Run by CPack: the zip of what was installed, in the order of the names, each file as old as the commit.
include("${CPACK_RELEASE_SOURCE}/scripts/cmake/suite_version.cmake")
describe_checkout("${CPACK_RELEASE_SOURCE}" "${CPACK_PACKAGE_VERSION}")
set(zip "${CPACK_PACKAGE_DIRECTORY}/${CPACK_PACKAGE_FILE_NAME}.zip")
file(GLOB_RECURSE files RELATIVE "${CPACK_TEMPORARY_DIRECTORY}" "${CPACK_TEMPORARY_DIRECTORY}/*")
list(SORT files)
set(ENV{TZ} UTC)
set(ENV{SOURCE_DATE_EPOCH} "${checkout_time}")
string(TIMESTAMP time "%Y-%m-%d %H:%M:%S" UTC)
execute_process(COMMAND "${CMAKE_COMMAND}" -E tar cf "${zip}" --format=zip "--mtime=${time}" ${files}
  WORKING_DIRECTORY "${CPACK_TEMPORARY_DIRECTORY}" COMMAND_ERROR_IS_FATAL ANY)
set(CPACK_EXTERNAL_BUILT_PACKAGES "${zip}")
