# Run while installing: the SBOM (CycloneDX 1.5), and last the SHA-256 sums of all files.
include("${source}/scripts/cmake/suite_version.cmake")
describe_checkout("${source}" "${coming_version}")
if(notices_missing)
  message(FATAL_ERROR "no licence notice is found of ${notices_missing}")
endif()
set(folder "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}")
set(ENV{SOURCE_DATE_EPOCH} "${checkout_time}")
string(TIMESTAMP time "%Y-%m-%dT%H:%M:%SZ" UTC)
string(REGEX REPLACE "^,\n" "" components "${sbom_components}")
file(WRITE "${folder}/sbom.cdx.json" "{
  \"bomFormat\": \"CycloneDX\",
  \"specVersion\": \"1.5\",
  \"version\": 1,
  \"metadata\": {
    \"timestamp\": \"${time}\",
    \"component\": {
      \"type\": \"application\",
      \"name\": \"winsock-conformance\",
      \"version\": \"${checkout_release}\",
      \"licenses\": [ { \"license\": { \"id\": \"MIT\" } } ]
    }
  },
  \"components\": [
${components}
  ]
}
")
set(sums)
list(APPEND CMAKE_INSTALL_MANIFEST_FILES "${CMAKE_INSTALL_PREFIX}/sbom.cdx.json")
list(SORT CMAKE_INSTALL_MANIFEST_FILES)
foreach(file IN LISTS CMAKE_INSTALL_MANIFEST_FILES)
  file(RELATIVE_PATH name "${CMAKE_INSTALL_PREFIX}" "${file}")
  file(SHA256 "${folder}/${name}" sum)
  string(APPEND sums "${sum}  ${name}\n")
endforeach()
file(WRITE "${folder}/SHA256SUMS" "${sums}")
list(APPEND CMAKE_INSTALL_MANIFEST_FILES "${CMAKE_INSTALL_PREFIX}/SHA256SUMS")
# As what was installed: whatever the umask.
file(CHMOD "${folder}/sbom.cdx.json" "${folder}/SHA256SUMS"
  PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
