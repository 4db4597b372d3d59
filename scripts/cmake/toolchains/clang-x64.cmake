# Windows x64 from Linux with clang, on the headers and libraries of Debian's mingw-w64 GCC, whose
# folder clang does not find by itself because its name ("12-posix") is not a version.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR AMD64)
set(CMAKE_C_COMPILER clang)
set(CMAKE_CXX_COMPILER clang++)
set(CMAKE_C_COMPILER_TARGET x86_64-w64-mingw32)
set(CMAKE_CXX_COMPILER_TARGET x86_64-w64-mingw32)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)
execute_process(COMMAND x86_64-w64-mingw32-g++-posix -print-file-name=libstdc++.a
  OUTPUT_VARIABLE libstdcxx OUTPUT_STRIP_TRAILING_WHITESPACE)
get_filename_component(gcc_folder "${libstdcxx}" DIRECTORY)
# C++ as MSVC 19.36 reads it, as far as that goes on headers that are not Microsoft's. These want to know
# that the compiler is not theirs, and that the standard is meant strictly. Nothing here needs x86intrin.h,
# a quarter of all that there is to read.
string(JOIN " " as_msvc -fms-compatibility -fms-compatibility-version=19.36 -fgnuc-version=4.2.1
  -D__STRICT_ANSI__ -D__X86INTRIN_H)
set(CMAKE_C_FLAGS_INIT "-B ${gcc_folder} -isystem /usr/share/mingw-w64/include")
set(CMAKE_CXX_FLAGS_INIT "${as_msvc} -B ${gcc_folder} -nostdinc++")
foreach(folder "${gcc_folder}/include/c++" "${gcc_folder}/include/c++/x86_64-w64-mingw32"
    "${gcc_folder}/include/c++/backward" /usr/share/mingw-w64/include)
  string(APPEND CMAKE_CXX_FLAGS_INIT " -isystem ${folder}")
endforeach()
include("${CMAKE_CURRENT_LIST_DIR}/wine.cmake")
# GNU's linker takes two minutes for a program that clang made for Windows, LLVM's a second.
# -pthread puts the library of threads behind libstdc++, which needs it.
# std::type_info's operator== is in libstdc++ and, read so, in every file.
foreach(kind EXE SHARED MODULE)
  string(APPEND CMAKE_${kind}_LINKER_FLAGS_INIT " -L${gcc_folder} -pthread"
    " -fuse-ld=lld -Wl,--allow-multiple-definition -Wno-unused-command-line-argument")
endforeach()
