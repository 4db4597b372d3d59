#include "worker_protocol/shared_record.hpp"

#include "worker_protocol/handle.hpp"

namespace conformance {

namespace {

HANDLE new_mapping() {
    SECURITY_ATTRIBUTES inheritable{sizeof inheritable, nullptr, TRUE};
    const auto mapping = CreateFileMappingW(INVALID_HANDLE_VALUE, &inheritable, PAGE_READWRITE, 0,
                                            sizeof(FlightRecord), nullptr);
    if (mapping == nullptr) {
        throw_last_error("CreateFileMapping");
    }
    return mapping;
}

FlightRecord* view_of(HANDLE mapping) {
    void* view = MapViewOfFile(mapping, FILE_MAP_ALL_ACCESS, 0, 0, sizeof(FlightRecord));
    if (view == nullptr) {
        throw_last_error("MapViewOfFile");
    }
    return static_cast<FlightRecord*>(view);
}

}  // namespace

// Fresh memory is all zeroes, which is an empty record: no constructor has to run over it.
static_assert(std::is_standard_layout_v<RecordedCall>);

SharedRecord::SharedRecord() : SharedRecord(new_mapping()) {}

SharedRecord::SharedRecord(HANDLE inherited) : mapping_(inherited), record_(view_of(inherited)) {}

SharedRecord::~SharedRecord() {
    UnmapViewOfFile(record_);
    CloseHandle(mapping_);
}

}  // namespace conformance
