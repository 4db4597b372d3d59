#include "worker_protocol/shared_memory.hpp"

namespace conformance {

namespace {

UniqueHandle new_mapping(std::size_t bytes) {
    const auto mapping = CreateFileMappingW(INVALID_HANDLE_VALUE, nullptr, PAGE_READWRITE, 0,
                                            static_cast<DWORD>(bytes), nullptr);
    if (mapping == nullptr) {
        throw_last_error("CreateFileMapping");
    }
    return UniqueHandle(mapping);
}

}  // namespace

SharedMemory::SharedMemory(std::size_t bytes) : SharedMemory(new_mapping(bytes).release(), bytes) {}

SharedMemory::SharedMemory(HANDLE inherited, std::size_t bytes)
    : mapping_(inherited), view_(MapViewOfFile(inherited, FILE_MAP_ALL_ACCESS, 0, 0, bytes)) {
    if (view_ == nullptr) {
        throw_last_error("MapViewOfFile");
    }
}

SharedMemory::~SharedMemory() {
    UnmapViewOfFile(view_);
}

}  // namespace conformance
