# The Windows Driver Kit as a target, wdk, for drivers in C. Never run: there was no Windows.
# Documented by "Building Drivers with the WDK" (compiler and linker settings of MSBuild's
# WindowsKernelModeDriver10.0) and by the kit's own folders.
set(WDK_FOUND FALSE)
string(TOLOWER "${CMAKE_VS_PLATFORM_NAME}" wdk_platform)
set(wdk_entry GsDriverEntry)
if(wdk_platform STREQUAL "win32")
  set(wdk_platform x86)
  set(wdk_defines _X86_=1 i386=1 STD_CALL)
  set(wdk_entry GsDriverEntry@8)
elseif(wdk_platform STREQUAL "arm64")
  set(wdk_defines _ARM64_ ARM64)
else()
  set(wdk_defines _AMD64_ AMD64)
endif()

# The newest kit that has ExAllocatePoolZero (10.0.19041, "ExAllocatePoolZero", Requirements), this platform's
# libraries, and the SDK of its own version beside it.
set(wdk_kits "$ENV{ProgramFiles\(x86\)}/Windows Kits/10")
file(GLOB wdk_versions RELATIVE "${wdk_kits}/Include" "${wdk_kits}/Include/10.*")
list(SORT wdk_versions COMPARE NATURAL ORDER DESCENDING)
foreach(version IN LISTS wdk_versions)
  if(version VERSION_GREATER_EQUAL 10.0.19041 AND EXISTS "${wdk_kits}/Include/${version}/km/wsk.h"
     AND EXISTS "${wdk_kits}/Include/${version}/um/windows.h"
     AND EXISTS "${wdk_kits}/Lib/${version}/km/${wdk_platform}/netio.lib")
    set(WDK_FOUND TRUE)
    set(wdk_include "${wdk_kits}/Include/${version}")
    set(wdk_library "${wdk_kits}/Lib/${version}")
    message(STATUS "Windows Driver Kit ${version}")
    break()
  endif()
endforeach()

if(WDK_FOUND)
  add_library(wdk INTERFACE)
  target_include_directories(wdk SYSTEM INTERFACE
    "${wdk_include}/km" "${wdk_include}/km/crt" "${wdk_include}/shared")
  target_compile_definitions(wdk INTERFACE WSK_PROBE_HAS_WDK ${wdk_defines}
    _WIN32_WINNT=0x0A00 NTDDI_VERSION=0x0A000000 POOL_NX_OPTIN=1 POOL_ZERO_DOWN_LEVEL_SUPPORT
    DEPRECATE_DDK_FUNCTIONS=1)
  # C4324: structures of the WDK are padded; C4201: they have members without a name.
  target_compile_options(wdk INTERFACE /kernel /GS /W4 /wd4324 /wd4201
    $<$<BOOL:${CONFORMANCE_WARNINGS_AS_ERRORS}>:/WX>
    $<$<STREQUAL:${wdk_platform},x86>:/Gz>)
  target_link_options(wdk INTERFACE /NODEFAULTLIB /DRIVER /SUBSYSTEM:NATIVE /ENTRY:${wdk_entry}
    /INTEGRITYCHECK:NO /MANIFEST:NO /NXCOMPAT /DYNAMICBASE)
  target_link_libraries(wdk INTERFACE
    "${wdk_library}/km/${wdk_platform}/ntoskrnl.lib" "${wdk_library}/km/${wdk_platform}/hal.lib"
    "${wdk_library}/km/${wdk_platform}/netio.lib" "${wdk_library}/km/${wdk_platform}/wdmsec.lib"
    "${wdk_library}/km/${wdk_platform}/BufferOverflowFastFailK.lib"
    # The compiler's helpers for ARM64 are no part of the kernel's libraries.
    $<$<STREQUAL:${wdk_platform},arm64>:${wdk_library}/um/arm64/arm64rt.lib>)
endif()
