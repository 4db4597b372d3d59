# Windows x86 from Linux with GCC. The -posix flavour is the one that has std::thread.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR X86)
set(CMAKE_C_COMPILER i686-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER i686-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER i686-w64-mingw32-windres)
set(mingw_folder /usr/i686-w64-mingw32)
include("${CMAKE_CURRENT_LIST_DIR}/wine.cmake")
