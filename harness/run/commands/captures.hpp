#pragma once

#include <string>

#include "model/report.hpp"

namespace conformance {

/// Creates the folder for captures, if it is named. Throws InputError when it cannot.
void check_capture_folder(const std::string& folder);

/// The file name of a row's capture: the row's name, with "-" for characters that file systems
/// refuse.
std::string capture_name(const RowResult& row);

/// Writes a pcap file into the folder, if it is named, for each row that observed the wire and
/// neither passed nor is not applicable. False when one could not be written; the error is printed.
bool write_captures(const Report& report, const std::string& folder);

}  // namespace conformance
