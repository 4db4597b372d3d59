# Read by CPack: the package's name says the version that git tells.
include("${CPACK_RELEASE_SOURCE}/scripts/cmake/release_version.cmake")
release_version(version "${CPACK_RELEASE_SOURCE}" "${CPACK_PACKAGE_VERSION}")
set(CPACK_PACKAGE_VERSION "${version}")
set(CPACK_PACKAGE_FILE_NAME "${CPACK_PACKAGE_NAME}-${version}-${CPACK_SYSTEM_NAME}")
