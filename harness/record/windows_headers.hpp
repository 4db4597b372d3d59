#pragma once

// The order matters: windows.h would include the old winsock.h first.
#include <winsock2.h>
#include <ws2tcpip.h>
#include <mswsock.h>
#include <mstcpip.h>
#include <ws2spi.h>
#include <windows.h>
