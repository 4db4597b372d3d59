#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "model/environment.hpp"
#include "model/json_forward.hpp"
#include "model/report.hpp"
#include "model/row_result.hpp"
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
    /// The kernel's driver and who answers its calls, likewise.
    std::string wsk_driver;
    std::string wsk_provider;
    std::string report_path;
};

/// A journal as read back.
struct Journal {
    JournalHeader header;
    std::optional<Environment> environment;
    std::vector<Capability> capabilities;
    std::vector<RowResult> rows;
    /// The length in bytes of the part that is whole: a run that was killed while it wrote leaves
    /// half a line behind.
    std::uintmax_t whole_bytes = 0;
};

/// Reads a journal. A last line without its line end is left out. Throws InputError, naming file
/// and line, for anything else that is not a journal's.
Journal read_journal(const std::filesystem::path& path);

/// Appends to a journal: a JSON line per event, handed to the system before the call returns, so
/// that it outlives this process.
class JournalWriter {
public:
    /// Starts a journal, in place of one that stood there. Throws InputError when it cannot.
    JournalWriter(const std::filesystem::path& path, const JournalHeader& header);
    /// Goes on with a journal that was read, after its whole part.
    JournalWriter(const std::filesystem::path& path, const Journal& journal);

    void write(const Environment& environment, const std::vector<Capability>& capabilities);
    void write(const RowResult& result);

    /// False after the first line that could not be written: nothing later is in the journal.
    bool whole() const noexcept { return whole_; }

private:
    void write_line(const Json& line);

    std::ofstream file_;
    bool whole_ = true;
};

}  // namespace conformance
