# cmake -D DRIVER=file -D DUMP="command;argument..." -D ALLOWED="ntoskrnl.exe;..." -P: ends with an error when
# the driver imports from anything else, or from nothing. DUMP prints the names of what it imports from.
execute_process(COMMAND ${DUMP} "${DRIVER}" OUTPUT_VARIABLE text RESULT_VARIABLE result)
string(TOLOWER "${text}" text)
# The program's own name stands in it, too.
get_filename_component(own "${DRIVER}" NAME)
string(REPLACE "${own}" "" text "${text}")
string(REGEX MATCHALL "[a-z0-9_.-]+[.](dll|exe|sys)" imports "${text}")
list(REMOVE_DUPLICATES imports)
list(REMOVE_ITEM imports ${ALLOWED} link.exe)
if(NOT result EQUAL 0 OR NOT text MATCHES "ntoskrnl[.]exe")
  message(FATAL_ERROR "${DRIVER}: expected imports from ntoskrnl.exe, got: ${text}")
elseif(imports)
  message(FATAL_ERROR "${DRIVER}: expected imports from ${ALLOWED} alone, got ${imports}, too")
endif()
