# `cmake --install`, and CPack's zip: the programs below bin, everything else below share/winsock-conformance,
# so that nothing of another project is written over. Two builds of a commit in two folders are equal byte for
# byte.

# describe_component(<name> <licence> <purl> <version>): appends it to `sbom`, and its name there to
# `sbom_refs`.
function(describe_component name licence purl version)
  string(APPEND sbom ",
    {
      \"type\": \"library\",
      \"bom-ref\": \"${name}@${version}\",
      \"name\": \"${name}\",
      \"version\": \"${version}\",
      \"licenses\": [ { \"expression\": \"${licence}\" } ],
      \"purl\": \"${purl}\"
    }")
  string(APPEND sbom_refs ", \"${name}@${version}\"")
  set(sbom "${sbom}" PARENT_SCOPE)
  set(sbom_refs "${sbom_refs}" PARENT_SCOPE)
endfunction()

# describe_linked_in(<name> <licence> <version> <purl> <notice's file>...): the same, and its notice in
# `notices`.
function(describe_linked_in name licence version purl)
  describe_component("${name}" "${licence}" "${purl}" "${version}")
  file(GLOB found ${ARGN})
  if(found)
    list(GET found 0 file)
    file(READ "${file}" text)
    set(notices "${notices}\n== ${name} ${version} (${licence})\n\n${text}\n" PARENT_SCOPE)
  else()
    set(notices_missing ${notices_missing} "${name}" PARENT_SCOPE)
  endif()
  set(sbom "${sbom}" PARENT_SCOPE)
  set(sbom_refs "${sbom_refs}" PARENT_SCOPE)
endfunction()

# describe_of_debian(<name> <licence> <package> <package of its notice>): what a package of this Debian has
# linked in.
function(describe_of_debian name licence package notice)
  find_program(DPKG_QUERY dpkg-query)
  if(DPKG_QUERY)
    execute_process(COMMAND "${DPKG_QUERY}" -W -f "\${Version} \${Architecture}" "${package}"
      OUTPUT_VARIABLE found ERROR_QUIET)
  endif()
  string(REGEX MATCH "^([^ ]+) (.+)$" found "${found}")
  set(debian_version "${CMAKE_MATCH_1}")
  set(architecture "${CMAKE_MATCH_2}")
  string(REGEX MATCH "[0-9]+[.][0-9.]*[0-9]" version "${debian_version}")
  string(REPLACE "+" "%2B" debian_version "${debian_version}")
  describe_linked_in("${name}" "${licence}" "${version}"
    "pkg:deb/debian/${package}@${debian_version}?arch=${architecture}" "/usr/share/doc/${notice}/copyright")
  foreach(variable notices notices_missing sbom sbom_refs)
    set(${variable} "${${variable}}" PARENT_SCOPE)
  endforeach()
endfunction()

# prepare_release(): after everything else, so that the targets are there.
function(prepare_release)
  set(notices "The programs contain these works, with the notices that their licences ask for.\n")
  set(notices_missing)
  set(sbom)
  set(sbom_refs)
  set(shared "${VCPKG_INSTALLED_DIR}/${VCPKG_TARGET_TRIPLET}/share")
  foreach(dependency
      "nlohmann_json MIT nlohmann/json nlohmann-json"
      "CLI11 BSD-3-Clause CLIUtils/CLI11 cli11"
      "valijson BSD-2-Clause tristanpenman/valijson valijson"
      "Catch2 BSL-1.0 catchorg/Catch2 catch2"
      "zlib Zlib madler/zlib zlib")
    separate_arguments(dependency)
    list(POP_FRONT dependency name licence repository port)
    FetchContent_GetProperties(${name} SOURCE_DIR folder)
    get_property(version GLOBAL PROPERTY VERSION_OF_${name})
    set(purl "pkg:github/${repository}@v${version}")
    # scripts/lib/fetch-libraries records another origin there.
    if(EXISTS "${folder}/purl")
      file(STRINGS "${folder}/purl" purl)
    endif()
    describe_linked_in(${name} ${licence} "${version}" "${purl}" "${folder}/LICENSE*" "${folder}/copyright"
      "${shared}/${port}/copyright")
  endforeach()
  if(MINGW)
    set(machine x86-64)
    if(CMAKE_SIZEOF_VOID_P EQUAL 4)
      set(machine i686)
    endif()
    set(gcc_licence "GPL-3.0-or-later WITH GCC-exception-3.1")
    describe_of_debian("libstdc++" "${gcc_licence}" g++-mingw-w64-${machine}-posix gcc-mingw-w64-base)
    describe_of_debian(libgcc "${gcc_licence}" gcc-mingw-w64-${machine}-posix gcc-mingw-w64-base)
    describe_of_debian("mingw-w64 runtime" ZPL-2.1 mingw-w64-${machine}-dev mingw-w64-common)
    describe_of_debian(winpthreads "MIT AND BSD-3-Clause" mingw-w64-${machine}-dev mingw-w64-common)
  elseif(MSVC)
    # Microsoft asks for no notice of the code that its compiler links in.
    describe_component("Microsoft Visual C++ runtime" LicenseRef-Microsoft-Visual-Studio
      "pkg:generic/microsoft-visual-cpp-runtime@${CMAKE_CXX_COMPILER_VERSION}"
      "${CMAKE_CXX_COMPILER_VERSION}")
  endif()
  set(notices_file "${CMAKE_BINARY_DIR}/release/THIRD-PARTY-NOTICES.txt")
  file(WRITE "${notices_file}" "${notices}")

  # MSVC reports its target, which may differ from the machine's architecture.
  set(architecture x64)
  if(CMAKE_SIZEOF_VOID_P EQUAL 4)
    set(architecture x86)
  elseif(CMAKE_CXX_COMPILER_ARCHITECTURE_ID STREQUAL "ARM64")
    set(architecture arm64)
  endif()
  set(system "windows-${architecture}")
  if(MINGW)
    string(APPEND system "-mingw")
  elseif(NOT WIN32)
    set(system "${CMAKE_SYSTEM_NAME}-${architecture}")
  endif()

  set(share share/winsock-conformance)
  install(FILES LICENSE "${notices_file}" DESTINATION ${share})
  install(FILES docs/release-readme.md DESTINATION ${share} RENAME README.md)
  install(DIRECTORY reports/baselines reports/schema DESTINATION ${share} FILES_MATCHING PATTERN "*.json"
    PATTERN "tests" EXCLUDE)
  install(TARGETS conformance-report RUNTIME DESTINATION bin)
  if(TARGET winsock-conformance)
    install(TARGETS winsock-conformance RUNTIME DESTINATION bin)
  endif()
  # What mingw-w64 builds loads on Wine alone.
  if(TARGET wsk_probe AND NOT MINGW)
    install(FILES "$<TARGET_FILE:wsk_probe>" DESTINATION bin)
  endif()
  if(TARGET silent_peer_program AND WIN32)
    get_target_property(program silent_peer_program PROGRAM)
    install(PROGRAMS "${program}" DESTINATION bin)
  endif()
  # The version and the installed files are known only when installing.
  install(CODE "
    set(source [==[${CMAKE_SOURCE_DIR}]==])
    set(coming_version [==[${PROJECT_VERSION}]==])
    set(system [==[${system}]==])
    set(share [==[${share}]==])
    set(sbom_components [==[${sbom}]==])
    set(sbom_refs [==[${sbom_refs}]==])
    set(notices_missing [==[${notices_missing}]==])
    include([==[${CMAKE_SOURCE_DIR}/scripts/cmake/release_contents.cmake]==])")

  set(CPACK_PACKAGE_NAME winsock-conformance)
  set(CPACK_SYSTEM_NAME "${system}")
  # CPack's own zip contains the times at which files were built, in the machine's time zone.
  set(CPACK_GENERATOR External)
  set(CPACK_EXTERNAL_ENABLE_STAGING ON)
  set(CPACK_EXTERNAL_PACKAGE_SCRIPT "${CMAKE_SOURCE_DIR}/scripts/cmake/release_zip.cmake")
  set(CPACK_PROJECT_CONFIG_FILE "${CMAKE_SOURCE_DIR}/scripts/cmake/release_name.cmake")
  set(CPACK_PACKAGE_CHECKSUM SHA256)
  set(CPACK_RELEASE_SOURCE "${CMAKE_SOURCE_DIR}")
  set(CPACK_RELEASE_SHARE "${share}")
  set(CPACK_VERBATIM_VARIABLES ON)
  include(CPack)
endfunction()
