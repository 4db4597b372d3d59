#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/environment.hpp"
#include "base/json_forward.hpp"
#include "model/report.hpp"
#include "model/row_result.hpp"
#include "plan/durable_file.hpp"
#include "plan/plan.hpp"

namespace conformance {

/// Everything that a killed run needs to be resumed.
struct JournalHeader {
    Run run;
    Suite suite;
    PlanOptions plan;
    NtVersion version;
    /// The provider as on the command line; empty for the system's.
    std::string provider;
    /// The kernel driver, and the provider that answers its calls.
    std::string wsk_driver;
    std::string wsk_provider;
    std::string report_path;
    /// Identifies the start of the system, so that a crash of the system is recognized: any text.
    std::string booted;
};

/// A row and the number of its repetition.
struct RowId {
    std::string row;
    std::uint32_t repetition = 1;

    auto operator<=>(const RowId&) const = default;
};

/// The content of a journal.
struct Journal {
    JournalHeader header;
    std::optional<Environment> environment;
    std::vector<Capability> capabilities;
    std::vector<RowResult> rows;
    /// Rows that had begun and not ended. A run that was interrupted leaves none.
    std::set<RowId> in_flight;
    /// The length in bytes of the intact part: a run that was killed while writing, or whose system
    /// crashed, leaves a damaged last line.
    std::uintmax_t whole_bytes = 0;
};

/// Reads a journal, up to a damaged last line. Throws InputError, which names file and line, for
/// anything else that is not a journal.
Journal read_journal(const std::filesystem::path& path);

/// Appends to a journal: one JSON line per event, on the disk before the call returns, so that it
/// survives this process and the system.
class JournalWriter {
public:
    /// Starts a journal and replaces an existing one. Throws InputError when it cannot.
    JournalWriter(const std::filesystem::path& path, const JournalHeader& header);
    /// Continues a journal that was read, after its intact part.
    JournalWriter(const std::filesystem::path& path, const Journal& journal);

    void write(const Environment& environment, const std::vector<Capability>& capabilities);
    void write(const RowResult& result);
    /// Records that the row begins.
    void begin(const RowId& row);
    /// Records that this program ended the rows in flight, so that they can run again.
    void interrupted();
    /// Returns when all lines so far are on the disk.
    void sync() { file_.sync(); }

    /// False after the first line that could not be written; later lines are not written.
    bool whole() const noexcept { return file_.good(); }

private:
    void write_line(const Json& line);

    DurableFile file_;
};

}  // namespace conformance
