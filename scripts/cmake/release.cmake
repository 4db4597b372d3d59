# `cmake --install`, and CPack's zip: the programs, the driver where it was built, what is known of
# platforms, licence notices of what is linked in, an SBOM and SHA-256 sums. Two builds of a commit in two
# folders are equal byte for byte.

# describe_component(<name> <licence> <purl> <version>): appends it to `sbom`.
function(describe_component name licence purl version)
  string(APPEND sbom ",
    {
      \"type\": \"library\",
      \"name\": \"${name}\",
      \"version\": \"${version}\",
      \"licenses\": [ { \"expression\": \"${licence}\" } ],
      \"purl\": \"pkg:${purl}@${version}\"
    }")
  set(sbom "${sbom}" PARENT_SCOPE)
endfunction()

# describe_linked_in(<name> <licence> <purl> <pinned> <Debian's package> <folder>...): appends a component to
# `sbom` and its notice to `notices`. The notice comes from a folder of the pinned sources, or from the
# package; the version from the same place.
function(describe_linked_in name licence purl pinned package)
  set(version "${pinned}")
  set(candidates)
  foreach(folder IN LISTS ARGN)
    list(APPEND candidates "${folder}/LICENSE*" "${folder}/copyright")
  endforeach()
  file(GLOB found ${candidates})
  if(NOT found)
    file(GLOB found "/usr/share/doc/${package}/copyright")
    find_program(DPKG_QUERY dpkg-query)
    if(found AND DPKG_QUERY)
      execute_process(COMMAND "${DPKG_QUERY}" -W -f "\${Version}" "${package}"
        OUTPUT_VARIABLE version ERROR_QUIET)
      string(REGEX MATCH "[0-9]+[.][0-9.]*[0-9]" version "${version}")
    endif()
  endif()
  if(found)
    list(GET found 0 file)
    file(READ "${file}" text)
    string(APPEND notices "\n== ${name} ${version} (${licence})\n\n${text}\n")
    set(notices "${notices}" PARENT_SCOPE)
  else()
    set(notices_missing ${notices_missing} "${name}" PARENT_SCOPE)
  endif()
  describe_component("${name}" "${licence}" "${purl}" "${version}")
  set(sbom "${sbom}" PARENT_SCOPE)
endfunction()

# prepare_release(): after everything else, so that the targets are there.
function(prepare_release)
  set(notices "The programs contain these works, with the notices that their licences ask for.\n")
  set(notices_missing)
  set(sbom)
  set(shared "${VCPKG_INSTALLED_DIR}/${VCPKG_TARGET_TRIPLET}/share")
  foreach(dependency
      "nlohmann_json MIT github/nlohmann/json nlohmann-json3-dev nlohmann-json"
      "CLI11 BSD-3-Clause github/CLIUtils/CLI11 libcli11-dev cli11"
      "valijson BSD-2-Clause github/tristanpenman/valijson libvalijson-dev valijson"
      "Catch2 BSL-1.0 github/catchorg/Catch2 - catch2")
    separate_arguments(dependency)
    list(POP_FRONT dependency name licence purl package port)
    FetchContent_GetProperties(${name} SOURCE_DIR folder)
    get_property(pinned GLOBAL PROPERTY VERSION_OF_${name})
    describe_linked_in(${name} ${licence} ${purl} "${pinned}" ${package} "${folder}" "${shared}/${port}")
  endforeach()
  if(MINGW)
    describe_linked_in("GCC runtime libraries" "GPL-3.0-or-later WITH GCC-exception-3.1" generic/gcc
      "${CMAKE_CXX_COMPILER_VERSION}" gcc-mingw-w64-base)
    describe_linked_in("mingw-w64 runtime" "ZPL-2.1" generic/mingw-w64 "" mingw-w64-common)
  elseif(MSVC)
    # Microsoft asks for no notice of what its compiler links in.
    describe_component("Microsoft Visual C++ runtime" LicenseRef-Microsoft-Visual-Studio
      generic/microsoft-visual-cpp-runtime "${CMAKE_CXX_COMPILER_VERSION}")
  endif()
  set(notices_file "${CMAKE_BINARY_DIR}/release/THIRD-PARTY-NOTICES.txt")
  file(WRITE "${notices_file}" "${notices}")

  # MSVC tells what it builds for, which need not be what it runs on.
  set(architecture x64)
  if(CMAKE_SIZEOF_VOID_P EQUAL 4)
    set(architecture x86)
  elseif(CMAKE_CXX_COMPILER_ARCHITECTURE_ID STREQUAL "ARM64")
    set(architecture arm64)
  endif()

  install(FILES README.md LICENSE "${notices_file}" DESTINATION .)
  install(DIRECTORY reports/baselines reports/schema DESTINATION reports FILES_MATCHING PATTERN "*.json"
    PATTERN "tests" EXCLUDE)
  install(TARGETS conformance-report RUNTIME DESTINATION .)
  if(TARGET winsock-conformance)
    install(TARGETS winsock-conformance RUNTIME DESTINATION .)
  endif()
  # What mingw-w64 builds loads on Wine alone.
  if(TARGET wsk_probe AND NOT MINGW)
    install(FILES "$<TARGET_FILE:wsk_probe>" DESTINATION .)
  endif()
  if(TARGET silent_peer_program AND WIN32)
    get_target_property(program silent_peer_program PROGRAM)
    install(PROGRAMS "${program}" DESTINATION .)
  endif()
  # What the version is and what was installed is known when it is installed.
  install(CODE "
    set(source [==[${CMAKE_SOURCE_DIR}]==])
    set(coming_version [==[${PROJECT_VERSION}]==])
    set(sbom_components [==[${sbom}]==])
    set(notices_missing [==[${notices_missing}]==])
    include([==[${CMAKE_SOURCE_DIR}/scripts/cmake/release_contents.cmake]==])")

  set(CPACK_PACKAGE_NAME winsock-conformance)
  set(CPACK_SYSTEM_NAME "windows-${architecture}")
  if(MINGW)
    string(APPEND CPACK_SYSTEM_NAME "-mingw")
  elseif(NOT WIN32)
    set(CPACK_SYSTEM_NAME "${CMAKE_SYSTEM_NAME}-${architecture}")
  endif()
  # CPack's own zip says when each file was built, and in the machine's time zone.
  set(CPACK_GENERATOR External)
  set(CPACK_EXTERNAL_ENABLE_STAGING ON)
  set(CPACK_EXTERNAL_PACKAGE_SCRIPT "${CMAKE_SOURCE_DIR}/scripts/cmake/release_zip.cmake")
  set(CPACK_PROJECT_CONFIG_FILE "${CMAKE_SOURCE_DIR}/scripts/cmake/release_name.cmake")
  set(CPACK_PACKAGE_CHECKSUM SHA256)
  set(CPACK_RELEASE_SOURCE "${CMAKE_SOURCE_DIR}")
  set(CPACK_VERBATIM_VARIABLES ON)
  include(CPack)
endfunction()
