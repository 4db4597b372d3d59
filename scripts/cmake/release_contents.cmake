# Run while installing: the SBOM (CycloneDX 1.5), and last the SHA-256 sums of all files, with paths from the
# folder that everything was installed to.
include("${source}/scripts/cmake/suite_version.cmake")
describe_checkout("${source}" "${coming_version}")
if(notices_missing)
  message(FATAL_ERROR "no licence notice is found of ${notices_missing}")
endif()
set(folder "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}")
set(ENV{SOURCE_DATE_EPOCH} "${checkout_time}")
string(TIMESTAMP time "%Y-%m-%dT%H:%M:%SZ" UTC)
list(SORT CMAKE_INSTALL_MANIFEST_FILES)
set(files)
set(sums)
foreach(file IN LISTS CMAKE_INSTALL_MANIFEST_FILES)
  file(RELATIVE_PATH name "${CMAKE_INSTALL_PREFIX}" "${file}")
  file(SHA256 "${folder}/${name}" sum)
  string(APPEND sums "${sum}  ${name}\n")
  string(APPEND files ",
    {
      \"type\": \"file\",
      \"bom-ref\": \"file:${name}\",
      \"name\": \"${name}\",
      \"hashes\": [ { \"alg\": \"SHA-256\", \"content\": \"${sum}\" } ]
    }")
endforeach()
string(REGEX REPLACE "^,\n" "" components "${sbom_components}${files}")
string(REGEX REPLACE "^, " "" depends_on "${sbom_refs}")
set(purl "pkg:generic/winsock-conformance@${checkout_release}?system=${system}")
# The same for the same release: a namespace of our own, by RFC 4122's version 5.
string(UUID serial NAMESPACE 6ba7b811-9dad-11d1-80b4-00c04fd430c8 NAME "${purl}" TYPE SHA1)
file(WRITE "${folder}/${share}/sbom.cdx.json" "{
  \"bomFormat\": \"CycloneDX\",
  \"specVersion\": \"1.5\",
  \"serialNumber\": \"urn:uuid:${serial}\",
  \"version\": 1,
  \"metadata\": {
    \"timestamp\": \"${time}\",
    \"tools\": { \"components\": [
      { \"type\": \"application\", \"name\": \"CMake\", \"version\": \"${CMAKE_VERSION}\" }
    ] },
    \"supplier\": { \"name\": \"The Winsock Conformance project\" },
    \"component\": {
      \"type\": \"application\",
      \"bom-ref\": \"${purl}\",
      \"name\": \"winsock-conformance\",
      \"version\": \"${checkout_release}\",
      \"supplier\": { \"name\": \"The Winsock Conformance project\" },
      \"licenses\": [ { \"license\": { \"id\": \"MIT\" } } ],
      \"purl\": \"${purl}\"
    }
  },
  \"components\": [
${components}
  ],
  \"dependencies\": [
    { \"ref\": \"${purl}\", \"dependsOn\": [ ${depends_on} ] }
  ]
}
")
set(sbom "${CMAKE_INSTALL_PREFIX}/${share}/sbom.cdx.json")
file(SHA256 "${folder}/${share}/sbom.cdx.json" sum)
string(APPEND sums "${sum}  ${share}/sbom.cdx.json\n")
file(WRITE "${folder}/${share}/SHA256SUMS" "${sums}")
list(APPEND CMAKE_INSTALL_MANIFEST_FILES "${sbom}" "${CMAKE_INSTALL_PREFIX}/${share}/SHA256SUMS")
# With the permissions of the installed files, whatever the umask.
file(CHMOD "${folder}/${share}/sbom.cdx.json" "${folder}/${share}/SHA256SUMS"
  PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
