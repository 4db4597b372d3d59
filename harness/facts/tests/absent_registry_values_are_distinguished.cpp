#include <catch2/catch_test_macros.hpp>

#include "facts/registry.hpp"
#include "record/windows_headers.hpp"

using namespace conformance;

namespace {

/// A key of the test's own, volatile and deleted again. Under HKEY_LOCAL_MACHINE, where the reader
/// looks, it needs rights that a user may not have.
class TemporaryKey {
public:
    TemporaryKey() {
        RegCreateKeyExW(HKEY_LOCAL_MACHINE, path, 0, nullptr, REG_OPTION_VOLATILE,
                        KEY_ALL_ACCESS | KEY_WOW64_64KEY, nullptr, &key_, nullptr);
    }
    ~TemporaryKey() {
        if (key_ != nullptr) {
            RegCloseKey(key_);
            // A process of 32 bits finds the key by this function alone: RegDeleteKeyW takes no
            // view.
            RegDeleteKeyExW(HKEY_LOCAL_MACHINE, path, KEY_WOW64_64KEY, 0);
        }
    }
    TemporaryKey(const TemporaryKey&) = delete;
    TemporaryKey& operator=(const TemporaryKey&) = delete;

    static constexpr auto path = L"SOFTWARE\\WinsockConformanceTest";
    bool made() const { return key_ != nullptr; }
    void put(const wchar_t* name, DWORD type, const void* bytes, DWORD size) const {
        RegSetValueExW(key_, name, 0, type, static_cast<const BYTE*>(bytes), size);
    }

private:
    HKEY key_ = nullptr;
};

}  // namespace

TEST_CASE("absent, present and of the wrong type are three things") {
    const TemporaryKey key;
    if (!key.made()) {
        SKIP("no right to make a key under HKEY_LOCAL_MACHINE");
    }
    const DWORD number = 0;
    key.put(L"Zero", REG_DWORD, &number, sizeof number);
    key.put(L"Text", REG_SZ, L"5", 4);
    key.put(L"Short", REG_DWORD, &number, 2);

    const auto zero = read_registry_dword(TemporaryKey::path, L"Zero");
    CHECK(zero.present);
    CHECK(zero.type == "REG_DWORD");
    CHECK(zero.value == 0);
    const auto absent = read_registry_dword(TemporaryKey::path, L"Nothing");
    CHECK_FALSE(absent.present);
    CHECK_FALSE(absent.value);
    const auto text = read_registry_dword(TemporaryKey::path, L"Text");
    CHECK(text.present);
    CHECK(text.type == "REG_SZ of 4 bytes");
    CHECK_FALSE(text.value);
    const auto short_number = read_registry_dword(TemporaryKey::path, L"Short");
    CHECK(short_number.type == "REG_DWORD of 2 bytes");
    CHECK_FALSE(short_number.value);
    CHECK(read_registry_text(TemporaryKey::path, L"Text") == "5");
    CHECK_FALSE(read_registry_text(TemporaryKey::path, L"Zero"));
}

TEST_CASE("the four parameters are looked for") {
    const auto values = keepalive_registry_values();
    REQUIRE(values.size() == 4);
    CHECK(values[0].name == "KeepAliveTime");
    CHECK(values[3].name == "PPTPTcpMaxDataRetransmissions");
}
