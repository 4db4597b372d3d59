#pragma once

// The order matters: windows.h would bring in the old winsock.h if it came first.
#include <winsock2.h>
#include <ws2tcpip.h>
#include <mswsock.h>
#include <mstcpip.h>
#include <ws2spi.h>
#include <windows.h>
