#pragma once

#include <string>

#include "model/report.hpp"

namespace conformance {

/// Makes the folder for captures, if there is a name. Throws InputError when it cannot be.
void check_capture_folder(const std::string& folder);

/// The name of a row's capture: its own, with what file systems do not take replaced by "-".
std::string capture_name(const RowResult& row);

/// Writes a pcap file into the folder, if there is one, for each row that watched the wire and that
/// neither passed nor is not applicable. False when one could not be written, which is then said.
bool write_captures(const Report& report, const std::string& folder);

}  // namespace conformance
