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

/// What a run has to know to go on after it was killed.
struct JournalHeader {
    Run run;
    Suite suite;
    PlanOptions plan;
    NtVersion version;
    /// The provider as given on the command line; empty for the system's.
    std::string provider;
    /// The kernel's driver, and the provider that answers its calls.
    std::string wsk_driver;
    std::string wsk_provider;
    std::string report_path;
    /// When the system was started, by which a system that went down is known: any text.
    std::string booted;
};

/// A row, and which of its repetitions.
struct RowId {
    std::string row;
    std::uint32_t repetition = 1;

    auto operator<=>(const RowId&) const = default;
};

/// A journal as read back.
struct Journal {
    JournalHeader header;
    std::optional<Environment> environment;
    std::vector<Capability> capabilities;
    std::vector<RowResult> rows;
    /// Rows that had begun and were not over when the journal ends. A run that was interrupted
    /// leaves none.
    std::set<RowId> in_flight;
    /// The length in bytes of the part that is whole: a run that was killed while it wrote, or
    /// whose system went down, leaves a damaged last line behind.
    std::uintmax_t whole_bytes = 0;
};

/// Reads a journal. A damaged line behind which no whole one follows is its end. Throws InputError,
/// naming file and line, for anything else that is not a journal's.
Journal read_journal(const std::filesystem::path& path);

/// Appends to a journal: a JSON line per event, on the disk before the call returns, so that it
/// outlives this process and the system.
class JournalWriter {
public:
    /// Starts a journal, in place of one that stood there. Throws InputError when it cannot.
    JournalWriter(const std::filesystem::path& path, const JournalHeader& header);
    /// Goes on with a journal that was read, after its whole part.
    JournalWriter(const std::filesystem::path& path, const Journal& journal);

    void write(const Environment& environment, const std::vector<Capability>& capabilities);
    void write(const RowResult& result);
    /// The row begins.
    void begin(const RowId& row);
    /// What is in flight was ended by this program, and can run again.
    void interrupted();

    /// False after the first line that could not be written: nothing later is in the journal.
    bool whole() const noexcept { return file_.good(); }

private:
    void write_line(const Json& line);

    DurableFile file_;
};

}  // namespace conformance
