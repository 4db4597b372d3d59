# Paths of this machine and times have no place in a program. Before all targets, so that dependencies are
# built so, too.
if(MSVC)
  # Microsoft documents neither; /Brepro is what its own builds use for times.
  file(TO_NATIVE_PATH "${CMAKE_SOURCE_DIR}/" source_folder)
  add_compile_options("$<$<COMPILE_LANGUAGE:C,CXX>:/Brepro;/d1trimfile:${source_folder}>")
  add_link_options(/Brepro)
  # Several files at a time: the generator for Visual Studio does not by itself.
  add_compile_options("$<$<COMPILE_LANGUAGE:C,CXX>:/MP>")
else()
  foreach(map "${CMAKE_SOURCE_DIR}=." "${CMAKE_BINARY_DIR}=build")
    add_compile_options("$<$<COMPILE_LANGUAGE:C,CXX>:-ffile-prefix-map=${map}>")
  endforeach()
  if(MINGW)
    # Without symbols: GCC names the initialiser of a file after its path and a random number.
    add_link_options(LINKER:--no-insert-timestamp -s)
  endif()
endif()
