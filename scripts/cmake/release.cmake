# `cmake --install`, and CPack's zip: the programs, the driver where it was built, what is known of
# platforms, licence notices of what is linked in, an SBOM and SHA-256 sums. Two builds of a commit are
# equal byte for byte when SOURCE_DATE_EPOCH is the same.

# Paths of this machine and times have no place in a program.
if(MSVC)
  add_compile_options(/Brepro)
  add_link_options(/Brepro)
else()
  add_compile_options("-ffile-prefix-map=${CMAKE_SOURCE_DIR}=." "-ffile-prefix-map=${CMAKE_BINARY_DIR}=build")
  if(MINGW)
    add_link_options(LINKER:--no-insert-timestamp)
  endif()
endif()

function(describe_dependency name licence url version_file version_regex notice_files)
  set(version "${CMAKE_CXX_COMPILER_VERSION}")
  if(EXISTS "${version_file}")
    file(READ "${version_file}" text)
    set(parts)
    foreach(part IN LISTS version_regex)
      if(text MATCHES "${part}")
        list(APPEND parts "${CMAKE_MATCH_1}")
      endif()
    endforeach()
    list(JOIN parts "." version)
  endif()
  string(APPEND sbom_components ",\n    {\n      \"type\": \"library\",\n      \"name\": \"${name}\",\n      \"version\": \"${version}\",\n      \"licenses\": [ { \"expression\": \"${licence}\" } ],\n      \"purl\": \"pkg:${url}@${version}\"\n    }")
  set(sbom_components "${sbom_components}" PARENT_SCOPE)
  set(found FALSE)
  foreach(file IN LISTS notice_files)
    if(EXISTS "${file}" AND NOT found)
      file(READ "${file}" text)
      string(APPEND notices "\n== ${name} ${version} (${licence})\n\n${text}\n")
      set(found TRUE)
    endif()
  endforeach()
  if(NOT found)
    message(STATUS "No licence notice of ${name} is found: a release cannot be made")
    set(notices_missing "${notices_missing} ${name}" PARENT_SCOPE)
  endif()
  set(notices "${notices}" PARENT_SCOPE)
endfunction()

# prepare_release(): after everything else, so that the targets are there.
function(prepare_release)
  foreach(dependency nlohmann_json CLI11 valijson Catch2)
    FetchContent_GetProperties(${dependency})
  endforeach()
  set(sbom_components)
  set(notices "The programs contain these works, with the notices that their licences ask for.\n")
  set(notices_missing)
  set(doc /usr/share/doc)
  set(header_of_json "${nlohmann_json_SOURCE_DIR}/include/nlohmann/detail/abi_macros.hpp")
  set(define "#define NLOHMANN_JSON_VERSION_")
  describe_dependency("nlohmann-json" "MIT" "github/nlohmann/json" "${header_of_json}"
    "${define}MAJOR ([0-9]+);${define}MINOR ([0-9]+);${define}PATCH ([0-9]+)"
    "${nlohmann_json_SOURCE_DIR}/LICENSE.MIT;${doc}/nlohmann-json3-dev/copyright")
  describe_dependency("CLI11" "BSD-3-Clause" "github/CLIUtils/CLI11"
    "${cli11_SOURCE_DIR}/include/CLI/Version.hpp" "#define CLI11_VERSION \"([0-9.]+)\""
    "${cli11_SOURCE_DIR}/LICENSE;${doc}/libcli11-dev/copyright")
  describe_dependency("valijson" "BSD-2-Clause" "github/tristanpenman/valijson"
    "${CMAKE_SOURCE_DIR}/scripts/cmake/dependencies.cmake" "valijson ValiJSON::valijson ([0-9.]+)"
    "${valijson_SOURCE_DIR}/LICENSE;${doc}/libvalijson-dev/copyright")
  describe_dependency("Catch2" "BSL-1.0" "github/catchorg/Catch2"
    "${catch2_SOURCE_DIR}/CMakeLists.txt" "VERSION ([0-9]+\\.[0-9]+\\.[0-9]+)"
    "${catch2_SOURCE_DIR}/LICENSE.txt")
  if(MINGW)
    describe_dependency("GCC runtime libraries" "GPL-3.0-or-later WITH GCC-exception-3.1" "generic/gcc" ""
      "" "${doc}/gcc-mingw-w64-base/copyright;${doc}/gcc-mingw-w64-x86-64-posix/copyright")
    describe_dependency("mingw-w64 runtime" "ZPL-2.1" "generic/mingw-w64" "" ""
      "${doc}/mingw-w64-common/copyright;${doc}/mingw-w64-x86-64-dev/copyright")
  endif()
  set(notices_file "${CMAKE_BINARY_DIR}/release/THIRD-PARTY-NOTICES.txt")
  file(WRITE "${notices_file}" "${notices}")

  set(arch x64)
  if(CMAKE_SIZEOF_VOID_P EQUAL 4)
    set(arch x86)
  elseif(CMAKE_GENERATOR_PLATFORM STREQUAL "ARM64" OR CMAKE_SYSTEM_PROCESSOR MATCHES "ARM64|aarch64")
    set(arch arm64)
  endif()

  install(TARGETS conformance-report RUNTIME DESTINATION .)
  install(FILES README.md LICENSE "${notices_file}" DESTINATION .)
  install(DIRECTORY reports/baselines reports/schema DESTINATION reports FILES_MATCHING PATTERN "*.json"
    PATTERN "tests" EXCLUDE)
  if(TARGET winsock-conformance)
    install(TARGETS winsock-conformance RUNTIME DESTINATION .)
  endif()
  if(TARGET wsk_probe)
    install(FILES "$<TARGET_FILE:wsk_probe>" DESTINATION .)
  endif()
  # What the version is and what was installed is known when it is installed.
  install(CODE "
    set(source \"${CMAKE_SOURCE_DIR}\")
    set(release_version \"${PROJECT_VERSION}\")
    set(release_arch \"${arch}\")
    set(sbom_components [==[${sbom_components}]==])
    set(notices_missing \"${notices_missing}\")
    include(\"${CMAKE_SOURCE_DIR}/scripts/cmake/release_contents.cmake\")")

  set(CPACK_GENERATOR ZIP)
  set(CPACK_PACKAGE_NAME winsock-conformance)
  set(CPACK_PACKAGE_CHECKSUM SHA256)
  set(CPACK_PROJECT_CONFIG_FILE "${CMAKE_SOURCE_DIR}/scripts/cmake/release_name.cmake")
  set(CPACK_SYSTEM_NAME "windows-${arch}")
  if(NOT WIN32)
    set(CPACK_SYSTEM_NAME "${CMAKE_SYSTEM_NAME}-${arch}")
  endif()
  set(CPACK_RELEASE_SOURCE "${CMAKE_SOURCE_DIR}")
  set(CPACK_VERBATIM_VARIABLES ON)
  include(CPack)
endfunction()
