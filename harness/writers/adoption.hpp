#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "judge/baseline.hpp"
#include "judge/judge.hpp"
#include "model/report.hpp"

namespace conformance {

/// Writes the outcomes of a report into the baseline of its platform.
class Adoption {
public:
    /// The baseline in `path` for the report's platform, or a new one: in the folder, or in that
    /// file. `known` are the baselines in `path`; `names` the rows of today's suite and of the
    /// report. Throws InputError when several baselines are for the platform, or a file is for
    /// another one.
    Adoption(const Report& report, const std::filesystem::path& path,
             const std::vector<Baseline>& known, const RowNames& names);

    /// The changes, a line each: "added", "changed" or "removed", the rows, and the observed
    /// outcome.
    std::string changes() const;
    const std::filesystem::path& file() const noexcept { return file_; }
    const Baseline& baseline() const noexcept { return after_; }
    /// Writes the file, and creates its folder if necessary. Throws WriteError.
    void write() const;

private:
    std::filesystem::path file_;
    Baseline before_;
    Baseline after_;
};

}  // namespace conformance
