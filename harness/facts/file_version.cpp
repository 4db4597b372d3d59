#include "facts/file_version.hpp"

#include <vector>

#include "winsock/system_function.hpp"

namespace conformance {

std::string file_version(const std::filesystem::path& path) {
    constexpr auto dll = L"version.dll";
    const auto size_of =
        system_function<decltype(&GetFileVersionInfoSizeW)>(dll, "GetFileVersionInfoSizeW");
    const auto read = system_function<decltype(&GetFileVersionInfoW)>(dll, "GetFileVersionInfoW");
    const auto query = system_function<decltype(&VerQueryValueW)>(dll, "VerQueryValueW");
    if (size_of == nullptr || read == nullptr || query == nullptr) {
        return {};
    }
    DWORD ignored = 0;
    const auto size = size_of(path.c_str(), &ignored);
    std::vector<unsigned char> block(size);
    VS_FIXEDFILEINFO* info = nullptr;
    UINT length = 0;
    if (size == 0 || !read(path.c_str(), 0, size, block.data()) ||
        !query(block.data(), L"\\", reinterpret_cast<void**>(&info), &length) ||
        length < sizeof *info) {
        return {};
    }
    return std::to_string(HIWORD(info->dwFileVersionMS)) + "." +
           std::to_string(LOWORD(info->dwFileVersionMS)) + "." +
           std::to_string(HIWORD(info->dwFileVersionLS)) + "." +
           std::to_string(LOWORD(info->dwFileVersionLS));
}

}  // namespace conformance
