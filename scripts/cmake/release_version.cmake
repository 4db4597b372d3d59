# release_version(<variable> <source> <version>): the version as git tells it: that of the tag, or the
# coming version with the commit.
function(release_version variable source version)
  find_program(GIT_PROGRAM git)
  set(described)
  if(GIT_PROGRAM)
    execute_process(COMMAND "${GIT_PROGRAM}" describe --exact-match --tags --match "v*" --dirty
      WORKING_DIRECTORY "${source}" OUTPUT_VARIABLE tag OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    execute_process(COMMAND "${GIT_PROGRAM}" describe --always --dirty --abbrev=12 --exclude "*"
      WORKING_DIRECTORY "${source}" OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(tag MATCHES "^v(.+)$")
      set(described "${CMAKE_MATCH_1}")
    elseif(commit)
      set(described "${version}-${commit}")
    endif()
  endif()
  if(NOT described)
    set(described "${version}-unknown")
  endif()
  set(${variable} "${described}" PARENT_SCOPE)
endfunction()
