# Read by CPack: the package's name has the version that git describes.
include("${CPACK_RELEASE_SOURCE}/scripts/cmake/suite_version.cmake")
describe_checkout("${CPACK_RELEASE_SOURCE}" "${CPACK_PACKAGE_VERSION}")
set(CPACK_PACKAGE_FILE_NAME "${CPACK_PACKAGE_NAME}-${checkout_release}-${CPACK_SYSTEM_NAME}")
