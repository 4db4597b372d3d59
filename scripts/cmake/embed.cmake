# embed_text(<target> <name> FILES ...): makes each file's bytes reachable as
#   std::string_view conformance::embedded::<name>_<file stem>()
# and all of them, in the order given, as
#   std::vector<std::pair<std::string, std::string_view>> conformance::embedded::<name>(),
# the file's name and its text, through the generated header embedded/<name>.hpp. Bytes rather than literals,
# because MSVC limits the length of a literal.
function(embed_text target name)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "FILES")
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/embedded")
  set(header "#pragma once\n")
  foreach(included string string_view utility vector)
    string(APPEND header "#include <${included}>\n")
  endforeach()
  string(APPEND header "\nnamespace conformance::embedded {\n")
  set(source "#include \"${name}.hpp\"\n\nnamespace conformance::embedded {\n")
  set(all "")
  foreach(file IN LISTS arg_FILES)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    get_filename_component(stem "${file}" NAME_WE)
    get_filename_component(file_name "${file}" NAME)
    string(MAKE_C_IDENTIFIER "${name}_${stem}" identifier)
    file(READ "${file}" bytes HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
    # A text file ends with a newline, and so does the generated one.
    string(REPLACE "'\\x0a'," "'\\x0a',\n" bytes "${bytes}")
    string(APPEND header "std::string_view ${identifier}() noexcept;\n")
    string(APPEND source
      "static constexpr char ${identifier}_bytes[] = {${bytes}};\n"
      "std::string_view ${identifier}() noexcept {\n"
      "    return {${identifier}_bytes, sizeof ${identifier}_bytes};\n}\n")
    string(APPEND all "{\"${file_name}\", ${identifier}()},\n")
  endforeach()
  string(MAKE_C_IDENTIFIER "${name}" identifier)
  set(files "std::vector<std::pair<std::string, std::string_view>> ${identifier}()")
  string(APPEND header "${files};\n}\n")
  string(APPEND source "${files} {\n  return {\n${all}  };\n}\n}\n")
  file(CONFIGURE OUTPUT "${folder}/embedded/${name}.hpp" CONTENT "${header}" @ONLY)
  file(CONFIGURE OUTPUT "${folder}/embedded/${name}.cpp" CONTENT "${source}" @ONLY)
  target_sources(${target} PRIVATE "${folder}/embedded/${name}.cpp")
  target_include_directories(${target} PUBLIC "${folder}")
endfunction()
