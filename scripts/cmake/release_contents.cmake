# Run while installing: the SBOM (CycloneDX 1.5), the files' times, and last the SHA-256 sums of all files.
include("${source}/scripts/cmake/release_version.cmake")
release_version(version "${source}" "${release_version}")
set(folder "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}")
if(notices_missing)
  message(FATAL_ERROR "no licence notice is found of${notices_missing}")
endif()
set(time "1970-01-01T00:00:00Z")
if(DEFINED ENV{SOURCE_DATE_EPOCH})
  string(TIMESTAMP time "%Y-%m-%dT%H:%M:%SZ" UTC)
endif()
file(WRITE "${folder}/sbom.cdx.json" "{
  \"bomFormat\": \"CycloneDX\",
  \"specVersion\": \"1.5\",
  \"version\": 1,
  \"metadata\": {
    \"timestamp\": \"${time}\",
    \"component\": {
      \"type\": \"application\",
      \"name\": \"winsock-conformance\",
      \"version\": \"${version}\",
      \"licenses\": [ { \"license\": { \"id\": \"MIT\" } } ]
    }
  },
  \"components\": [
    {
      \"type\": \"data\",
      \"name\": \"baselines\",
      \"version\": \"${version}\"
    }${sbom_components}
  ]
}
")
file(GLOB_RECURSE files RELATIVE "${folder}" "${folder}/*")
list(REMOVE_ITEM files SHA256SUMS)
list(SORT files)
set(sums)
foreach(file IN LISTS files)
  file(SHA256 "${folder}/${file}" sum)
  string(APPEND sums "${sum}  ${file}\n")
endforeach()
file(WRITE "${folder}/SHA256SUMS" "${sums}")
