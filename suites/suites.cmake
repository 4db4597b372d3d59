#include "keepalive/switch.hpp"
# The documents, in the order of reports. A document is requirements/<name>.json; its cases are the .cpp files
# of <name>. Everything that is made of documents or cases is made from these two lists.
set(conformance_documents
  so_keepalive
  sio_keepalive_vals
  wsk_so_keepalive
  ipproto_tcp
  tcp_nodelay
  so_linger)

# Folders of cases that check requirements of several documents, or of one with another name.
set(conformance_shared_suites walk wire wsk)
