#pragma once

#include <filesystem>
#include <optional>

#include "record/windows_headers.hpp"

namespace conformance {

/// The right to write one journal, for as long as the object lives: two runs that were given the
/// same report do not mix their journals.
class JournalPlace {
public:
    /// The first free one of REPORT.journal, REPORT.2.journal, ... Throws InputError when the
    /// folder cannot be written to.
    static JournalPlace beside(const std::filesystem::path& report);
    /// That journal. Throws InputError when another run has it.
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
