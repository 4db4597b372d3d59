#pragma once

#include <cstdio>
#include <filesystem>
#include <string_view>

namespace conformance {

/// A file whose lines survive the end of this process when write() returns, and a crash of the
/// system when sync() returns.
class DurableFile {
public:
    enum class Mode { create, append };

    DurableFile(const std::filesystem::path& path, Mode mode);
    DurableFile(DurableFile&& other) noexcept;
    DurableFile& operator=(DurableFile&& other) noexcept;
    ~DurableFile();

    /// Whether everything so far was written.
    bool good() const noexcept { return good_; }
    void write(std::string_view text);
    void sync();

private:
    std::FILE* file_ = nullptr;
    bool good_ = false;
};

}  // namespace conformance
