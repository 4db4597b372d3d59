#include "commands/captures.hpp"

#include <filesystem>
#include <system_error>

#include "base/input_error.hpp"
#include "base/utf8.hpp"
#include "commands/written_file.hpp"
#include "wire/pcap.hpp"

namespace conformance {

void check_capture_folder(const std::string& folder) {
    if (folder.empty()) {
        return;
    }
    const auto path = path_from_utf8(folder);
    std::error_code error;
    std::filesystem::create_directory(path, error);
    if (!std::filesystem::is_directory(path, error)) {
        throw InputError("--capture " + folder + ": expected a folder, or a place for one");
    }
}

std::string capture_name(const RowResult& row) {
    auto name = row.row;
    for (auto& c : name) {
        const bool usable = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                            (c >= '0' && c <= '9') || c == '.' || c == '_';
        c = usable ? c : '-';
    }
    while (name.ends_with('-')) {
        name.pop_back();
    }
    return name + (row.repetition > 1 ? "-" + std::to_string(row.repetition) : "") + ".pcap";
}

bool write_captures(const Report& report, const std::string& folder) {
    bool written = true;
    for (const auto& row : report.rows) {
        if (!folder.empty() && row.wire && row.verdict != Verdict::pass &&
            row.verdict != Verdict::not_applicable) {
            const auto file = path_from_utf8(folder) / capture_name(row);
            written = write_file(utf8_from_path(file), pcap_of(row.wire->segments)) && written;
        }
    }
    return written;
}

}  // namespace conformance
