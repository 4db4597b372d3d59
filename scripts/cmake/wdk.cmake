# The Windows Driver Kit as a target, wdk, for drivers in C. Never run: there was no Windows.
# Documented by "Building Drivers with the WDK" (compiler and linker settings of MSBuild's
# WindowsKernelModeDriver10.0) and by the kit's own folders.
set(WDK_FOUND FALSE)
file(GLOB wdk_headers "$ENV{ProgramFiles\(x86\)}/Windows Kits/10/Include/*/km/wsk.h")
if(wdk_headers)
  list(SORT wdk_headers COMPARE NATURAL ORDER DESCENDING)
  list(GET wdk_headers 0 wsk_h)
  get_filename_component(wdk_km "${wsk_h}" DIRECTORY)
  get_filename_component(wdk_include "${wdk_km}" DIRECTORY)
  get_filename_component(wdk_version "${wdk_include}" NAME)
  get_filename_component(wdk_root "${wdk_include}/../.." ABSOLUTE)
  string(TOLOWER "${CMAKE_VS_PLATFORM_NAME}" wdk_platform)
  if(wdk_platform STREQUAL "win32")
    set(wdk_platform x86)
    set(wdk_defines _X86_=1 i386=1 STD_CALL)
    set(wdk_entry GsDriverEntry@8)
  elseif(wdk_platform STREQUAL "arm64")
    set(wdk_defines _ARM64_ ARM64)
    set(wdk_entry GsDriverEntry)
  else()
    set(wdk_defines _AMD64_ AMD64)
    set(wdk_entry GsDriverEntry)
  endif()
  set(wdk_libraries "${wdk_root}/Lib/${wdk_version}/km/${wdk_platform}")
  if(EXISTS "${wdk_libraries}/netio.lib")
    set(WDK_FOUND TRUE)
    add_library(wdk INTERFACE)
    target_include_directories(wdk SYSTEM INTERFACE "${wdk_km}" "${wdk_km}/crt" "${wdk_include}/shared")
    target_compile_definitions(wdk INTERFACE WSK_PROBE_HAS_WDK ${wdk_defines}
      _WIN32_WINNT=0x0A00 NTDDI_VERSION=0x0A000000 POOL_NX_OPTIN=1 POOL_ZERO_DOWN_LEVEL_SUPPORT
      DEPRECATE_DDK_FUNCTIONS=1)
    # C4324: structures of the WDK are padded; C4201: they have members without a name.
    target_compile_options(wdk INTERFACE /kernel /GS /W4 /WX /wd4324 /wd4201
      $<$<STREQUAL:${wdk_platform},x86>:/Gz>)
    target_link_options(wdk INTERFACE /NODEFAULTLIB /DRIVER /SUBSYSTEM:NATIVE /ENTRY:${wdk_entry}
      /INTEGRITYCHECK:NO /MANIFEST:NO /NXCOMPAT /DYNAMICBASE)
    target_link_libraries(wdk INTERFACE
      "${wdk_libraries}/ntoskrnl.lib" "${wdk_libraries}/hal.lib" "${wdk_libraries}/netio.lib"
      "${wdk_libraries}/wdmsec.lib" "${wdk_libraries}/BufferOverflowFastFailK.lib")
  endif()
endif()
