# Common to the toolchains that build for Windows on Linux: what is found there is for Linux and
# must not leak in, one program without DLLs beside it, and tests that run under Wine.
if(NOT mingw_folder)
  set(mingw_folder /usr/x86_64-w64-mingw32)
endif()
set(CMAKE_FIND_ROOT_PATH "${mingw_folder}")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
# Wine maps a program whose sections are whole pages. It copies any other at each start, which takes half as
# long as Wine's own start.
foreach(kind EXE SHARED MODULE)
  set(CMAKE_${kind}_LINKER_FLAGS_INIT "-static -Wl,--file-alignment=4096")
endforeach()
get_filename_component(scripts_folder "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
set(CMAKE_CROSSCOMPILING_EMULATOR "${scripts_folder}/lib/under-wine")
