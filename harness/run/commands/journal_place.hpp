#pragma once

#include <filesystem>
#include <optional>

#include "record/windows_headers.hpp"

namespace conformance {

/// Reserves the file of one journal for its lifetime, so that two runs with the same report do not
/// mix their journals.
class JournalPlace {
public:
    /// The first free one of REPORT.journal, REPORT.2.journal, ... Throws InputError when the
    /// folder is not writable.
    static JournalPlace beside(const std::filesystem::path& report);
    /// That journal. Throws InputError when another run has reserved it.
    static JournalPlace of(const std::filesystem::path& journal);

    JournalPlace(JournalPlace&& other) noexcept;
    JournalPlace& operator=(JournalPlace&&) = delete;
    ~JournalPlace();

    const std::filesystem::path& journal() const noexcept { return journal_; }

private:
    JournalPlace(std::filesystem::path journal, HANDLE lock) noexcept;

    std::filesystem::path journal_;
    HANDLE lock_;
};

}  // namespace conformance
