#include "commands/journal_place.hpp"

#include <string>
#include <utility>

#include "base/input_error.hpp"
#include "base/utf8.hpp"

namespace conformance {

namespace {

/// A file beside the journal that is open without sharing, and goes when it is closed, however the
/// process ends.
HANDLE open_lock(const std::filesystem::path& journal) {
    auto path = journal;
    path += ".lock";
    return CreateFileW(path.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS,
                       FILE_FLAG_DELETE_ON_CLOSE, nullptr);
}

bool is_taken(DWORD error) {
    return error == ERROR_SHARING_VIOLATION || error == ERROR_ACCESS_DENIED;
}

}  // namespace

JournalPlace JournalPlace::beside(const std::filesystem::path& report) {
    constexpr int most_runs = 100;
    for (int number = 1; number <= most_runs; ++number) {
        auto journal = report;
        journal += number == 1 ? ".journal" : "." + std::to_string(number) + ".journal";
        const auto lock = open_lock(journal);
        if (lock != INVALID_HANDLE_VALUE) {
            return {std::move(journal), lock};
        }
        if (!is_taken(GetLastError())) {
            break;
        }
    }
    throw InputError(utf8_from_path(report) + ": no journal can be written beside it");
}

JournalPlace JournalPlace::of(const std::filesystem::path& journal) {
    const auto lock = open_lock(journal);
    if (lock == INVALID_HANDLE_VALUE) {
        throw InputError(utf8_from_path(journal) + ": expected a journal that no other run writes");
    }
    return {journal, lock};
}

JournalPlace::JournalPlace(std::filesystem::path journal, HANDLE lock) noexcept
    : journal_(std::move(journal)), lock_(lock) {}

JournalPlace::JournalPlace(JournalPlace&& other) noexcept
    : journal_(std::move(other.journal_)),
      lock_(std::exchange(other.lock_, INVALID_HANDLE_VALUE)) {}

JournalPlace::~JournalPlace() {
    if (lock_ != INVALID_HANDLE_VALUE) {
        CloseHandle(lock_);
    }
}

}  // namespace conformance
